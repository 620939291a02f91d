import { setBlockType, toggleMark as toggleMarkOf, wrapIn, lift } from '@tiptap/pm/commands'
import type { Command, EditorState, Transaction } from '@tiptap/pm/state'
import { isSafeAddress } from '../../../src-main/common/document/marks'
import { goToDeckLine } from './deck-lines'
import { topNodeAt, isDeck } from './top-nodes'

export type MarkName = 'strong' | 'emphasisDots' | 'subscript' | 'superscript'

const isInDeck = (state: EditorState) => isDeck(topNodeAt(state.selection.$from)?.node)

/** Bold belongs to the body: a headline's weight is the template's. */
export function toggleMark(name: MarkName): Command {
  return (state, dispatch) => !(name === 'strong' && isInDeck(state)) && toggleMarkOf(state.schema.marks[name]!)(state, dispatch)
}

/** Takes every mark but links and suggestions off the selection. */
export const clearMarks: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection
  if (empty) return false
  const tr = state.tr
  for (const name of ['ruby', 'strong', 'emphasisDots', 'subscript', 'superscript']) tr.removeMark(from, to, state.schema.marks[name])
  dispatch?.(tr)
  return true
}

/** A crosshead becomes a paragraph and the other way round; never in the deck. */
export function toggleBlock(name: 'crosshead' | 'paragraph'): Command {
  return (state, dispatch) => {
    if (isInDeck(state)) return false
    const isAlready = state.selection.$from.parent.type.name === name
    return setBlockType(state.schema.nodes[isAlready ? 'paragraph' : name]!)(state, dispatch)
  }
}

export const toggleQuotation: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.name === 'quotation') return lift(state, dispatch, view)
  return !isInDeck(state) && wrapIn(state.schema.nodes.quotation!)(state, dispatch, view)
}

/** Links the selection, or the whole link the cursor is in; an empty address takes the link off. Unsafe addresses are refused. */
export function setLink(address: string): Command {
  return (state, dispatch) => {
    const type = state.schema.marks.link!
    const href = withScheme(address.trim())
    if (href !== '' && !isSafeAddress(href)) return false
    const { from, to } = linkRange(state)
    const tr = state.tr.removeMark(from, to, type)
    if (href !== '') addLink(tr, from, to, type.create({ href }), href)
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

function addLink(tr: Transaction, from: number, to: number, mark: ReturnType<EditorState['schema']['mark']>, href: string) {
  if (from < to) tr.addMark(from, to, mark)
  else tr.insert(from, tr.doc.type.schema.text(href, [mark]))
}

/** `www.example.cn` is meant as a web address, `name@example.cn` as a mail address. */
function withScheme(address: string): string {
  if (address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address
  return /^[^\s/@]+@[^\s/@]+$/.test(address) ? `mailto:${address}` : `https://${address}`
}

function linkRange({ selection: { from, to, empty, $from }, schema }: EditorState): { from: number, to: number } {
  const mark = schema.marks.link!.isInSet([...$from.marks(), ...$from.nodeAfter?.marks ?? []])
  if (!empty || !mark) return { from, to }
  let [start, end] = [$from.start(), $from.start()]
  $from.parent.forEach((child, offset) => {
    const at = $from.start() + offset
    if (!mark.isInSet(child.marks)) return
    if (end !== at) start = at
    if (start <= from) end = at + child.nodeSize
  })
  return { from: start, to: end }
}

/** The part of the story the cursor goes to. */
export const goToPart = { kicker: goToDeckLine('kicker'), headline: goToDeckLine('headline'), subhead: goToDeckLine('subhead') }
