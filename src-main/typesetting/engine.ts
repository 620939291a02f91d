import { join } from 'node:path'
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { AppError } from '../common/ipc/errors'
import type { Fit } from '../common/print/print'
import type { Template } from './templates/template-shelf'

/** Data and pictures of one compile; picture names are paths inside the template's folder, as `/pictures/…`. */
export interface Compilation { job: object, pictures: Map<string, Buffer> }

export interface SetStory { fit: Fit, svg(): string, pdf(): Buffer }

const maximalCacheAge = 10 // compiles; without eviction a thousand of them keep over a gigabyte

/** Typst, confined to one template's folder and the named font folders. */
export function engine(template: Template, kit: { name: string, source: string }[], fontFolders: string[]) {
  const compiler = NodeCompiler.create({ workspace: template.folder, fontArgs: [{ fontPaths: fontFolders }] })
  for (const { name, source } of kit) compiler.addSource(join(template.folder, 'kit', name), source)
  const mapped = new Set<string>()

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

  function compile({ job, pictures }: Compilation): NodeTypstDocument {
    mapPictures(pictures)
    const compiled = compiler.compile({ mainFilePath: join(template.folder, template.manifest.main), inputs: { job: JSON.stringify(job) } })
    compiler.evictCache(maximalCacheAge)
    if (!compiled.result) throw templateFailure(compiler, compiled.takeDiagnostics() ?? compiled.takeError(), template)
    return compiled.result
  }

  return {
    set(compilation: Compilation): SetStory {
      const document = compile(compilation)
      return {
        fit: fitOf(compiler, document, template),
        svg: () => compiler.plainSvg(document),
        pdf: () => compiler.pdf(document, { pdfTags: false }),
      }
    },
  }
}

export type Engine = ReturnType<typeof engine>

/** Every template says how the text fills its slot: `metadata((…)) <fit>`. */
function fitOf(compiler: NodeCompiler, document: NodeTypstDocument, template: Template): Fit {
  const [entry] = compiler.query(document, { selector: '<fit>' }) as { value: Fit }[]
  if (!entry) throw failure(template, template.manifest.main, 0, 'The template gives no <fit>')
  return entry.value
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

