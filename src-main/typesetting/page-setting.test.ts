import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Fragment } from '@tiptap/pm/model'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { schema } from '../common/document/schema'
import type { PageJob, PlacedStory } from '../common/ipc/typesetter-contract'
import { builtInFormats, gridSize } from '../common/print/page-format'
import { slotOf, type Place } from '../common/print/slot'
import { unpackProof } from '../common/print/sent-proof'
import { points } from '../common/print/units'
import { inspectPdf } from './testing/pdf-tools'
import { platesOf } from './testing/plates'
import { realTypesetter } from './testing/real-typesetter'
import { samplePress } from './testing/sample-press'
import { line, sampleSlip, sampleText } from './testing/sample-story'

const typesetter = realTypesetter()
const format = builtInFormats[0]!
const place = (change: Partial<Place>): Place =>
  ({ format: 'broadsheet', firstColumn: 0, columns: 5, firstLine: 0, lines: 60, broken: 3, remainder: 'wider-column', ...change })

const story = (paragraphs: number, at: Place): PlacedStory =>
  ({ text: sampleText(paragraphs).toJSON(), slip: sampleSlip, place: at, slot: slotOf(at, format), template: 'slot', fitting: { headlineScale: 100, isBalanced: true } })

const figure = (picture: string) => schema.node('figure', { picture, width: 60, height: 40 }, [line('caption', '大桥'), line('credit', '江一帆 摄')])
const illustratedText = (picture: string) => sampleText(3).copy(sampleText(3).content.append(Fragment.from(figure(picture)))).toJSON() as unknown
const withGlyph = sampleText(12).copy(sampleText(12).content.append(Fragment.from([figure(''), line('paragraph', '缺字\u{10FFFD}。')]))).toJSON() as unknown

const page = (...stories: PlacedStory[]): PageJob => ({
  template: 'page', format, stories, pictures: {},
  page: { paper: '临江日报', date: '2026-11-24', number: 'A01', section: '要闻', editor: '闻达' },
})

const frontPage = page(
  story(9, place({})), story(5, place({ firstColumn: 5, columns: 3, broken: 3 })),
  story(12, place({ firstLine: 60, columns: 4, lines: 60, broken: 4 })), story(6, place({ firstColumn: 4, firstLine: 60, columns: 4, lines: 60, broken: 3, remainder: 'wider-gutters' })),
)

it('sets each story at its place, on a page of the format’s size, and says how each fits', async () => {
  const { pages, fit, fits = [] } = unpackProof(await typesetter.pageProof({ ...frontPage, known: null }))
  expect(pages).toHaveLength(1)
  expect([pages[0]!.width, pages[0]!.height].map(size => Math.round(size / 72 * 25.4))).toEqual([390, 550])
  expect(fits.map(({ columns, charactersPerLine }) => [columns, charactersPerLine])).toEqual([[3, 22], [3, 13], [4, 13], [3, 17]])
  expect(fit.over).toBe(fits.reduce((sum, { over }) => sum + over, 0))
})

it('sets each story as its template does, with what the newsroom set on that: a picture over columns, a column head and its face, no deck', async () => {
  const at = (template: PlacedStory['template'], change: Partial<PlacedStory> = {}): PlacedStory => ({ ...story(3, place({})), template, ...change })
  const fitOf = async (placed: PlacedStory) => unpackProof(await typesetter.pageProof({ ...page(placed), known: null })).fits![0]!
  const lead = await fitOf(at('lead', { text: illustratedText(''), parameters: { pictureColumns: 1 } }))
  expect(lead.columnLines).toEqual([lead.linesPerColumn, lead.linesPerColumn, expect.any(Number)])
  expect(lead.columnLines![2]).toBeLessThan(lead.linesPerColumn)
  const [plain, brief, large] = [await fitOf(at('slot')), await fitOf(at('brief')), await fitOf(at('brief', { parameters: { headlineSize: 18 } }))]
  expect([plain.deckLines > 0, brief.deckLines, large.set > brief.set]).toEqual([true, 0, true])
  const pdf = inspectPdf((await typesetter.pagePdf({ ...page(at('commentary', { slip: { ...sampleSlip, section: '临江评论' } })), page: { ...frontPage.page, section: '' } }, 'press', samplePress())).bytes)
  expect(pdf.text()).toContain('临江评论')
  pdf.remove()
})

it('prints the head of the page and every story', async () => {
  const { bytes } = await typesetter.pagePdf(frontPage, 'proof')
  if (process.env['LOOK']) writeFileSync(process.env['LOOK'], bytes)
  const pdf = inspectPdf(bytes)
  const text = pdf.text().replace(/\s/g, '')
  for (const words of ['A01', '要闻', '2026年11月24日星期二', '责任编辑闻达', '临江日报', '鼓足干劲抓落实']) expect(text).toContain(words)
  expect(text.match(/鼓足干劲抓落实/g)).toHaveLength(4)
  pdf.remove()
})

it('goes to press on the black plate, its trim the format’s, unless a story is over', async () => {
  const page = { ...frontPage, stories: frontPage.stories.slice(0, 1) }
  const pdf = inspectPdf((await typesetter.pagePdf(page, 'press', samplePress({ marks: false, slugLine: false }))).bytes)
  expect(pdf.ink().map(([c, m, y]) => [c, m, y])).toEqual([[0, 0, 0]])
  const [left = 0, bottom = 0, right = 0, top = 0] = /TrimBox:\s+([\d. ]+)/.exec(pdf.info())![1]!.trim().split(/\s+/).map(Number)
  expect([right - left, top - bottom].map(size => Math.round(size / 72 * 25.4))).toEqual([390, 550])
  pdf.remove()
  const tight = { ...frontPage, stories: [story(12, place({ lines: 20 }))] }
  await expect(typesetter.pagePdf(tight, 'press', samplePress())).rejects.toMatchObject({ code: 'does-not-fit' })
})

it('bleeds as far as its format says', async () => {
  const page = { ...frontPage, stories: frontPage.stories.slice(0, 1) }
  const pdf = inspectPdf((await typesetter.pagePdf(page, 'press', samplePress({ bleedWidth: 5 }))).bytes)
  const box = (name: string) => new RegExp(`${name}Box:\\s+([\\d. ]+)`).exec(pdf.info())![1]!.trim().split(/\s+/).map(number => Math.round(Number(number) / 72 * 25.4))
  expect([box('Media'), box('Bleed'), box('Trim')]).toEqual([[0, 0, 414, 574], [7, 7, 407, 567], [12, 12, 402, 562]])
  pdf.remove()
})

it('runs a lead’s picture into the bleed where its box reaches the trim and the newsroom asks for it, and nowhere else', async () => {
  const picture = join(mkdtempSync(join(tmpdir(), 'qingyang-page-')), 'bridge.png')
  await sharp({ create: { width: 60, height: 40, channels: 3, background: '#cc2200' } }).png().toFile(picture)
  const toTheTrim = { ...format, trim: { ...format.trim, width: gridSize(format).width } }
  const [trimLeft, millimetre] = [points(10), points(1)] // bleed and slug
  const inkBeyond = async (at: Place, pictureBleeds: boolean) => {
    const lead: PlacedStory = { ...story(3, at), text: illustratedText('kept'), template: 'lead', parameters: { pictureColumns: 1, pictureBleeds } }
    const pdf = inspectPdf((await typesetter.pagePdf({ ...page(lead), format: toTheTrim, pictures: { kept: picture } }, 'press', samplePress({ marks: false }))).bytes)
    const plates = await platesOf(pdf.file)
    pdf.remove()
    const right = trimLeft + ((at.firstColumn + at.columns) * 14 - 1) * 9 // columns of thirteen characters, gutters of one
    return [-3, 1.5 * millimetre, 4 * millimetre].map(beyond => Math.max(...Array.from({ length: 180 }, (_, index) => plates.at('Magenta', right + beyond, 60 + index * 8))) > 50)
  }
  const last = place({ firstColumn: 5, columns: 3, broken: 3 })
  expect(await inkBeyond(last, true)).toEqual([true, true, false])
  expect(await inkBeyond(last, false)).toEqual([true, false, false])
  expect(await inkBeyond(place({ columns: 3 }), true)).toEqual([true, false, false])
})

it('marks in red by how many lines a story is over', async () => {
  const tight = page(story(9, place({ lines: 30 })), story(3, place({ firstLine: 60 })))
  const { fits = [] } = unpackProof(await typesetter.pageProof({ ...tight, known: null }))
  expect(fits[0]!.over).toBeGreaterThan(0)
  expect(fits[1]!.over).toBe(0)
  const pdf = inspectPdf((await typesetter.pagePdf(tight, 'proof')).bytes)
  expect(pdf.text()).toContain(`超 ${fits[0]!.over} 行`)
  pdf.remove()
})

it('checks a page for press story by story: what is over and where, characters and pictures missing, and the finished file', async () => {
  const tight = page(story(2, place({})), { ...story(9, place({ firstLine: 60, lines: 30 })), text: withGlyph })
  const facts = await typesetter.pagePreflight({ ...tight, page: { ...tight.page, editor: '闻\u{10FFFD}' } }, samplePress())
  expect(facts).toMatchObject({ plates: ['black'], failures: [], head: [{ character: '\u{10FFFD}' }] })
  const [fits, tooLong] = facts.stories
  expect(fits).toMatchObject({ fit: { over: 0 }, overset: null, missing: [], missingPictures: [] })
  expect(tooLong).toMatchObject({ missing: [{ character: '\u{10FFFD}', count: 1 }], missingPictures: [1] })
  const { fit, overset } = tooLong!
  expect(fit.over).toBeGreaterThan(0)
  expect(overset!.characters / fit.charactersPerLine).toBeGreaterThan(fit.over / 2)
  expect(overset!.characters / fit.charactersPerLine).toBeLessThan(fit.over + 1)
})

it('finds the ink and sharpness of each story’s own pictures', async () => {
  const picture = join(mkdtempSync(join(tmpdir(), 'qingyang-page-')), 'bridge.png')
  await sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } }).toColourspace('b-w').png().toFile(picture)
  const illustrated = { ...story(3, place({ firstColumn: 5, columns: 3, broken: 3 })), text: illustratedText('kept') }
  const { stories: [plain, other, again], pageInk } = await typesetter.pagePreflight({ ...page(story(3, place({})), illustrated, { ...illustrated, place: place({ firstLine: 60 }) }), pictures: { kept: picture } }, samplePress())
  expect(plain!.pictures).toEqual([])
  expect([other, again].map(each => each!.pictures.map(({ number }) => number))).toEqual([[1], [1]])
  expect(other!.pictures[0]!.ppi).toBeLessThan(200)
  expect(pageInk).toBeGreaterThan(0)
})

it('says in the PDF which of its stories were amended after publication', async () => {
  const [first, ...others] = frontPage.stories
  const amended = { ...frontPage, stories: [{ ...first!, amendment: '更正 2026-11-24 刊发的版本：人数应为五人' }, ...others] }
  for (const output of ['proof', 'press'] as const) {
    const pdf = inspectPdf((await typesetter.pagePdf(amended, output, output === 'press' ? samplePress() : undefined)).bytes)
    expect(pdf.info()).toMatch(/Subject:.*更正 2026-11-24 刊发的版本：人数应为五人/)
    pdf.remove()
  }
})

it('sets a page with no story yet', async () => {
  expect(unpackProof(await typesetter.pageProof({ ...page(), known: null })).fits).toEqual([])
})

it('sets pages with page templates only', async () => {
  await expect(typesetter.pagePdf({ ...frontPage, template: 'slot' }, 'proof')).rejects.toMatchObject({ code: 'invalid-arguments' })
})
