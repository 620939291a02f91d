import type { Node } from '@tiptap/pm/model'
import { NodeSelection, type Command, type EditorState } from '@tiptap/pm/state'
import type { Crop } from '../../../src-main/common/print/picture-crop'
import { untrackedMeta } from '../../../src-main/common/suggestions/decide'
import { closeUndoStep } from './history'

export interface FoundFigure { node: Node, position: number }
export interface Focus { x: number, y: number } // fractions of the upright picture

/** The figure that is selected, or that the cursor is in. */
export function figureAt({ selection }: EditorState): FoundFigure | undefined {
  if (selection instanceof NodeSelection && selection.node.type.name === 'figure') return { node: selection.node, position: selection.from }
  const { $from } = selection
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === 'figure') return { node: $from.node(depth), position: $from.before(depth) }
  }
}

/** Sets which part of a figure's picture is printed; null for all of it. */
export function cropFigure(crop: Crop | null, focus: Focus | null): Command {
  return (state, dispatch) => {
    const figure = figureAt(state)
    if (!figure) return false
    if (!dispatch) return true
    closeUndoStep(state)
    dispatch(state.tr.setNodeAttribute(figure.position, 'crop', crop).setNodeAttribute(figure.position, 'focus', focus).setMeta(untrackedMeta, true))
    return true
  }
}
