import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Template } from './template-shelf'

const loopStart = /(?:^|[#{;=(,)]|\belse\b)\s*(?:for|while)\s/
const eachItem = /\.(?:map|fold|reduce|filter|flat-map)\(/
const definition = /^\s*#?let\s+([\w-]+)\s*\(/
const comment = /\/\/.*$/

/**
 * Where a template's own files may go round and round, as `template/file.typ:line`: loops and functions that call themselves, else what is done
 * to each item of a list, else its main file. What to look at when it ran too long, for Typst itself names no line then.
 */
export function loopsOf({ id, folder, manifest }: Template): string[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.typ')).sort().map(name => ({
    name: `${id}/${name}`, lines: readFileSync(join(folder, name), 'utf8').split('\n').map(line => line.replace(comment, '')),
  }))
  const places = (found: (lines: string[]) => number[]) => files.flatMap(({ name, lines }) => found(lines).map(index => `${name}:${index + 1}`))
  const where = (is: (line: string, index: number) => boolean) => (lines: string[]) => lines.flatMap((line, index) => is(line, index) ? [index] : [])

  const certain = places(lines => {
    const calls = new Set(selfCalls(lines))
    return where((line, index) => loopStart.test(line) || calls.has(index))(lines)
  })
  if (certain.length > 0) return certain
  const likely = places(where(line => eachItem.test(line)))
  return likely.length > 0 ? likely : [`${id}/${manifest.main}:1`]
}

/** Lines at which a function calls itself, directly. */
function selfCalls(lines: string[]): number[] {
  const calls: number[] = []
  let own: string | undefined
  for (const [index, line] of lines.entries()) {
    const begun = definition.exec(line)
    const rest = begun ? line.slice(begun[0].length) : line
    own = begun?.[1] ?? (line.startsWith('#') ? undefined : own)
    if (own !== undefined && new RegExp(`(?<![\\w-])${own}\\(`).test(rest)) calls.push(index)
  }
  return calls
}
