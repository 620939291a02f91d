import type { EditorState } from '@tiptap/pm/state'
import { NodeSelection } from '@tiptap/pm/state'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { UndoManager } from 'yjs'
import { readWords } from './commands/ruby'

/** What the toolbar and the menus show of the place the cursor is at. */
export interface EditorLook {
  block: string // type of the block the cursor is in: headline, paragraph, crosshead …
  isInQuotation: boolean
  list: 'bulletList' | 'orderedList' | null
  isInTable: boolean
  isInFigure: boolean
  isInDeck: boolean
  hasSelection: boolean
  marks: ReadonlySet<string>
  link: string // address of the link at the cursor, or empty
  canBeRead: boolean // a reading can be set above the selection
  canUndo: boolean
  canRedo: boolean
}

export const blankLook: EditorLook = {
  block: 'paragraph', isInQuotation: false, list: null, isInTable: false, isInFigure: false, isInDeck: false, hasSelection: false, marks: new Set(), link: '', canBeRead: false, canUndo: false, canRedo: false,
}

export function lookOf(state: EditorState): EditorLook {
  const { selection } = state
  const around = ancestors(state)
  const { undoManager } = (yUndoPluginKey.getState(state) ?? {}) as { undoManager?: UndoManager }
  return {
    block: selection instanceof NodeSelection ? selection.node.type.name : selection.$from.parent.type.name,
    isInQuotation: around.includes('quotation'),
    list: around.includes('bulletList') ? 'bulletList' : around.includes('orderedList') ? 'orderedList' : null,
    isInTable: around.includes('table'),
    isInFigure: around.includes('figure') || (selection instanceof NodeSelection && selection.node.type.name === 'figure'),
    isInDeck: ['kicker', 'headline', 'subhead'].includes(around[0] ?? ''),
    hasSelection: !selection.empty,
    marks: marksAt(state),
    link: linkAt(state),
    canBeRead: readWords(state) !== undefined,
    canUndo: (undoManager?.undoStack.length ?? 0) > 0,
    canRedo: (undoManager?.redoStack.length ?? 0) > 0,
  }
}

function ancestors({ selection: { $from } }: EditorState): string[] {
  return Array.from({ length: $from.depth }, (_, index) => $from.node(index + 1).type.name)
}

/** Marks the next typed character gets, or that the whole selection has. */
function marksAt({ selection: { $from, from, to, empty }, storedMarks, doc, schema }: EditorState): Set<string> {
  if (empty) return new Set((storedMarks ?? $from.marks()).map(mark => mark.type.name))
  const found = Object.values(schema.marks).filter(type => doc.rangeHasMark(from, to, type) && isOverAll(type.name))
  return new Set(found.map(type => type.name))

  function isOverAll(name: string): boolean {
    let isEverywhere = true
    doc.nodesBetween(from, to, node => {
      if (isEverywhere && node.isText && !node.marks.some(mark => mark.type.name === name)) isEverywhere = false
      return isEverywhere
    })
    return isEverywhere
  }
}

function linkAt({ selection: { $from } }: EditorState): string {
  const mark = [...$from.marks(), ...$from.nodeAfter?.marks ?? []].find(each => each.type.name === 'link')
  return String(mark?.attrs.href ?? '')
}

/** Whether two looks show the same: then nothing around the text is drawn again. */
export function isSameLook(a: EditorLook, b: EditorLook): boolean {
  const { marks, ...rest } = a
  return (Object.keys(rest) as (keyof typeof rest)[]).every(key => a[key] === b[key])
    && marks.size === b.marks.size && [...marks].every(mark => b.marks.has(mark))
}
