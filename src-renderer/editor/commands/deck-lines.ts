import type { Command } from '@tiptap/pm/state'
import type { DeckType } from '../../../src-main/common/document/nodes'
import { countOf, endOfDeckPart, topNode, withCursorNear } from './top-nodes'

/** Puts the cursor into the first line of this kind, and makes one where the story has none. */
export function goToDeckLine(type: DeckType): Command {
  return (state, dispatch) => {
    const { doc, tr } = state
    if (countOf(doc, type) === 0) return addDeckLine(type)(state, dispatch)
    for (let index = 0; index < doc.childCount; index++) {
      const line = topNode(doc, index)!
      if (line.node.type.name !== type) continue
      dispatch?.(withCursorNear(tr, line.after - 1, -1))
      break
    }
    return true
  }
}

/** Adds an empty line of this kind behind those there are, and puts the cursor into it. */
export function addDeckLine(type: DeckType): Command {
  return (state, dispatch) => {
    const position = endOfDeckPart(state.doc, type)
    dispatch?.(withCursorNear(state.tr.insert(position, state.schema.nodes[type]!.create()), position, 1))
    return true
  }
}
