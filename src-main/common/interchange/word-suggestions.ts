import { Fragment, Slice, type Mark, type Node, type Schema } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { untrackedMeta } from '../suggestions/decide'
import { tracked } from '../suggestions/track'
import { planReturn, wordsOf, type ReturnedEdit, type ReturnedStyling, type WordReturn, type WordRevision, type WordRun } from './word-return'

export interface ReturnOptions { pass: string, newId(): string }

/**
 * The changes of a returned Word file as suggestions of those who made them, last place first: each transaction is made for the state the one before left.
 * `dispatch` applies one and gives the new state. Returns how many were made; those the text cannot take are named.
 */
export function suggestReturned(first: EditorState, returned: WordReturn, options: ReturnOptions, dispatch: (tr: Transaction) => EditorState): { made: number, conflicts: string[], styles: number } {
  const { edits, stylings, conflicts, styles } = planReturn(first.doc, returned)
  const refused: string[] = []
  let state = first
  let made = 0
  for (const styling of stylings) take(styledBy(state, styling), styling.by, '')
  for (const edit of [...edits].reverse()) take(editedBy(state, edit), edit.by, wordsOf(edit.lines))
  return { made, conflicts: [...conflicts, ...refused], styles }

  function take(edit: Transaction | undefined, by: WordRevision, words: string): void {
    const tr = edit?.docChanged ? suggestion(edit, state, by, options) : undefined
    if (!tr) return void refused.unshift(words)
    state = dispatch(tr)
    made++
  }
}

/** Undefined when the text cannot take the edit as a suggestion. */
function suggestion(edit: Transaction, state: EditorState, { author, date }: WordRevision, { pass, newId }: ReturnOptions): Transaction | undefined {
  try {
    return tracked(edit, state, { author: { person: author, role: '', pass }, newId, now: () => Date.parse(date) || 0 }).setMeta(untrackedMeta, true)
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('An edit could not')) return undefined
    throw error
  }
}

function styledBy({ tr, schema }: EditorState, { from, to, added, removed }: ReturnedStyling): Transaction {
  added.forEach(style => tr.addMark(from, to, schema.mark(style)))
  removed.forEach(style => tr.removeMark(from, to, schema.marks[style]))
  return tr
}

function editedBy(state: EditorState, { from, to, lines }: ReturnedEdit): Transaction | undefined {
  const { parent } = state.doc.resolve(from)
  const blocks = lines.map(line => parent.type.create({ ...parent.attrs, suggestion: null }, line.flatMap(run => inline(state.schema, run))))
  try {
    return state.tr.replace(from, to, lines.length === 1 ? new Slice(blocks[0]!.content, 0, 0) : new Slice(Fragment.from(blocks), 1, 1))
  } catch (error) {
    if (error instanceof RangeError) return undefined // the blocks do not join
    throw error
  }
}

function inline(schema: Schema, { text, styles }: WordRun): Node[] {
  const marks: Mark[] = styles.map(style => schema.mark(style))
  return text.split('\n').flatMap((part, index) => [...index > 0 ? [schema.node('lineBreak')] : [], ...part === '' ? [] : [schema.text(part, marks)]])
}
