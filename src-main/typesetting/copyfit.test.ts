import { expect, it } from 'vitest'
import type { Node } from '@tiptap/pm/model'
import { trialOf, type Trial } from '../common/print/copyfit/change'
import { copyfitOptions, evenness, type CopyfitOption } from '../common/print/copyfit/options'
import { triedText } from '../common/print/copyfit/trial'
import type { Fit } from '../common/print/print'
import { schema } from '../common/document/schema'
import { realTypesetter } from './testing/real-typesetter'
import { line, sampleJob, sampleSlip, sampleText } from './testing/sample-story'

const typesetter = realTypesetter()
const plainFitting = { headlineScale: 100, isBalanced: true }

function jobWith(text: Node, lines: number, { fitting, text: tried }: Trial) {
  return sampleJob({ text: (tried ? triedText(text, tried) : text).toJSON(), slip: { ...sampleSlip, dispatch: '', editor: '' }, slot: { columns: 4, lines, characters: 13 }, fitting: { ...plainFitting, ...fitting } })
}

async function optionsOf(text: Node, lines: number): Promise<{ now: Fit, options: CopyfitOption[] }> {
  const found = copyfitOptions({
    text, fitting: plainFitting,
    fit: async trial => (await typesetter.fit(jobWith(text, lines, trial))).fit,
    lines: async trial => typesetter.lines(jobWith(text, lines, trial)),
  })
  const now = (await found.next()).value as Fit
  const options: CopyfitOption[] = []
  for await (const option of found) options.push(option as CopyfitOption)
  return { now, options }
}

const of = <Kind extends CopyfitOption['kind']>(options: CopyfitOption[], kind: Kind) =>
  options.filter((option): option is Extract<CopyfitOption, { kind: Kind }> => option.kind === kind)

it('says of every way to fit a story what the typesetter makes of it', async () => {
  const text = sampleText(8)
  const { now, options } = await optionsOf(text, 30)
  expect(now.over).toBeGreaterThan(0)
  for (const option of options) {
    if (option.change) expect((await typesetter.fit(jobWith(text, 30, trialOf(option.change)))).fit, JSON.stringify(option.change)).toEqual(option.fit)
  }
  expect(new Set(options.map(({ kind }) => kind))).toEqual(new Set(['lines', 'size', 'cut']))
})

it('offers headline sizes at which the deck takes other lines, and column ends that change', async () => {
  const { now, options } = await optionsOf(sampleText(5), 46)
  const sizes = of(options, 'size')
  expect(new Set([now.deckLines, ...sizes.map(({ fit }) => fit.deckLines)]).size).toBe(sizes.length + 1)
  expect(sizes.every(({ change, fit }) => Math.sign(fit.headlineSize! - now.headlineSize!) === Math.sign(change.headlineScale - 100))).toBe(true)
  expect(of(options, 'columns')[0]!.fit.perColumn).not.toEqual(now.perColumn)
})

it('offers headline breaks that need not be broken again, the most even first', async () => {
  const { options } = await optionsOf(sampleText(5), 46)
  const widths = of(options, 'lines').map(option => option.widths)
  expect(widths.length).toBeGreaterThan(1)
  expect(widths.map(evenness)).toEqual(widths.map(evenness).sort((one, other) => other - one))
  for (const { change, widths: own } of of(options, 'lines')) expect(own).toHaveLength(change.lines.length)
})

it('names paragraphs that save a line when they lose so many characters, and words to cut', async () => {
  const measured = '临江市昨天召开会议研究今年全市重点项目建设工作并对下一步任务作出安排' // 33 characters: the third line of 13, the first indented by two, holds 9
  const text = schema.node('doc', null, [
    line('headline', '临江市部署重点项目'),
    line('paragraph', '会议要求，各部门要进一步压实责任，切实推动项目早开工见效。'), // 29 characters: 11, 13, 5
    line('paragraph', measured),
    ...Array.from({ length: 8 }, () => line('paragraph', '要统筹发展和安全，做好安全生产工作。')), // 18: 11 and 7
  ])
  const { now, options } = await optionsOf(text, 12)
  const cuts = of(options, 'cut')
  expect(cuts.map(({ short }) => [short.number, short.characters])).toEqual([[1, 5]])
  const [cut] = cuts
  const paragraph = text.child(1).textContent
  expect(cut!.change!.cuts.map(({ from, to }) => paragraph.slice(from, to)).join('')).toMatch(/进一步|切实/)
  expect(now.set - cut!.fit.set).toBe(1)
})
