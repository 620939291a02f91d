import { Plugin, PluginKey, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Piece } from '../../../src-main/common/suggestions/final-places'
import { findMatches, matchFrom, type FindQuery, type Match } from '../find/matches'

export interface FindState {
  query: FindQuery | null
  matches: Match[]
  current: number // index in `matches`; -1 without any
  decorations: DecorationSet
  isStale: boolean // text changed since the matches were looked for
}

type FindChange = { query: FindQuery | null } | { current: number } | { refresh: true }

export const findKey = new PluginKey<FindState>('find')

const nothing: FindState = { query: null, matches: [], current: -1, decorations: DecorationSet.empty, isStale: false }
const refreshDelay = 200

/** Marks what is being looked for. While the person types the marks only move along; the search is done again in a pause. */
export function findPlugin() {
  return new Plugin<FindState>({
    key: findKey,
    state: {
      init: () => nothing,
      apply(tr, value) {
        const change: FindChange | undefined = tr.getMeta(findKey)
        if (change) return changed(value, change, tr)
        return tr.docChanged && value.query ? moved(value, tr) : value
      },
    },
    props: { decorations: state => findKey.getState(state)?.decorations },
    view: view => refreshInPauses(view),
  })
}

function changed(value: FindState, change: FindChange, tr: Transaction): FindState {
  if ('current' in change) return marked({ ...value, current: change.current }, tr)
  const query = 'query' in change ? change.query : value.query
  if (!query) return nothing
  const matches = findMatches(tr.doc, query)
  const position = 'refresh' in change ? value.matches[value.current]?.from ?? tr.selection.from : tr.selection.from
  return marked({ ...value, query, matches, isStale: false, current: matches.length > 0 ? matchFrom(matches, position) : -1 }, tr)
}

function marked(value: FindState, tr: Transaction): FindState {
  const decorations = value.matches.flatMap(({ pieces }, index) => pieces.map(({ from, to }) => Decoration.inline(from, to, { class: index === value.current ? 'match match-current' : 'match' })))
  return { ...value, decorations: DecorationSet.create(tr.doc, decorations) }
}

function moved(value: FindState, tr: Transaction): FindState {
  const mapped = ({ from, to }: Piece): Piece => ({ from: tr.mapping.map(from, 1), to: tr.mapping.map(to, -1) })
  const matches = value.matches.map(match => ({ ...mapped(match), pieces: match.pieces.map(mapped) }))
  return { ...value, matches, decorations: value.decorations.map(tr.mapping, tr.doc), isStale: true }
}

function refreshInPauses(view: EditorView) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const refresh = () => {
    if (view.composing) return later()
    if (findKey.getState(view.state)?.isStale) view.dispatch(view.state.tr.setMeta(findKey, { refresh: true }))
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(refresh, refreshDelay)
  }
  return { update: () => { if (findKey.getState(view.state)?.isStale) later() }, destroy: () => clearTimeout(timer) }
}

/** Sets what is looked for; null ends the search. */
export function setQuery(query: FindQuery | null): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.setMeta(findKey, { query }))
    return true
  }
}

/** Goes to the next match (or the one before), around the end of the story. */
export function goToMatch(step: 1 | -1): Command {
  return (state, dispatch) => {
    const { matches, current } = fresh(state)
    if (matches.length === 0) return false
    const isThere = isSelected(state, matches[current])
    const next = isThere || step < 0 ? (current + step + matches.length) % matches.length : current
    dispatch?.(showMatch(state.tr.setMeta(findKey, { current: next }), matches[next]!))
    return true
  }
}

const isSelected = ({ selection }: EditorState, match: Match | undefined) => selection.from === match?.from && selection.to === match.to

function showMatch(tr: Transaction, { from, to }: Match): Transaction {
  return tr.setSelection(TextSelection.create(tr.doc, from, to)).scrollIntoView()
}

/** Replaces the current match and goes on to the next. */
export function replaceCurrent(replacement: string): Command {
  return (state, dispatch) => {
    const { query, matches, current } = fresh(state)
    const match = matches[current]
    if (!query || !match) return false
    const tr = replaced(state.tr, match, replacement)
    tr.setSelection(TextSelection.near(tr.doc.resolve(match.from + replacement.length))).setMeta(findKey, { query })
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Replaces every match in one step. */
export function replaceAll(replacement: string): Command {
  return (state, dispatch) => {
    const { query, matches } = fresh(state)
    if (!query || matches.length === 0) return false
    const tr = state.tr.setMeta(findKey, { query })
    for (const match of [...matches].reverse()) replaced(tr, match, replacement)
    dispatch?.(tr)
    return true
  }
}

/** What is suggested to go between the words stays suggested. */
function replaced(tr: Transaction, { pieces: [first, ...others] }: Match, replacement: string): Transaction {
  for (const { from, to } of others.reverse()) tr.delete(from, to)
  return replacement === '' ? tr.delete(first!.from, first!.to) : tr.insertText(replacement, first!.from, first!.to)
}

/** Matches as they are in the text now, even when the marks still wait for a pause. */
function fresh(state: EditorState): FindState {
  const value = findKey.getState(state) ?? nothing
  if (!value.query || !value.isStale) return value
  const matches = findMatches(state.doc, value.query)
  return { ...value, matches, current: matches.length > 0 ? matchFrom(matches, value.matches[value.current]?.from ?? 0) : -1 }
}
