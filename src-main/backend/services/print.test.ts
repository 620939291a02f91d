import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { unpackProof } from '../../common/print/sent-proof'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Node } from '@tiptap/pm/model'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Doc } from 'yjs'
import type { BackendEvents } from '../../common/ipc/contract'
import { defaultPressOptions } from '../../common/print/press'
import { printPlan, readLayout, writeLayout } from '../../common/document/layout'
import { readText, storyDoc } from '../../common/document/story-doc'
import { schema } from '../../common/document/schema'
import { builtInFormats } from '../../common/print/page-format'
import type { ParameterValues } from '../../common/print/template-parameters'
import type { PagePlan, PagePlanId } from '../../common/print/page-plan'
import type { StoryId } from '../../common/story/story'
import { buildTypesetter } from '../testing/built-typesetter'
import { typesetterProcess, type TypesetterProcess } from '../typesetter-process'
import { fileGrants } from './files'
import { printService, type PrintOptions, type PrintService } from './print'
import { profileService } from './profiles'

const folder = mkdtempSync(join(tmpdir(), 'qingyang-print-'))
const resources = resolve('resources')
const id = 'a' as StoryId
const slot = { columns: 3, lines: 40, characters: 13 }
const line = (type: string, text: string) => schema.node(type, null, [schema.text(text)])
const picture = join(folder, 'picture.png')
const figure = (hash: string) => schema.node('figure', { picture: hash, width: 30, height: 20 }, [line('caption', '临江大桥'), line('credit', '江一帆 摄')])
const storyWith = (...blocks: Node[]) => storyDoc(
  schema.node('doc', null, [line('headline', '临江市开会'), ...blocks, ...Array.from({ length: 6 }, () => line('paragraph', '会议强调，要坚定信心、保持定力，抓好各项工作落实。'.repeat(4)))]),
  { source: '临江日报', agency: '临江日报', dispatch: '讯' },
)
const doc = storyWith()
const stories: Record<string, Doc> = {
  a: doc, illustrated: storyWith(figure('kept')), lacking: storyWith(figure('kept'), figure('lost'), figure('')), planned: storyWith(),
  open: storyWith(line('paragraph', '到会人数（待核）。')), held: storyDoc(readText(storyWith()), { source: '临江日报', legalHold: '等律师意见' }),
}
const measured: Parameters<PrintOptions['onMeasured']>[0][] = []
const exported: StoryId[] = [] // of which a version was to be kept
const progress: BackendEvents['batch-progressed'][] = []
let child: TypesetterProcess
let slotParameters: ParameterValues = {}
let pressOptions = defaultPressOptions
let print: PrintService
const grants = fileGrants()

beforeAll(async () => {
  addTemplate('looping', '#let forever = range(1000000)\n#for a in forever { for b in forever { let c = a * b } }\n')
  addTemplate('deep', '#let f(n) = calc.fact(calc.rem(n, 3)) + f(n + 1)\n#f(0)\n')
  await sharp({ create: { width: 30, height: 20, channels: 3, background: '#888' } }).toColourspace('b-w').png().toFile(picture)
  child = typesetterProcess(await buildTypesetter(folder), ['--resources', resources, '--templates', join(folder, 'templates')])
  print = printService({
    typesetter: child.connection, restartTypesetter: child.restart, grants,
    profiles: profileService(join(resources, 'profiles'), join(folder, 'profiles'), grants),
    settings: { read: () => ({ press: pressOptions }) }, emit: (_, payload) => { progress.push(payload) },
    publicationOf: () => null, releaseOf: story => ({ isReleased: true, again: story === 'held' ? ['丁', '庚', '丁'] : [] }), proofreadingOf: () => ({ pass: '一校', signatures: [], errorRates: [] }),
    parametersOf: template => template === 'slot' ? slotParameters : {},
    planOf: planned => printPlan(readLayout(planned), { template: 'story-a4', slot: null }, builtInFormats),
    onMeasured: each => { measured.push(each) },
    stories: { read: story => stories[story]!, sequenceOf: () => 7, keepExported: id => { exported.push(id) } }, pictures: { fileOf: hash => hash === 'kept' ? picture : undefined },
  })
})

afterAll(() => {
  child.close()
  rmSync(folder, { recursive: true })
})

function addTemplate(name: string, source: string) {
  const place = join(folder, 'templates', name)
  mkdirSync(place, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(resources, 'print-templates', 'slot', 'manifest.json'), 'utf8'))
  writeFileSync(join(place, 'manifest.json'), JSON.stringify({ ...manifest, main: `${name}.typ` }))
  writeFileSync(join(place, `${name}.typ`), source)
}

it('proofs a story through the real process', async () => {
  const proof = unpackProof(await print.api.proof({ story: id, template: 'slot', slot, known: null }))
  expect(proof.pages).toHaveLength(1)
  expect(Object.keys(proof.glyphs).length).toBeGreaterThan(20)
})

it('sets a story as its own plan says, and without one as the settings do', async () => {
  const ask = async (story: string) => unpackProof(await print.api.proof({ story: story as StoryId, template: null, slot: null, known: null })).fit
  expect(await ask('a')).toMatchObject({ columns: 4, charactersPerLine: 13 })
  writeLayout(stories.planned!, {
    template: 'slot', place: { format: 'tabloid', firstColumn: 1, columns: 4, firstLine: 10, lines: 30, broken: 2, remainder: 'wider-gutters' },
  })
  expect(await ask('planned')).toMatchObject({ columns: 2, charactersPerLine: 23 })
})

it('tells the fit without drawing, and what a story set by its own plan was', async () => {
  const asked = { story: 'planned' as StoryId, template: null, slot: null }
  measured.length = 0
  const [{ fit, missing }, proof] = [await print.api.fit(asked), await print.api.proof({ ...asked, known: null })]
  expect([fit, missing]).toEqual([proof.fit, proof.missing])
  expect(fit.perColumn?.length).toBe(fit.columns)
  expect(measured).toEqual([0, 1].map(() => ({ story: 'planned', sequence: 7, doc: stories.planned, template: 'slot', fit })))
  await print.api.fit({ ...asked, fitting: { headlineScale: 90 } })
  await print.api.fit({ ...asked, template: 'slot', slot })
  expect(measured).toHaveLength(2)
})

it('ends a template that loops after five seconds, and answers the next question', async () => {
  const before = child.pid()
  const start = performance.now()
  await expect(print.api.proof({ story: id, template: 'looping', slot, known: null })).rejects.toMatchObject({
    code: 'template-timeout', details: { template: 'looping', seconds: 5, places: ['looping/looping.typ:2'] },
  })
  expect(performance.now() - start).toBeGreaterThan(4_900)
  expect(unpackProof(await print.api.proof({ story: id, template: 'slot', slot, known: null })).pages).toHaveLength(1)
  expect(child.pid()).not.toBe(before)
})

it('names file and line of a template that recurses for ever', async () => {
  await expect(print.api.proof({ story: id, template: 'deep', slot, known: null })).rejects.toMatchObject({
    code: 'template-failed', details: { file: 'deep/deep.typ', line: 1 },
  })
})

it('exports to the file that was chosen, whole, and a story that does not fit leaves the old file alone', async () => {
  const target = join(folder, 'out.pdf')
  grants.add('token', target, 'write')
  const result = await print.api.export({ story: id, template: 'slot', slot, output: 'press' }, 'token')
  expect(result).toMatchObject({ file: 'out.pdf', pages: 1, fit: { over: 0 } })
  const written = readFileSync(target)
  expect(written).toHaveLength(result.bytes)

  const tooSmall = { story: id, template: 'slot', slot: { ...slot, lines: 9 }, output: 'press' as const }
  await expect(print.exportTo(tooSmall, target)).rejects.toMatchObject({ code: 'does-not-fit' })
  expect(readFileSync(target).equals(written)).toBe(true)
  expect(readdirSync(folder).filter(name => name.includes('out.pdf'))).toEqual(['out.pdf'])
})

it('shows a box where a picture is missing, and refuses to print the story for press', async () => {
  const target = join(folder, 'lacking.pdf')
  const request = { story: 'lacking' as StoryId, template: 'slot', slot }
  const { pages: [page] } = unpackProof(await print.api.proof({ ...request, known: null }))
  expect(page!.items.filter(({ type }) => type === 'picture')).toHaveLength(1)
  await expect(print.exportTo({ ...request, output: 'press' }, target)).rejects.toMatchObject({ code: 'missing-pictures', details: { numbers: ['2', '3'] } })
  expect(existsSync(target)).toBe(false)
  expect((await print.exportTo({ ...request, output: 'proof' }, target)).pages).toBe(1)
  expect(exported.at(-1)).toBe(request.story)
  expect((await print.exportTo({ ...request, story: 'illustrated' as StoryId, output: 'press' }, target)).pages).toBe(1)
})

it('says why a file cannot be written, and leaves nothing behind', async () => {
  const target = join(folder, 'no-such-folder', 'out.pdf')
  await expect(print.exportTo({ story: id, template: 'slot', slot, output: 'press' }, target)).rejects.toMatchObject({ code: 'storage-failed' })
  expect(existsSync(target)).toBe(false)
})

it('warns of a story that changed after it was signed', async () => {
  const { findings } = await print.api.preflight({ story: 'held' as StoryId, template: 'slot', slot, output: 'press' })
  expect(findings).toContainEqual({ code: 'signature-stale', severity: 'warning', values: { people: '丁、庚' } })
})

it('finds the smallest slot that holds the story', async () => {
  const found = await print.fittingSlot(doc, 'slot')
  expect((await print.fit(doc, 'slot', found)).fit.over).toBe(0)
  expect((await print.fit(doc, 'slot', { ...found!, lines: found!.lines - 1 })).fit.over).toBeGreaterThan(0)
  expect(await print.fittingSlot(doc, 'story-a4')).toBeNull()
})

it('says before the export what keeps a story from press and where, blockers first', async () => {
  const { findings, fit, plates } = await print.api.preflight({ story: 'lacking' as StoryId, template: 'slot', slot: { ...slot, lines: 12 }, output: 'press' })
  expect(findings[0]).toEqual({ code: 'does-not-fit', severity: 'blocker', values: { lines: fit.over }, place: { block: 1, from: 0, to: 0 } })
  expect(findings).toContainEqual({ code: 'picture-missing', severity: 'blocker', values: { number: 2 }, place: { block: 2, from: 0, to: 0 } })
  expect(findings).toContainEqual({ code: 'picture-resolution', severity: 'warning', values: { number: 1, ppi: 18, least: 200 }, place: { block: 1, from: 0, to: 0 } })
  expect(plates).toEqual(['black'])
  expect(findings.at(-1)).toEqual({ code: 'editor-missing', severity: 'warning', values: {}, place: { field: 'editor' } })
})

it('exports many stories into a folder, never over a file that is there, and says what became of each', async () => {
  const target = mkdtempSync(join(folder, 'batch-'))
  writeFileSync(join(target, '临江市开会.pdf'), 'kept')
  grants.add('folder', target, 'write')
  const requests = ['a', 'lacking', 'illustrated'].map(story => ({ story: story as StoryId, template: 'slot', slot, output: 'press' as const }))
  const { entries } = await print.api.exportMany('batch', requests, 'folder')
  expect(entries).toMatchObject([
    { story: 'a', name: '临江市开会', outcome: 'written', exported: { file: '临江市开会 2.pdf' } },
    { story: 'lacking', outcome: 'refused', code: 'missing-pictures', details: { numbers: ['2', '3'] } },
    { story: 'illustrated', outcome: 'written', exported: { file: '临江市开会 3.pdf' } },
  ])
  expect(readdirSync(target).sort()).toEqual(['临江市开会 2.pdf', '临江市开会 3.pdf', '临江市开会.pdf'])
  expect(readFileSync(join(target, '临江市开会.pdf'), 'utf8')).toBe('kept')
  expect(progress.map(({ batch, done, total, entry }) => [batch, done, total, entry.outcome])).toEqual([
    ['batch', 1, 3, 'written'], ['batch', 2, 3, 'refused'], ['batch', 3, 3, 'written'],
  ])
})

it('finishes the story it is at when a batch is cancelled, and leaves the rest', async () => {
  const target = mkdtempSync(join(folder, 'batch-'))
  grants.add('folder', target, 'write')
  const requests = Array.from({ length: 5 }, () => ({ story: id, template: 'slot', slot, output: 'proof' as const }))
  const running = print.api.exportMany('cancelled', requests, 'folder')
  print.api.cancelBatch('cancelled')
  expect((await running).entries.map(({ outcome }) => outcome)).toEqual(['written', 'cancelled', 'cancelled', 'cancelled', 'cancelled'])
  expect(readdirSync(target)).toHaveLength(1)
})

it('refuses what the text lacks for press, and writes the story as ninjs beside a PDF that may not carry it', async () => {
  const target = join(folder, 'x1a.pdf')
  const request = { template: 'slot', slot, output: 'press' as const, press: { standard: 'x-1a' as const } }
  await expect(print.exportTo({ ...request, story: 'open' as StoryId }, target)).rejects.toMatchObject({ code: 'preflight-blocked', details: { codes: ['placeholder'] } })
  expect(existsSync(target)).toBe(false)
  expect(await print.exportTo({ ...request, story: id }, target)).toMatchObject({ file: 'x1a.pdf', besides: 'x1a.ninjs.json' })
  expect(readFileSync(target, 'latin1').slice(0, 8)).toBe('%PDF-1.4')
  expect(JSON.parse(readFileSync(join(folder, 'x1a.ninjs.json'), 'utf8'))).toMatchObject({ uri: 'urn:qingyang:story:a', headlines: [{ role: 'main', value: '临江市开会' }] })
})

it('writes an archive and an accessible edition', async () => {
  for (const output of ['archive', 'accessible'] as const) {
    expect(await print.exportTo({ story: 'illustrated' as StoryId, template: 'slot', slot, output }, join(folder, `${output}.pdf`))).toMatchObject({ pages: 1 })
  }
})

const place = { format: 'tabloid', firstColumn: 0, columns: 3, firstLine: 0, lines: 43, broken: 2, remainder: 'wider-column' } as const
const format = builtInFormats.find(each => each.id === 'tabloid')!
const planOf = (second: string): PagePlan => ({
  id: 'front' as PagePlanId, format: 'tabloid', template: 'page', paper: '临江晚报', date: '2026-11-24', number: '3', section: '社会', editor: '',
  placements: [{ story: id, place, template: 'slot' }, { story: second as StoryId, place: { ...place, firstColumn: 3, broken: 3 }, template: 'slot' }],
})

it('sets a planned page through the real process, and writes it', async () => {
  const plan = planOf('illustrated')
  const { fits = [], pages } = unpackProof(await print.pages.proof(plan, format, null))
  expect(fits.map(({ columns, charactersPerLine }) => [columns, charactersPerLine])).toEqual([[2, 17], [3, 11]])
  expect(pages[0]!.items.some(item => item.type === 'picture')).toBe(true)

  const file = join(folder, 'page.pdf')
  expect(await print.pages.exportTo(plan, format, 'proof', file)).toMatchObject({ file: 'page.pdf', fits })
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  expect(exported.slice(-2)).toEqual([id, 'illustrated'])
})

it('writes a page for press with its stories as ninjs beside it where the standard keeps them out, and names the story that is not ready', async () => {
  pressOptions = { ...defaultPressOptions, standard: 'x-1a' }
  const file = join(folder, 'page-press.pdf')
  expect(await print.pages.exportTo(planOf('illustrated'), { ...format, bleed: 5 }, 'press', file)).toMatchObject({ file: 'page-press.pdf', besides: 'page-press.ninjs.json' })
  expect(readFileSync(file, 'latin1')).toMatch(/BleedBox \[ 19\.84\d* 19\.84\d* 827\./) // 275 mm and twice 5, seven from the edge
  expect(JSON.parse(readFileSync(join(folder, 'page-press.ninjs.json'), 'utf8'))).toMatchObject({ type: 'composite', associations: [{ name: id }, { name: 'illustrated' }] })
  pressOptions = defaultPressOptions
  await expect(print.pages.exportTo(planOf('open'), format, 'press', join(folder, 'blocked.pdf'))).rejects.toMatchObject({ code: 'page-blocked', details: { name: '临江市开会', codes: ['placeholder'] } })
  await expect(print.pages.exportTo(planOf('held'), format, 'press', join(folder, 'blocked.pdf'))).rejects.toMatchObject({ code: 'page-blocked', details: { codes: ['legal-hold'] } })
  expect(existsSync(join(folder, 'blocked.pdf'))).toBe(false)
})

it('checks a planned page for press: each finding names its story and leads to its place', async () => {
  const { findings, fits, plates } = await print.pages.preflight({ ...planOf('open'), number: '' }, format)
  expect(fits).toHaveLength(2)
  expect(plates).toEqual(['black'])
  expect(findings.map(({ code, severity, story }) => [code, severity, story])).toEqual([
    ['placeholder', 'blocker', 'open'], ['page-number-missing', 'warning', undefined], ['editor-missing', 'warning', 'a'], ['editor-missing', 'warning', 'open'],
  ])
  expect(findings[0]!.place).toEqual({ block: 1, from: 4, to: 8 })

  const over = planOf('lacking')
  const crowded = { ...over, editor: '闻达', placements: over.placements.map(placement => ({ ...placement, place: { ...place, lines: 12 } })) }
  const blockers = (await print.pages.preflight(crowded, format)).findings.filter(({ severity }) => severity === 'blocker')
  expect(blockers.map(({ code, story }) => [code, story])).toEqual([
    ['does-not-fit', 'a'], ['does-not-fit', 'lacking'], ['picture-missing', 'lacking'], ['picture-missing', 'lacking'], ['stories-overlap', 'a'],
  ])
  expect(blockers[0]!.place).toMatchObject({ block: expect.any(Number) as number, from: expect.any(Number) as number })
  await expect(print.pages.exportTo(crowded, format, 'press', join(folder, 'blocked.pdf'))).rejects.toMatchObject({ code: 'page-blocked', details: { codes: ['stories-overlap'] } })
})

it('sets a template as the newsroom set its parameters, and as the template says where they are impossible', async () => {
  const deckLines = async () => unpackProof(await print.api.proof({ story: id, template: 'slot', slot, known: null })).fit.deckLines
  const usual = await deckLines()
  slotParameters = { largestHeadline: 16 }
  expect(await deckLines()).toBeLessThan(usual)
  slotParameters = { largestHeadline: 4000 }
  expect(await deckLines()).toBe(usual)
  slotParameters = {}
})
