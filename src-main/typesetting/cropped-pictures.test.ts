import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { schema } from '../common/document/schema'
import { croppedName } from '../common/print/picture-crop'
import { unpackProof } from '../common/print/sent-proof'
import { realTypesetter } from './testing/real-typesetter'
import { samplePress } from './testing/sample-press'
import { line, sampleJob, sampleText } from './testing/sample-story'

const typesetter = realTypesetter()
const file = join(mkdtempSync(join(tmpdir(), 'qingyang-crop-')), 'halves.png')
const half = (background: string) => sharp({ create: { width: 400, height: 400, channels: 3, background } }).png().toBuffer()
await sharp({ create: { width: 800, height: 400, channels: 3, background: '#ffffff' } })
  .composite([{ input: await half('#cc0000'), left: 0, top: 0 }, { input: await half('#0000cc'), left: 400, top: 0 }]).png().toFile(file)

/** The same picture twice: its red left half, then its blue right one. */
const halves = [{ x: 0, y: 0, width: 0.5, height: 1 }, { x: 0.5, y: 0, width: 0.5, height: 1 }]
const figures = halves.map(crop => schema.node('figure', { picture: 'halves', width: 800, height: 400, crop }, [line('caption', '图')]))
const text = sampleText(4)
const job = sampleJob({ text: text.copy(text.content.append(schema.node('doc', null, figures).content)).toJSON(), pictures: { halves: file } })

it('prints of each figure the part that was chosen', async () => {
  const { pages: [page] } = unpackProof(await typesetter.proof({ ...job, known: null }))
  const pictures = page!.items.flatMap(item => item.type === 'picture' ? [item] : [])
  const colours = await Promise.all(pictures.map(async ({ source }) => {
    const { data } = await sharp(Buffer.from(source.slice(source.indexOf(',') + 1), 'base64')).raw().toBuffer({ resolveWithObject: true })
    return data[0]! > data[2]! ? 'red' : 'blue'
  }))
  expect(colours).toEqual(['red', 'blue'])
})

it('counts the resolution of the part, not of the whole', async () => {
  const { pictures, failures } = await typesetter.preflight(job, samplePress())
  expect(failures).toEqual([])
  expect(pictures.map(({ number, ppi }) => [number, ppi])).toEqual([[1, Math.round(400 / (13 * 9) * 72)], [2, Math.round(400 / (13 * 9) * 72)]])
})

it('says with the set lines how large each part stands on the page', async () => {
  const { pictures } = await typesetter.lines(job)
  expect(pictures).toEqual(halves.map(crop => ({ picture: croppedName('halves', crop), width: expect.closeTo(13 * 9, 1) as number, height: expect.closeTo(13 * 9, 1) as number })))
  expect((await typesetter.lines(sampleJob())).pictures).toEqual([])
})
