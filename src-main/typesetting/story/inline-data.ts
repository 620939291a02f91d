import type { Mark, Node } from '@tiptap/pm/model'
import { textOf } from '../../common/document/text'
import type { Place, WordMark } from '../galley/marked-runs'
import { printable } from './printable'

/** `ruby`: a reading over the whole run (`isGroup`), or over each of its characters. */
export interface TextRun { text: string, strong?: true, dots?: true, script?: 'sub' | 'super', ruby?: { reading: string, isGroup: boolean } }

/** A stretch of text in one style, on galleys with a mark; `break` stands for a line break inside a paragraph, a place for a mark between words. */
export type Run = TextRun & { mark?: WordMark } | Place | { break: true }

/** What reads the words of a block; another one sets the words with proofreading marks. */
export interface InlineReader { runs(node: Node): Run[], isEmpty(node: Node): boolean }

export const finalReader: InlineReader = { runs: inlineData, isEmpty: node => textOf(node).trim() === '' }

/** The words of a node as they are printed: suggested deletions left out, neighbours of one style joined. */
export function inlineData(node: Node): Run[] {
  const runs: (TextRun | { break: true })[] = []
  node.forEach(child => {
    const run = runOf(child)
    if (run) append(runs, run)
  })
  return runs.map(run => 'text' in run ? { ...run, text: printable(run.text) } : run)
}

function runOf(node: Node): TextRun | { break: true } | undefined {
  if (node.type.name === 'lineBreak') return { break: true }
  if (!node.isText || !node.text || has(node.marks, 'deletion')) return
  return textRun(node)
}

/** The words of a text node with their styles, as they are in the document. */
export function textRun(node: Node): TextRun {
  const ruby = node.marks.find(mark => mark.type.name === 'ruby')
  return {
    text: node.text ?? '',
    ...ruby && { ruby: { reading: printable(String(ruby.attrs.reading)), isGroup: ruby.attrs.part === null } },
    ...has(node.marks, 'strong') && { strong: true as const },
    ...has(node.marks, 'emphasisDots') && { dots: true as const },
    ...has(node.marks, 'subscript') && { script: 'sub' as const },
    ...has(node.marks, 'superscript') && { script: 'super' as const },
  }
}

function append(runs: (TextRun | { break: true })[], run: TextRun | { break: true }) {
  const last = runs.at(-1)
  if (!last || !('text' in last && 'text' in run)) return void runs.push(run)
  if (isSameStyle(last, run)) last.text += run.text
  else runs.push(run)
}

const isSameRuby = (a: TextRun, b: TextRun) => a.ruby?.reading === b.ruby?.reading && a.ruby?.isGroup === b.ruby?.isGroup

const isSameStyle = (a: TextRun, b: TextRun) =>
  a.strong === b.strong && a.dots === b.dots && a.script === b.script && isSameRuby(a, b)

const has = (marks: readonly Mark[], name: string) => marks.some(mark => mark.type.name === name)
