import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { ensureFonts } from '../../scripts/fonts.mjs'

const project = resolve(import.meta.dirname, '..', '..')
const folder = join(project, '.cache', 'bench-print')
const entries = {
  typesetter: 'src-main/typesetting/index.ts',
  print: 'src-main/backend/services/print.ts',
  process: 'src-main/backend/typesetter-process.ts',
  story: 'src-main/common/document/story-doc.ts',
  sample: 'src-main/typesetting/testing/sample-story.ts',
  engine: 'src-main/typesetting/engine.ts',
  templates: 'src-main/typesetting/templates/template-shelf.ts',
  storyData: 'src-main/typesetting/story/story-data.ts',
  faces: 'src-main/typesetting/fonts/faces.ts',
  fonts: 'src-main/typesetting/fonts/font-shelf.ts',
  parameters: 'src-main/common/print/template-parameters.ts',
  finish: 'src-main/typesetting/press/finish-press.ts',
  reader: 'src-main/typesetting/press/pdfx-reader.ts',
  geometry: 'src-main/typesetting/press/geometry.ts',
  profiles: 'src-main/backend/services/profiles.ts',
  press: 'src-main/common/print/press.ts',
  dateline: 'src-main/common/document/dateline.ts',
}

const load = name => import(pathToFileURL(join(folder, `${name}.cjs`)).href)

/** The real print service on a real typesetter process, with an invented story: twelve paragraphs are about 1,500 characters. `picture` is a file for a figure in it. */
export async function startPrint({ paragraphs = 12, picture } = {}) {
  await ensureFonts()
  await build({
    root: project, configFile: false, logLevel: 'error',
    build: {
      outDir: folder, ssr: true, target: 'node24', emptyOutDir: true,
      rollupOptions: { input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(project, path)])), output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  })
  const [{ printService }, { typesetterProcess }, { storyDoc, textFragment, readText }, { sampleText, sampleSlip }, { defaultPressOptions: press }, { profileService }] =
    await Promise.all(['print', 'process', 'story', 'sample', 'press', 'profiles'].map(load))
  const child = typesetterProcess(join(folder, 'typesetter.cjs'), ['--resources', join(project, 'resources')])
  const doc = storyDoc(picture ? withFigure(sampleText(paragraphs)) : sampleText(paragraphs), sampleSlip)
  const print = printService({
    settings: { read: () => ({ press }) }, profiles: profileService(join(project, 'resources', 'profiles'), '', {}), emit: () => undefined,
    typesetter: child.connection, restartTypesetter: child.restart, stories: { read: () => doc, sequenceOf: () => 1, keepExported: () => undefined }, onMeasured: () => undefined,
    pictures: { fileOf: () => picture }, grants: { pathOf: () => { throw new Error('Nothing is granted') } },
    parametersOf: () => ({}),
    proofreadingOf: () => ({ pass: '一校', signatures: [], errorRates: [] }), publicationOf: () => null, releaseOf: () => ({ isReleased: true, again: [] }),
    planOf: () => { throw new Error('Every measurement names its template') },
  })
  return { print, child, doc, text: textFragment(doc), story: readText(doc), read: () => readText(doc), slip: sampleSlip }
}

/** The story with a figure below its tenth paragraph. */
function withFigure(doc) {
  const { children, type: { schema } } = doc
  const part = (name, words) => schema.node(name, null, [schema.text(words)])
  const figure = schema.node('figure', { picture: 'bench', width: 900, height: 600 }, [part('caption', '临江大桥昨日通车。'), part('credit', '江一帆 摄')])
  return schema.node('doc', null, [...children.slice(0, 14), figure, ...children.slice(14)])
}

/** The typesetter's stages one by one, in this process: data, layout and PDF, finishing as PDF/X-4, reading it back. After `startPrint`. */
export async function pressStages(slip, slot) {
  const [{ engine }, { templateShelf }, { storyData }, { facesOf }, { fontShelf }, { parameterValues }, { finishPress }, { pdfxFailures }, { marginsFor }, { defaultPressOptions: press }, { composeDateline }] =
    await Promise.all(['engine', 'templates', 'storyData', 'faces', 'fonts', 'parameters', 'finish', 'reader', 'geometry', 'press', 'dateline'].map(load))
  const resources = join(project, 'resources')
  const shelf = templateShelf([join(resources, 'print-templates')])
  const template = shelf.find('slot')
  const { set, kitPdf } = engine(template, shelf.kit(), [{ fontPaths: [join(resources, 'fonts')] }])
  const { bodySize, linePitch } = template.manifest
  const { bleed, slug } = marginsFor(press)
  const [pressMargin, standard] = [bleed + slug, '1.6']
  const options = { ...press, profile: { id: press.profile, name: 'Newsprint', file: join(resources, 'profiles', `${press.profile}.icc`) }, story: 's1', ninjs: '{}' }
  const job = {
    output: 'press', ink: 'process', slot, bodySize, linePitch, margin: pressMargin, bleed, fitting: { headlineScale: 100, isBalanced: true }, amendment: '', pictures: {}, setAt: '',
    parameters: parameterValues(template.manifest.parameters), faces: facesOf(fontShelf([join(resources, 'fonts')])),
  }
  const metadata = () => ({ title: slip.shortTitle, headline: slip.shortTitle, authors: slip.byline.map(({ name }) => name), subject: slip.source, source: slip.source, date: new Date(), story: 's1', ninjs: '{}' })
  return {
    pressMargin, bodySize, linePitch, dateline: composeDateline(slip),
    layOut: text => set({ job: { ...job, story: storyData(text, slip) }, pictures: new Map() }).pdf({ standard }),
    finish: pdf => finishPress({ pdf, options, metadata: metadata(), slugLine: (plates, width) => kitPdf('slug-line.typ', { width, facts: [slip.shortTitle], plates: plates.map(id => ({ id, name: id })) }, { standard }) }),
    async check(pdf) {
      const failures = await pdfxFailures(pdf, press.standard)
      if (failures.length > 0) throw new Error(JSON.stringify(failures))
      return pdf
    },
  }
}
