import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { AppError } from '../common/ipc/errors'
import type { Fit } from '../common/print/print'
import type { FontArgs } from './fonts/drawn-fonts'
import type { Template } from './templates/template-shelf'

/** Data and pictures of one compile; picture names are paths inside the template's folder, as `/pictures/…`. */
export interface Compilation {
  job: object
  pictures: Map<string, Buffer>
  document?: DocumentFacts // for PDF standards that ask for them
  isDrawn?: boolean // drawn pages have a white ground, which tells their exact size
}

/** What archive and accessible PDFs say of themselves; `alternative` stands for pictures that have no text of their own. */
export interface DocumentFacts { title: string, authors: string[], description: string, alternative: string }

/** How Typst writes a PDF: its name of a standard or version, and whether the structure is tagged. */
export interface PdfOptions { standard?: '1.4' | '1.6' | 'a-2b' | 'ua-1', isTagged?: boolean }

/** `pdf` rejects with `not-conforming` what the standard forbids. */
export interface SetStory { fit: Fit, pages: number, fits(): Fit[], svg(): string, pdf(options?: PdfOptions): Buffer }

const maximalCacheAge = 40 // compiles; without eviction a thousand of them keep over a gigabyte. What stands within something remembered is asked for again only when a key adds a line: it must outlast a line of characters

/** Typst, confined to one template's folder and these fonts. */
export function engine(template: Template, kit: { name: string, source: string }[], fonts: FontArgs) {
  const compiler = NodeCompiler.create({ workspace: template.folder, fontArgs: fonts })
  for (const { name, source } of kit) compiler.addSource(join(template.folder, 'kit', name), source)
  const main = join(template.folder, template.manifest.main)
  const withFacts = join(template.folder, 'kit', 'document-facts.typ')
  compiler.addSource(withFacts, factsAround(template.manifest.main))
  const onWhite = join(template.folder, 'kit', 'on-white.typ')
  compiler.addSource(onWhite, `#set page(fill: white)\n#include "/${template.manifest.main}"\n`)
  const mapped = new Set<string>()
  const readsInputs = [...kit.map(({ source }) => source), ...sourcesIn(template.folder)].some(source => source.includes('sys.inputs.job'))

  function mapPictures(pictures: Map<string, Buffer>) {
    for (const name of [...mapped].filter(name => !pictures.has(name))) {
      compiler.unmapShadow(join(template.folder, name))
      mapped.delete(name)
    }
    for (const [name, bytes] of pictures) {
      if (!mapped.has(name)) compiler.mapShadow(join(template.folder, name), bytes)
      mapped.add(name)
    }
  }

  function compileStory({ job, pictures, document, isDrawn = false }: Compilation): NodeTypstDocument {
    mapPictures(pictures)
    return compile(document ? withFacts : isDrawn ? onWhite : main, job, document)
  }

  /** The job is a file: with other inputs Typst's whole library would be another, and nothing it remembers would do. */
  function compile(mainFilePath: string, job: object, document?: DocumentFacts): NodeTypstDocument {
    const text = JSON.stringify(job)
    compiler.mapShadow(join(template.folder, 'job.json'), Buffer.from(text))
    compiler.mapShadow(join(template.folder, 'setting.json'), Buffer.from(JSON.stringify(settingOf(job))))
    const compiled = compiler.compile({ mainFilePath, inputs: { ...readsInputs && { job: text }, ...document && { document: JSON.stringify(document) } } })
    setImmediate(() => compiler.evictCache(maximalCacheAge)) // nobody waits for it
    if (!compiled.result) throw templateFailure(compiler, compiled.takeDiagnostics() ?? compiled.takeError(), template)
    return compiled.result
  }

  function pdfOf(document: NodeTypstDocument, { standard, isTagged = false }: PdfOptions = {}): Buffer {
    try {
      return compiler.pdf(document, { pdfTags: isTagged, ...standard && { pdfStandard: standard } })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new AppError('not-conforming', `${standard ?? 'PDF'}: ${reason}`, { requirements: [standard ?? 'pdf'].map(name => name.replace('.', '-')), reasons: [reason] })
    }
  }

  return {
    set(compilation: Compilation): SetStory {
      const document = compileStory(compilation)
      return {
        fit: fitOf(compiler, document, template),
        pages: document.numOfPages,
        fits: () => valuesOf<Fit[]>(compiler, document, '<fits>')[0] ?? [],
        /** With a layer of its text. */
        svg: () => compiler.svg(document),
        pdf: options => pdfOf(document, options),
      }
    },
    /** A file of the kit as a PDF, such as the slug line. */
    kitPdf: (name: string, job: object, options: PdfOptions) => pdfOf(compile(join(template.folder, 'kit', name), job), options),
  }
}

export type Engine = ReturnType<typeof engine>

const textOfJob = new Set(['story', 'stories', 'notes', 'slipNotes'])

/** A job without its text: what the kit is evaluated by, the same from one key to the next. */
const settingOf = (job: object) => Object.fromEntries(Object.entries(job).filter(([name]) => !textOfJob.has(name)))

const sourcesIn = (folder: string) => readdirSync(folder).filter(name => name.endsWith('.typ')).map(name => readFileSync(join(folder, name), 'utf8'))

/** The template's main file, with what the document says of itself. */
const factsAround = (main: string) => `#let facts = json(bytes(sys.inputs.document))
#set document(title: facts.title, author: facts.authors, description: facts.description)
#set image(alt: facts.alternative)
#include "/${main}"
`

/** Every template says how the text fills its slot: `metadata((…)) <fit>`. */
function fitOf(compiler: NodeCompiler, document: NodeTypstDocument, template: Template): Fit {
  const [fit] = valuesOf<Fit>(compiler, document, '<fit>')
  if (!fit) throw failure(template, template.manifest.main, 0, 'The template gives no <fit>')
  return fit
}

function valuesOf<Value>(compiler: NodeCompiler, document: NodeTypstDocument, selector: string): Value[] {
  return (compiler.query(document, { selector }) as { value: Value }[]).map(({ value }) => value)
}

interface Diagnostic { message: string, severity: number, path: string, range: { start: { line: number } } | string | null }

function templateFailure(compiler: NodeCompiler, error: NodeError | null, template: Template): AppError {
  const diagnostics = error ? compiler.fetchDiagnostics(error) as Diagnostic[] : []
  const first = diagnostics.find(diagnostic => diagnostic.severity === 1) ?? diagnostics[0]
  if (!first) return failure(template, template.manifest.main, 0, 'Typst gave no reason')
  return failure(template, first.path.replace(template.folder, ''), lineOf(first.range), first.message)
}

/** Lines come zero-based, as an object or as `line:column-line:column`. */
function lineOf(range: Diagnostic['range']): number {
  if (typeof range === 'string') return Number(/^\d+/.exec(range)?.[0] ?? -1) + 1
  return (range?.start.line ?? -1) + 1
}

function failure(template: Template, path: string, line: number, reason: string): AppError {
  const file = join(template.id, path)
  return new AppError('template-failed', `${file}:${line}: ${reason}`, { file, line, reason })
}

