import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { AppError } from '../../common/ipc/errors'
import { manifestShape, type Manifest } from './manifest'

/** Reads a manifest; throws `template-failed` with file, line and reason. `shown` is the file as people know it: `template/manifest.json`. */
export function readManifest(file: string, shown: string): Manifest {
  const text = readFileSync(file, 'utf8')
  try {
    return manifestShape.parse(JSON.parse(text))
  } catch (error) {
    const { line, reason } = error instanceof z.ZodError ? shapeProblem(text, error) : { line: syntaxLine(text, String(error)), reason: String(error).replace(/^SyntaxError: /, '') }
    throw new AppError('template-failed', `${shown}:${line}: ${reason}`, { file: shown, line, reason })
  }
}

/** The first thing that is wrong, and the line on which its innermost name stands. */
function shapeProblem(text: string, { issues: [issue] }: z.ZodError): { line: number, reason: string } {
  const keys = issue && 'keys' in issue && Array.isArray(issue.keys) ? issue.keys.map(String) : []
  const path = [...issue?.path ?? [], ...keys.slice(0, 1)]
  return { line: lineOfPath(text, path), reason: `${path.map(String).join('.')}: ${issue?.message ?? 'not what a manifest says'}` }
}

/** Walks the names of a path one after another through the text; numbers count the objects of a list. */
function lineOfPath(text: string, path: PropertyKey[]): number {
  let position = 0
  for (const step of path) {
    const found = typeof step === 'number' ? startOfItem(text, position, step) : text.indexOf(`"${String(step)}"`, position)
    if (found < 0) break
    position = found
  }
  return lineAt(text, position)
}

function startOfItem(text: string, from: number, index: number): number {
  let depth = 0
  let count = -1
  for (let position = text.indexOf('[', from); position >= 0 && position < text.length; position++) {
    if (text[position] === '{' && ++depth === 1 && ++count === index) return position
    if (text[position] === '}') depth--
  }
  return -1
}

/** V8 says `(line 3 column 5)`, or only where the text ends too early. */
function syntaxLine(text: string, message: string): number {
  const line = /line (\d+)/.exec(message)?.[1]
  const position = /position (\d+)/.exec(message)?.[1]
  return line ? Number(line) : lineAt(text, position ? Number(position) : text.length)
}

const lineAt = (text: string, position: number) => text.slice(0, position).split('\n').length
