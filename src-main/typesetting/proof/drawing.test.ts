import { expect, it } from 'vitest'
import { unpackProof } from '../../common/print/sent-proof'
import { sampleJob, sampleSlip } from '../testing/sample-story'
import { realTypesetter } from '../testing/real-typesetter'
import { readDrawing } from './drawing'

it('is not moved by a group that is empty', () => {
  const svg = '<svg><path d="M 0 0v 100 h 50 v -100 Z"/><g><g transform="matrix(1 0 0 1 10 20)"><g/></g><path fill="#000" d="M 0 0h 5"/></g></svg>'
  expect(readDrawing(svg).pages).toEqual([expect.objectContaining({ width: 50, height: 100, items: [expect.objectContaining({ matrix: [1, 0, 0, 1, 0, 0] })] })])
})

it('keeps everything on the paper, whatever the slip leaves empty', async () => {
  const { pages: [page] } = unpackProof(await realTypesetter().proof({ ...sampleJob({ slip: { ...sampleSlip, shortTitle: '' } }), template: 'story-a4', slot: null, known: null }))
  const lefts = page!.items.map(({ matrix }) => matrix[4])
  expect(Math.min(...lefts)).toBeGreaterThan(49)
  expect(page!.items.filter(item => item.type === 'path' && item.path.includes('h 495')).map(item => item.matrix[4])).toEqual(expect.arrayContaining([expect.closeTo(50.1, 1)]))
})
