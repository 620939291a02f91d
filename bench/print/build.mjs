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
}

/** The real print service on a real typesetter process, with an invented story of about 1,500 characters. */
export async function startPrint() {
  await ensureFonts()
  await build({
    root: project, configFile: false, logLevel: 'error',
    build: {
      outDir: folder, ssr: true, target: 'node24', emptyOutDir: true,
      rollupOptions: { input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(project, path)])), output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  })
  const load = name => import(pathToFileURL(join(folder, `${name}.cjs`)).href)
  const [{ printService }, { typesetterProcess }, { storyDoc, textFragment, readText }, { sampleText, sampleSlip }] = await Promise.all(['print', 'process', 'story', 'sample'].map(load))
  const child = typesetterProcess(join(folder, 'typesetter.cjs'), ['--resources', join(project, 'resources')])
  const doc = storyDoc(sampleText(12), sampleSlip)
  const print = printService({
    typesetter: child.connection, restartTypesetter: child.restart, stories: { read: () => doc },
    pictures: { fileOf: () => { throw new Error('The story has no pictures') } }, grants: { pathOf: () => { throw new Error('Nothing is granted') } },
  })
  return { print, child, doc, text: textFragment(doc), story: readText(doc) }
}
