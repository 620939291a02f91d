import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

export const scrollThreshold = { top: 24, bottom: 64, left: 0, right: 0 } // px of the text that are to be seen around the cursor

interface Sides { top: number, bottom: number, left: number, right: number }

/** Whether the cursor stands in `scroller` with room around it. Nothing has to scroll then; ProseMirror asks each element around the cursor whether it must, on the way of every key press. */
export function isCursorInView(view: EditorView, scroller: Element): boolean {
  const { selection } = view.state
  return selection instanceof TextSelection && hasRoom(view.coordsAtPos(selection.head, 1), scroller.getBoundingClientRect())
}

export function hasRoom(cursor: Sides, frame: Sides): boolean {
  return cursor.top >= frame.top + scrollThreshold.top && cursor.bottom <= frame.bottom - scrollThreshold.bottom
    && cursor.left >= frame.left + scrollThreshold.left && cursor.right <= frame.right - scrollThreshold.right
}
