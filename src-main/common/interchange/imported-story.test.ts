import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { composeDateline } from '../document/dateline'
import { emptySlip } from '../document/slip'
import { deckOf, textOf } from '../document/text'
import { lineRoles, type ImportReading } from './import'
import { assignRole, documentOf, storyOf } from './imported-story'
import { readPressText } from './press-text/read'

const sample = readFileSync('resources/samples/meeting-report.txt', 'utf8')
const read = (text: string): ImportReading => readPressText(text, 'a.txt', 'utf-8', new Date(2025, 9, 20))
const lineOf = (reading: ImportReading, words: string) => reading.lines.find(line => line.original.includes(words))!

it('makes a story of a meeting report as a news site saves it', () => {
  const story = storyOf(read(sample))
  expect(story.deck).toEqual([
    { type: 'kicker', text: '市委召开重点项目建设推进会' },
    { type: 'headline', text: '一线拼抢促开工提速加力抓竣工' },
    { type: 'headline', text: '以项目之进保全年经济稳中有升' },
    { type: 'subhead', text: '沈怀远主持并讲话陆青禾出席' },
  ])
  expect(story.slip).toMatchObject({ kind: 'meeting-report', source: '临江日报', agency: '临江日报', dispatch: '讯', editor: 'LJD207', publishedAt: '2025-10-16T20:35:08' })
  expect(composeDateline({ ...emptySlip, ...story.slip })).toBe('临江日报讯（记者闻一舟、苏砚秋 通讯员骆川）')
  expect(story.body.map(block => block.type)).toEqual(Array(10).fill('paragraph'))
  expect(story.body[0]!.text).toMatch(/^10月16日上午，市委召开/)
  expect(story.slip.links).toHaveLength(9)
  expect(story.dropped).toEqual([
    { text: '打印 放大 缩小', reason: 'furniture' }, { text: '相关阅读', reason: 'list-heading' }, { text: '最近更新', reason: 'list-heading' },
  ])
  expect(story.warnings).toEqual([])
})

it('lays the story out by the schema', () => {
  const document = documentOf(storyOf(read(sample)))
  document.check()
  expect(deckOf(document).map(line => line.type)).toEqual(['kicker', 'headline', 'headline', 'subhead'])
  expect(document.childCount).toBe(14)
})

it('gives a text without a headline an empty one', () => {
  expect(documentOf(storyOf(read('只有一段正文，没有标题，也没有别的什么东西，就这样。'))).toJSON()).toMatchObject({ content: [{ type: 'headline' }, { type: 'paragraph' }] })
})

it('moves a line with one click, and the slip follows', () => {
  const reading = read(sample)
  const editorAsText = assignRole(reading, lineOf(reading, 'LJD207').number, 'paragraph')
  expect(editorAsText.slip.editor).toBeUndefined()
  expect(editorAsText.warnings.map(warning => warning.code)).toContain('no-editor')
  expect(storyOf(editorAsText).body).toHaveLength(11)
  expect(assignRole(editorAsText, lineOf(reading, 'LJD207').number, 'editor-line')).toEqual(reading)
})

it('reads the dateline of whatever paragraph opens the story', () => {
  const reading = read(sample)
  const first = lineOf(reading, '临江日报讯(')
  const without = assignRole(reading, first.number, 'dropped')
  expect(without.slip.dispatch).toBeUndefined()
  expect(lineOf(without, '临江日报讯(')).toMatchObject({ role: 'dropped', reason: 'by-hand' })
  const withNote = assignRole(reading, lineOf(reading, '沈怀远主持并讲话').number, 'paragraph')
  expect(storyOf(withNote).body[1]!.text).toMatch(/^临江日报讯（记者/)
  expect(withNote.slip.dispatch).toBeUndefined()
})

it('takes any text for an editor or a source when told so', () => {
  const reading = read('标题在此\n韩磊\n正文只有一句话，但足够长，可以看作是一段，所以就这样写。')
  expect(assignRole(reading, 2, 'editor-line').slip.editor).toBe('韩磊')
  expect(assignRole(reading, 2, 'source-line').slip.source).toBe('韩磊')
  expect(assignRole(reading, 2, 'byline').slip.byline).toEqual([{ role: 'reporter', name: '韩磊' }])
})

it('names the lines of unpaired quotation marks and lost characters', () => {
  const reading = read('标题在此\n他说：“这是一段没有关上引号的话，所以应当有一个提醒出现。\n另一段里有一个\uFFFD坏字，也应当有一个提醒。')
  expect(reading.warnings).toEqual(expect.arrayContaining([
    expect.objectContaining({ code: 'unpaired-quotes', line: 2 }), expect.objectContaining({ code: 'replacement-characters', line: 3 }),
  ]))
  const continued = read('标题在此\n“这是一段接着还有下一段的引语，第一段末尾不关引号是合规的。\n“第二段开头再开一次，到这里才关上，所以不应当有提醒。”')
  expect(continued.warnings.map(warning => warning.code)).not.toContain('unpaired-quotes')
})

const fragments = fc.constantFrom(...sample.split('\n'), '记者 沈帆', '责任编辑：韩磊', '热门推荐', '版权所有', '一、小标题', '首页 > 新闻', '本报讯 正文', '——副题', '“引', '   ', '完', '（责编：韩磊）', '据新华社北京10月1日电')
const texts = fc.array(fragments, { maxLength: 30 }).map(lines => lines.join('\n'))
const twoTitlesALine = ['秋粮收购进入高峰，全市开放库点46个 临江图书馆夜间开放满月，每晚迎客上千人次', '市委副书记、市长陆青禾出席会议并作工作安排。', '秋粮收购进入高峰，全市开放库点46个 临江图书馆夜间开放满月，每晚迎客上千人次', '老街巷里的“微更新”：把方便留给街坊 今冬供暖提前试水，这些小区请留意'].join('\n')
const brokenAtAWidth = ['秋粮收购进入高峰', '临江日报讯 全市粮食收购库点昨日全部开门迎粮，四十六个库点备足仓容，每个库', '点都配了两台烘干机和一台清理筛，农户把潮粮拉来当天就能烘干入仓，不必在路', '边排队过夜，收购价格每天早上八点张榜公布。'].join('\n')
const words = (text: string) => text.normalize('NFKC').replace(/[\p{P}\p{S}\s\p{Cf}]+/gu, '')

/** The words of a paragraph's own line and of the lines that go on it; lines left out stand between without parting them. */
function wholeWords({ lines }: ImportReading, { number }: ImportReading['lines'][number]): string {
  const after = lines.slice(number).filter(line => line.role !== 'dropped')
  const end = after.findIndex(line => line.role !== 'continuation')
  return words([lines[number - 1]!, ...end < 0 ? after : after.slice(0, end)].map(line => line.original).join(''))
}

it('keeps every line of any file, in order, and says what became of it', () => {
  fc.assert(fc.property(texts, text => {
    const reading = read(text)
    expect(reading.lines.map(line => line.original)).toEqual(text.split('\n'))
    const story = storyOf(reading)
    const placed = words([...story.deck, ...story.body, ...story.dropped, ...story.slip.links ?? []].map(part => part.text).join('') + JSON.stringify(story.slip))
    for (const line of reading.lines) {
      if (line.role === 'paragraph') expect(wholeWords(reading, line).endsWith(words(line.text)) || wholeWords(reading, line).startsWith(words(line.text))).toBe(true)
      else if (line.role === 'dropped' && line.reason === 'blank') expect(line.original.trim()).toBe('')
      else if (!['source-line', 'byline', 'editor-line', 'related', 'latest'].includes(line.role)) expect(placed).toContain(words(line.original))
    }
  }), { numRuns: 500, examples: [[twoTitlesALine], [brokenAtAWidth]] })
})

it('does not run titles that stand two to a line together', () => {
  expect(read(twoTitlesALine).lines.map(line => line.role)).not.toContain('continuation')
  expect(read(brokenAtAWidth).lines.map(line => line.role)).toContain('continuation')
})

it('survives any assignment', () => {
  fc.assert(fc.property(texts, fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...lineRoles)), { maxLength: 6 }), (text, moves) => {
    const reading = moves.reduce((current, [number, role]) => assignRole(current, number + 1, role), read(text))
    const document = documentOf(storyOf(reading))
    document.check()
    expect(textOf(document)).toBe(textOf(documentOf(storyOf(reading))))
  }), { numRuns: 300 })
})
