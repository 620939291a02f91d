import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Stamp } from './stamp'

/** What a node was before a change of its type or attributes. */
export interface FormerLook extends Stamp { type: string, attrs: Record<string, unknown> }

/**
 * Suggestions about a node. On a text block (paragraph, deck line, caption …) `inserted` and `deleted` are about the break before it:
 * without the break its words run on from the block before. On every other node they are about the whole node.
 */
export interface NodeSuggestion { inserted?: Stamp, deleted?: Stamp, changed?: FormerLook[] }

/** The nodes that carry suggestions of their own: all but the document and text. */
const suggestedTypes = [
  'kicker', 'headline', 'subhead', 'paragraph', 'crosshead', 'quotation', 'rule', 'lineBreak', 'figure', 'caption', 'credit',
  'bulletList', 'orderedList', 'listItem', 'table', 'tableRow', 'tableHeader', 'tableCell',
]

/** An attribute, because the Yjs binding keeps no marks on nodes. */
export const NodeSuggestions = Extension.create({
  name: 'nodeSuggestions',
  addGlobalAttributes: () => [{
    types: suggestedTypes,
    attributes: { suggestion: { default: null, parseHTML: () => null, renderHTML: ({ suggestion }) => domAttributes(suggestion as NodeSuggestion | null) } },
  }],
})

function domAttributes(suggestion: NodeSuggestion | null): Record<string, string> {
  if (!suggestion) return {}
  const { inserted, deleted, changed } = suggestion
  const latest = deleted ?? inserted ?? changed?.at(-1)
  return {
    ...inserted && { 'data-inserted': inserted.id },
    ...deleted && { 'data-deleted': deleted.id },
    ...changed?.length && { 'data-changed': changed.at(-1)!.id },
    ...latest && { 'data-pass': latest.pass },
  }
}

export const suggestionOf = (node: Node): NodeSuggestion => (node.attrs.suggestion as NodeSuggestion | null) ?? {}

/** A suggestion as the attribute keeps it: null when nothing is suggested. */
export function suggestionAttribute({ inserted, deleted, changed }: NodeSuggestion): NodeSuggestion | null {
  const isAny = inserted || deleted || changed?.length
  return isAny ? { ...inserted && { inserted }, ...deleted && { deleted }, ...changed?.length && { changed } } : null
}

/** A node's attributes without what is suggested about it. */
export const withoutSuggestion = (attrs: Record<string, unknown>) => Object.fromEntries(Object.entries(attrs).filter(([name]) => name !== 'suggestion'))
