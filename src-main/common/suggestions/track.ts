import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { Transform } from '@tiptap/pm/transform'
import type { Author, Stamp } from '../document/stamp'
import { changedRanges } from './changed-ranges'
import { cleaned } from './cleaned'
import type { Draft } from './draft'
import { withMoves, type Cut } from './moves'
import { place } from './place'
import { selectionAfter, type Placed } from './placed'
import { planned, plannedWhole, type PlannedRange } from './plan'
import { restyle } from './restyle-steps'
import { trimmed } from './trim'
import { viewOf } from './views'

export interface TrackOptions {
  author: Author
  newId(): string
  now(): number
  cut?: Cut // what was cut last
  isCut?: boolean // this edit is such a deletion
}

/**
 * The transaction that makes the edits of `tr` suggestions of `author`: without them the text reads as before the edit,
 * with them as the edit left it. The cursor goes where the edit put it.
 */
export function tracked(tr: Transaction, state: EditorState, options: TrackOptions): Transaction {
  const edited = cleaned(tr)
  const stamp: Stamp = { ...options.author, id: options.newId(), at: options.now() }
  const ranges = changedRanges(edited.mapping.maps)
  const plan = withMoves(planned(ranges, state.doc, edited.doc).map(range => trimmed(range, state.doc, edited.doc, state.selection)), state.doc, edited.doc, stamp, options)
  const drafts = [() => plan, () => plannedWhole(ranges, state.doc, edited.doc)]
  for (const ways of ranges.length > 0 ? drafts : drafts.slice(0, 1)) {
    const drafted = draft(state, edited, ways(), stamp, options.author)
    if (drafted && isFaithful(drafted.tr.doc, state.doc, edited.doc, plan)) return finished(drafted, tr, state)
  }
  throw new Error('An edit could not be shown as a suggestion')
}

/** Nothing of the original is lost, and all of the edit is there. Text within one block needs no such look. */
function isFaithful(doc: Node, before: Node, after: Node, plan: PlannedRange[]): boolean {
  if (plan.every(({ kind }) => kind === 'inline')) return true
  return viewOf(doc, 'original').eq(viewOf(before, 'original')) && viewOf(doc, 'final').eq(viewOf(after, 'final'))
}

interface Drafted { tr: Transaction, placed: Placed[] }

function draft(state: EditorState, edited: Transform, plan: PlannedRange[], stamp: Stamp, author: Author): Drafted | undefined {
  const made: Draft = { tr: state.tr, author, stamp }
  const placed: Placed[] = []
  for (const range of [...plan].reverse()) {
    const one = place(made, range, state.doc, edited.doc)
    if (!one) return undefined
    placed.unshift(one)
  }
  edited.steps.forEach((step, index) => restyle(made, step, edited, index, placed))
  return { tr: made.tr, placed }
}

/** Carries over all that a transaction says besides its steps. */
function finished({ tr, placed }: Drafted, edit: Transaction, state: EditorState): Transaction {
  const selection = selectionAfter(tr, placed, edit, state)
  if (selection) tr.setSelection(selection)
  if (edit.storedMarksSet) tr.setStoredMarks(edit.storedMarks)
  if (edit.scrolledIntoView) tr.scrollIntoView()
  for (const [key, value] of Object.entries(metaOf(edit))) tr.setMeta(key, value)
  return tr.setTime(edit.time)
}

const metaOf = (tr: Transaction) => (tr as unknown as { meta: Record<string, unknown> }).meta
