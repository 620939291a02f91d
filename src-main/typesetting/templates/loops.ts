import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Template } from './template-shelf'

const loopStart = /(?:^|[#{;=(,)]|\belse\b)\s*(?:for|while)\s/
const comment = /\/\/.*$/

/** Where a template's own files begin loops, as `template/file.typ:line`: what to look at when it ran too long, for Typst itself names no line then. */
export function loopsOf({ id, folder }: Template): string[] {
  return readdirSync(folder).filter(name => name.endsWith('.typ')).sort().flatMap(name =>
    readFileSync(join(folder, name), 'utf8').split('\n').flatMap((line, index) => loopStart.test(line.replace(comment, '')) ? [`${id}/${name}:${index + 1}`] : []))
}
