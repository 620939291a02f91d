import { expect, it } from 'vitest'
import type { Node } from '@tiptap/pm/model'
import { schema } from '../common/document/schema'
import type { Slot } from '../common/print/print'
import type { SetLine } from '../common/print/set-lines'
import { comparable } from './lines/paragraph-texts'
import { neverFirst, neverLast, randomNumbers, randomParagraph, randomSlot } from './testing/random-layouts'
import { realTypesetter } from './testing/real-typesetter'
import { line, sampleJob, sampleSlip, sampleText } from './testing/sample-story'

const typesetter = realTypesetter()
const textOfBlock = (block: Node) => block.textBetween(0, block.content.size, '', '\n')
const wordsOn = (doc: Node, { block, from, to }: SetLine) => textOfBlock(doc.child(block)).slice(from, to)

/** Each block's words as its lines hold them, in the order of the page. */
function setWords(doc: Node, lines: SetLine[]): string[] {
  const words = doc.children.map(() => '')
  for (const set of lines) words[set.block] += comparable(wordsOn(doc, set))
  return words
}

it('says where each line stands and which text it holds', async () => {
  const doc = sampleText()
  const { lines, overset, spareCharacters } = await typesetter.lines(sampleJob({ text: doc.toJSON() }))
  expect(setWords(doc, lines)).toEqual(doc.children.map(block => comparable(block.textContent)))
  const [kicker, headline] = lines
  expect(wordsOn(doc, kicker!)).toBe('临江市召开县（区）工作交流会')
  expect(headline!.box.height).toBeGreaterThan(kicker!.box.height)
  const body = lines.filter(({ block }) => block > 4)
  expect(body.every(({ box }) => Math.abs(box.height - 9) < 0.01 && box.width < 14 * 9)).toBe(true)
  expect(new Set(body.filter(({ from }) => from > 0).map(({ box }) => Math.round(box.x))).size).toBe(4)
  expect([overset, spareCharacters > 0]).toEqual([null, true])
})

it('says where the slot ends in the text, and how many characters stand beyond', async () => {
  const doc = sampleText()
  const job = sampleJob({ text: doc.toJSON(), slot: { columns: 4, lines: 24, characters: 13 } })
  const [{ lines, overset, spareCharacters }, { fit }] = [await typesetter.lines(job), await typesetter.fit(job)]
  const first = lines.findIndex(({ isOver }) => isOver)
  expect(overset).toMatchObject({ block: lines[first]!.block, offset: lines[first]!.from })
  expect(lines.slice(first).every(({ isOver }) => isOver)).toBe(true)
  expect(lines.length - first).toBe(fit.over - 1) // the line of the responsible editor is not the story's
  expect(overset!.characters).toBe(lines.slice(first).reduce((sum, { from, to }) => sum + to - from, 0))
  expect(spareCharacters).toBe(0)
})

it('calls as many lines over as the fit does, those below the foot, however the paragraph that runs past it is broken', async () => {
  let over = 0
  for (let seed = 1; seed <= 60; seed++) {
    const random = randomNumbers(seed + 500)
    const doc = schema.node('doc', null, Array.from({ length: 2 + Math.floor(random() * 4) }, () => line('paragraph', randomParagraph(random, 200 + Math.floor(random() * 200)))))
    const { lines, fit } = await typesetter.lines(sampleJob({ text: doc.toJSON(), slip: { ...sampleSlip, dispatch: '', editor: '' }, slot: { ...randomSlot(random), lines: 5 + Math.floor(random() * 12) } }))
    const first = lines.findIndex(({ isOver }) => isOver)
    expect(lines.filter(({ isOver }) => isOver).length, `seed ${seed}`).toBe(fit.over)
    if (first < 0) continue
    expect(lines.slice(first).every(({ isOver }) => isOver), `seed ${seed}`).toBe(true)
    over += 1
  }
  expect(over).toBeGreaterThan(30)
}, 300_000)

it('tells at any pitch which lines are over, below a headline in the column, a dateline of a whole line, or a picture', async () => {
  const figure = schema.node('figure', { picture: '', width: 3, height: 2 }, [line('caption', '桥'), line('credit', '')])
  const pitches: Partial<Slot>[] = [{}, { bodySize: 9, linePitch: 14 }, { bodySize: 10.5, linePitch: 17 }, { bodySize: 12, linePitch: 20 }]
  let over = 0
  for (let seed = 1; seed <= 80; seed++) {
    const random = randomNumbers(seed + 700)
    const paragraphs = Array.from({ length: 3 }, () => line('paragraph', randomParagraph(random, 200 + Math.floor(random() * 200))))
    const doc = schema.node('doc', null, [line('headline', '江上新桥通车'), ...random() < 0.4 ? [figure] : [], ...paragraphs])
    const template = ['slot', 'brief', 'commentary'][seed % 3]!
    const slot = { ...randomSlot(random), ...pitches[seed % 4], lines: 12 + Math.floor(random() * 12) }
    const { lines, fit } = await typesetter.lines(sampleJob({ template, text: doc.toJSON(), slip: { ...sampleSlip, editor: '' }, slot }))
    for (const { box, isOver, block } of lines.filter(({ block }) => doc.child(block).type.name === 'paragraph')) {
      const gridLine = (box.y - fit.bodyTop!) / (slot.linePitch ?? 11.6)
      expect(gridLine, `seed ${seed}, ${template}, ${block}`).toBeCloseTo(Math.round(gridLine))
      expect(isOver, `seed ${seed}, ${template}, ${block}`).toBe(fit.over > 0 && Math.round(gridLine) >= fit.linesPerColumn)
    }
    over += Number(fit.over > 0)
  }
  expect(over).toBeGreaterThan(30)
}, 300_000)

it('finds the words of every kind of block, of the final text', async () => {
  const cell = (text: string) => schema.node('tableCell', null, [line('paragraph', text)])
  const item = (text: string) => schema.node('listItem', null, [line('paragraph', text)])
  const doc = schema.node('doc', null, [
    line('headline', '各种段落'), line('paragraph', '首段——热曼·阿卜杜到会 Internet。'), line('crosshead', '小标题'), schema.node('quotation', null, [line('paragraph', '引文。'), line('paragraph', '再引。')]),
    schema.node('orderedList', null, [item('甲项'), item('乙项 & <丙>')]), schema.node('table', null, [schema.node('tableRow', null, [cell('左'), cell('右')])]),
    schema.node('figure', { picture: '', width: 3, height: 2 }, [line('caption', '图片说明'), line('credit', '江一帆 摄')]),
    schema.node('paragraph', null, [schema.text('粗', [schema.mark('strong')]), schema.text('点', [schema.mark('emphasisDots')]), schema.node('lineBreak'), schema.text('末行')]),
  ])
  for (const template of ['slot', 'story-a4', 'meeting-report', 'lead']) {
    const { lines } = await typesetter.lines(sampleJob({ template, text: doc.toJSON(), slip: { ...sampleSlip, shortTitle: '各种段落' } }))
    expect(setWords(doc, lines), template).toEqual(doc.children.map(block => comparable(block.textContent)))
  }
})

it('goes on over the pages of the galley', async () => {
  const doc = sampleText(60)
  const { lines } = await typesetter.lines(sampleJob({ template: 'story-a4', text: doc.toJSON() }))
  expect(setWords(doc, lines)).toEqual(doc.children.map(block => comparable(block.textContent)))
  expect(lines.at(-1)!.page).toBeGreaterThan(1)
})

const layouts = 200
it(`keeps marks from line starts and ends in ${layouts} random layouts, each character once and in order`, async () => {
  let count = 0
  for (let seed = 1; seed <= layouts; seed++) {
    const random = randomNumbers(seed + 1000)
    const blocks = Array.from({ length: 3 + Math.floor(random() * 6) }, () => line('paragraph', randomParagraph(random, 40 + Math.floor(random() * 220))))
    const template = random() < 0.3 ? 'lead' : 'slot'
    if (template === 'lead') blocks.splice(1, 0, schema.node('figure', { picture: '', width: 3, height: 2 }, [line('caption', '桥'), line('credit', '')]))
    const doc = schema.node('doc', null, blocks)
    const { lines } = await typesetter.lines(sampleJob({ template, text: doc.toJSON(), slip: { ...sampleSlip, dispatch: '', editor: '' }, slot: randomSlot(random) }))
    for (const set of lines) {
      expect(wordsOn(doc, set), `seed ${seed}`).not.toMatch(neverFirst)
      expect(wordsOn(doc, set), `seed ${seed}`).not.toMatch(neverLast)
    }
    expect(setWords(doc, lines), `seed ${seed}`).toEqual(blocks.map(block => comparable(block.textContent)))
    count += lines.length
  }
  expect(count).toBeGreaterThan(6000)
}, 300_000)
