import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import type { Node } from '@tiptap/pm/model'
import type { SetLine } from '../common/print/set-lines'
import { schema } from '../common/document/schema'
import { comparable } from './lines/paragraph-texts'
import { inspectPdf } from './testing/pdf-tools'
import { neverFirst, neverLast, randomNumbers, randomSlot, randomStory } from './testing/random-layouts'
import { realTypesetter } from './testing/real-typesetter'
import { sampleJob, sampleSlip } from './testing/sample-story'

const layouts = 200
const dateless = { ...sampleSlip, dispatch: '' as const, editor: '' }
const templates = ['slot', 'slot', 'lead', 'commentary', 'meeting-report', 'brief', 'story-a4', 'galley']
const isGalley = (template: string) => template === 'story-a4' || template === 'galley'

it(`keeps marks from line starts and ends in ${layouts} random layouts of every kind of block, and loses and doubles no character`, async () => {
  const typesetter = realTypesetter()
  let [lines, hyphens] = [0, 0]
  for (let seed = 1; seed <= layouts; seed++) {
    const random = randomNumbers(seed)
    const template = templates[Math.floor(random() * templates.length)]!
    const text = template === 'brief' ? withoutMinorDeck(randomStory(random)) : randomStory(random)
    const job = sampleJob({ template, text: text.toJSON(), slip: dateless, slot: isGalley(template) ? null : randomSlot(random), fitting: { headlineScale: 80 + Math.floor(random() * 41), isBalanced: random() < 0.5 } })
    const set = (await typesetter.lines(job)).lines
    set.forEach((line, index) => {
      const [words, before] = [wordsOf(text, line), index > 0 && set[index - 1]!.to === line.from && set[index - 1]!.block === line.block ? wordsOf(text, set[index - 1]!) : '']
      expect(words, `seed ${seed}`).not.toMatch(neverFirst)
      expect(words, `seed ${seed}`).not.toMatch(neverLast)
      expect(`${before.slice(-1)}${words.slice(0, 1)}`, `seed ${seed}: torn`).not.toMatch(/——|……|\d\d/)
      if (/[a-z]$/.test(before) && /^[a-z]/.test(words)) hyphens += 1
    })
    expect(text.children.map((_, block) => set.filter(line => line.block === block).map(line => wordsOf(text, line)).join('')), `seed ${seed}`).toEqual(text.children.map(textOf))
    const pdf = inspectPdf((await typesetter.pdf(job, 'proof')).bytes)
    const [story, page] = [text.children.map(textOf).join(''), execFileSync('pdftotext', ['-raw', pdf.file, '-'], { encoding: 'utf8' })]
    pdf.remove()
    expect(surplus(story, page), `seed ${seed}: lost`).toEqual([])
    if (!isGalley(template)) expect(surplus(page.replace(furniture, ''), story).filter(isChinese), `seed ${seed}: doubled`).toEqual([])
    lines += set.length
  }
  expect(lines).toBeGreaterThan(6000)
  expect(hyphens).toBeGreaterThan(50)
}, 600_000)

/** What a slot's proof says besides: its size and fit (余 3 行, which a narrow page cuts apart), the column head of a commentary, where a picture is missing. */
const furniture = /\d+\s*栏\s*×\s*\d+\s*行\s*×\s*\d+\s*字|正好|^要闻$|缺图片/gm
const isChinese = (character: string) => /[\p{Script=Han}，。、；：！？“”‘’《》（）]/u.test(character) && !'余超行'.includes(character)

/** A brief prints neither kicker nor subhead. */
const withoutMinorDeck = (text: Node) => schema.node('doc', null, text.children.filter(({ type }) => type.name !== 'kicker' && type.name !== 'subhead'))

const textOf = (block: Node) => block.textBetween(0, block.content.size, '', '\n')
const wordsOf = (text: Node, { block, from, to }: SetLine) => textOf(text.child(block)).slice(from, to)

/** Characters of the story that a page does not hold as often. */
function surplus(story: string, page: string): string[] {
  const left = new Map<string, number>()
  for (const character of comparable(page.normalize('NFKC'))) left.set(character, (left.get(character) ?? 0) + 1)
  return [...comparable(story.normalize('NFKC'))].filter(character => {
    const count = left.get(character) ?? 0
    left.set(character, count - 1)
    return count < 1
  })
}

const strong = (text: string) => schema.text(text, [schema.mark('strong')])
const dotted = (text: string) => schema.text(text, [schema.mark('emphasisDots')])

it.each<[string, Node[]]>([
  ['strong inside', [schema.text('他说，'), strong('“好”'), schema.text('。')]],
  ['strong with the marks', [strong('他说，“'), schema.text('好'), strong('”。')]],
  ['dotted', [schema.text('他说，'), dotted('“好”'), schema.text('。')]],
  ['marks alone', [schema.text('他说'), strong('，'), schema.text('“好'), strong('”'), schema.text('。')]],
])('sets marks that stand together as close where styles meet as within one: %s', async (_, content) => {
  const typesetter = realTypesetter()
  const widthOf = async (paragraph: Node[]) => {
    const text = schema.node('doc', null, [schema.node('paragraph', null, paragraph)])
    return (await typesetter.lines(sampleJob({ text: text.toJSON(), slip: dateless }))).lines[0]!.box.width
  }
  expect(await widthOf(content)).toBeCloseTo(await widthOf([schema.text('他说，“好”。')]), 1)
})
