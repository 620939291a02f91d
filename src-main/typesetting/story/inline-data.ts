import type { Mark, Node } from '@tiptap/pm/model'
import { printable } from './printable'

interface TextRun { text: string, strong?: true, dots?: true, script?: 'sub' | 'super' }

/** A stretch of text in one style; `break` stands for a line break inside a paragraph. */
export type Run = TextRun | { break: true }

/** The words of a node as they are printed: suggested deletions left out, neighbours of one style joined. */
export function inlineData(node: Node): Run[] {
  const runs: Run[] = []
  node.forEach(child => {
    const run = runOf(child)
    if (run) append(runs, run)
  })
  return runs.map(run => 'text' in run ? { ...run, text: printable(run.text) } : run)
}

function runOf(node: Node): Run | undefined {
  if (node.type.name === 'lineBreak') return { break: true }
  if (!node.isText || !node.text || has(node.marks, 'deletion')) return
  return {
    text: node.text,
    ...has(node.marks, 'strong') && { strong: true as const },
    ...has(node.marks, 'emphasisDots') && { dots: true as const },
    ...has(node.marks, 'subscript') && { script: 'sub' as const },
    ...has(node.marks, 'superscript') && { script: 'super' as const },
  }
}

function append(runs: Run[], run: Run) {
  const last = runs.at(-1)
  if (last && 'text' in last && 'text' in run && isSameStyle(last, run)) last.text += run.text
  else runs.push(run)
}

const isSameStyle = (a: TextRun, b: TextRun) =>
  a.strong === b.strong && a.dots === b.dots && a.script === b.script

const has = (marks: readonly Mark[], name: string) => marks.some(mark => mark.type.name === name)
