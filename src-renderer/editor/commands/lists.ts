import { liftListItem, wrapInList } from '@tiptap/pm/schema-list'
import type { Command, EditorState } from '@tiptap/pm/state'
import { isDeck, topNodeAt } from './top-nodes'

export type ListName = 'bulletList' | 'orderedList'

/** Makes a list of the selected paragraphs, turns one kind of list into the other, or takes the paragraphs out of their list. */
export function toggleList(name: ListName): Command {
  return (state, dispatch, view) => {
    if (isDeck(topNodeAt(state.selection.$from)?.node)) return false
    const list = listAround(state)
    if (!list) return wrapInList(state.schema.nodes[name]!)(state, dispatch, view)
    if (list.type === name) return liftListItem(state.schema.nodes.listItem!)(state, dispatch)
    dispatch?.(state.tr.setNodeMarkup(list.before, state.schema.nodes[name]))
    return true
  }
}

function listAround({ selection: { $from } }: EditorState): { type: string, before: number } | undefined {
  for (let depth = $from.depth; depth > 0; depth--) {
    const type = $from.node(depth).type.name
    if (type === 'bulletList' || type === 'orderedList') return { type, before: $from.before(depth) }
  }
  return undefined
}
