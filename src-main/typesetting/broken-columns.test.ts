import { expect, it } from 'vitest'
import type { Fitting } from '../common/print/print'
import type { Slot } from '../common/print/slot'
import { inspectPdf } from './testing/pdf-tools'
import { realTypesetter } from './testing/real-typesetter'
import { sampleJob } from './testing/sample-story'

const typesetter = realTypesetter()
const squeezed = (words: string) => words.replace(/[\s\u2060\u00AD]/g, '').replace(/3栏×60行×17字.*$/, '') // without what the proof says about the fit
const measureInPoints = (width: number) => width - 2 * 8 * 72 / 25.4 // the proof's margins

async function set(slot: Slot, fitting?: Fitting) {
  const { bytes, fit } = await typesetter.pdf(sampleJob({ slot, ...fitting && { fitting } }), 'proof')
  const pdf = inspectPdf(bytes)
  const width = Number(/Page size:\s+([\d.]+)/.exec(pdf.info())?.[1])
  const text = squeezed(pdf.text())
  pdf.remove()
  return { fit, text, measure: measureInPoints(width) }
}

it('sets columns of two widths and wider gutters to the measure, every character once', async () => {
  const plain = await set({ columns: 3, lines: 60, characters: 17 })
  for (const slot of [{ columns: 3, lines: 60, characters: 17, widerColumns: 2 }, { columns: 3, lines: 60, characters: 17, gutter: 2 }]) {
    const { text, measure, fit } = await set(slot)
    expect(measure).toBeCloseTo(55 * 9, 0) // 四栏: 55 characters
    expect(text.length).toBe(plain.text.length)
    expect([...text].sort()).toEqual([...plain.text].sort())
    expect(fit).toMatchObject({ columns: 3, charactersPerLine: 17, over: 0 })
  }
  expect((await set({ columns: 3, lines: 60, characters: 17, widerColumns: 2 })).fit.set).toBeLessThanOrEqual(plain.fit.set)
})

it('says how many lines are over in columns of two widths', async () => {
  const { fit } = await set({ columns: 3, lines: 30, characters: 17, widerColumns: 2 })
  expect(fit.over).toBeGreaterThan(5)
  expect(fit.set).toBe(fit.capacity + fit.over)
})

it('takes size and pitch of a slot', async () => {
  expect((await set({ columns: 2, lines: 60, characters: 22, gutter: 2, bodySize: 10.5, linePitch: 17 })).measure).toBeCloseTo(46 * 10.5, 0)
})

it('scales the headline, and fills column after column when the ends need not be level', async () => {
  const slot = { columns: 4, lines: 60, characters: 13 }
  const lines = async (headlineScale: number) => (await set(slot, { headlineScale, isBalanced: true })).fit.deckLines
  expect(await lines(80)).toBeLessThan(await lines(100))
  expect(await lines(100)).toBeLessThan(await lines(120))
  expect((await set(slot, { headlineScale: 100, isBalanced: false })).fit.over).toBe(0)
})
