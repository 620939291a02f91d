import type { Node } from '@tiptap/pm/model'
import { deletionOf, hasSuggestions } from './marks'
import { acceptAll, rejectAll, resolved, settledNode } from './resolve'
import { suggestionOf } from '../document/node-suggestion'

/** What a story reads like with every suggestion carried out, or with none. */
export type TextView = 'final' | 'original'

/** The one place that decides the text of a view; everything that counts, searches, prints or exports reads it. Repeated calls cost nothing. */
export function viewOf(doc: Node, view: TextView): Node {
  return resolved(doc, view === 'final' ? acceptAll : rejectAll)
}

/** One node of a story as the final text has it; undefined when it is not in it. */
export function finalNode(node: Node): Node | undefined {
  if (!hasSuggestions(node)) return node
  if (node.isInline) return deletionOf(node) ? undefined : node
  return suggestionOf(node).deleted && !node.isTextblock ? undefined : settledNode(node, acceptAll)
}
