import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { untrackedMeta } from '../suggestions/decide'
import { tracked } from '../suggestions/track'
import { planReturn, type ReturnedEdit, type WordReturn } from './word-return'

export interface ReturnOptions { pass: string, newId(): string }

/**
 * The changes of a returned Word file as suggestions of those who made them, last place first: each transaction is made for the state the one before left.
 * `dispatch` applies one and gives the new state. Returns how many were made; those the text cannot take are named.
 */
export function suggestReturned(first: EditorState, returned: WordReturn, options: ReturnOptions, dispatch: (tr: Transaction) => EditorState): { made: number, conflicts: string[], styles: number } {
  const { edits, conflicts, styles } = planReturn(first.doc, returned)
  const refused: string[] = []
  let state = first
  let made = 0
  for (const edit of [...edits].reverse()) {
    const tr = suggestion(state, edit, options)
    if (tr) {
      state = dispatch(tr)
      made++
    } else refused.unshift(edit.lines.join('\n'))
  }
  return { made, conflicts: [...conflicts, ...refused], styles }
}

function suggestion(state: EditorState, { from, to, lines, by }: ReturnedEdit, { pass, newId }: ReturnOptions): Transaction | undefined {
  const { $from, tr } = { $from: state.doc.resolve(from), tr: state.tr }
  const blocks = lines.map(line => $from.parent.type.create($from.parent.type.name === 'paragraph' ? null : attributesOf($from.parent), inline(state, line)))
  try {
    tr.replace(from, to, lines.length === 1 ? new Slice(blocks[0]!.content, 0, 0) : new Slice(Fragment.from(blocks), 1, 1))
    if (!tr.docChanged) return undefined
    return tracked(tr, state, { author: { person: by.author, role: '', pass }, newId, now: () => Date.parse(by.date) }).setMeta(untrackedMeta, true)
  } catch (error) {
    if (error instanceof RangeError || error instanceof Error && error.message.startsWith('An edit could not')) return undefined
    throw error
  }
}

const attributesOf = (node: Node) => ({ ...node.attrs, suggestion: null })

function inline({ schema }: EditorState, line: string): Node[] {
  return line.split('\n').flatMap((part, index) => [...index > 0 ? [schema.node('lineBreak')] : [], ...part === '' ? [] : [schema.text(part)]])
}
