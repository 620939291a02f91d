import type { Command as EditorCommand } from '@tiptap/pm/state'
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, mergeCells, splitCell, toggleHeaderRow } from '@tiptap/pm/tables'
import type { CommandGroup } from '../commands/registry'
import { goToBody } from './commands/deck-enter'
import { clearMarks, goToPart, toggleBlock, toggleMark, toggleQuotation } from './commands/formatting'
import { insertRule, insertTable } from './commands/insert'
import { toggleList } from './commands/lists'
import type { EditorLook } from './editor-look'

/** Something done to the text: shown in toolbar, menus and palette under `editor.actions.<name>`. */
export interface EditorAction {
  id: string
  group: CommandGroup
  accelerator?: string
  command: EditorCommand
  isActive?(look: EditorLook): boolean
  isPossible?(look: EditorLook): boolean // default: always
}

const inBody = (look: EditorLook) => !look.isInDeck
const inTable = (look: EditorLook) => look.isInTable
const withMark = (name: string) => (look: EditorLook) => look.marks.has(name)

export const textActions: EditorAction[] = [
  { id: 'format.strong', group: 'format', accelerator: 'CmdOrCtrl+B', command: toggleMark('strong'), isActive: withMark('strong'), isPossible: inBody },
  { id: 'format.emphasisDots', group: 'format', accelerator: 'CmdOrCtrl+Shift+D', command: toggleMark('emphasisDots'), isActive: withMark('emphasisDots') },
  { id: 'format.superscript', group: 'format', accelerator: 'CmdOrCtrl+Alt+.', command: toggleMark('superscript'), isActive: withMark('superscript') },
  { id: 'format.subscript', group: 'format', accelerator: 'CmdOrCtrl+Alt+,', command: toggleMark('subscript'), isActive: withMark('subscript') },
  { id: 'format.clear', group: 'format', accelerator: 'CmdOrCtrl+Shift+X', command: clearMarks, isPossible: look => look.hasSelection },
]

export const blockActions: EditorAction[] = [
  { id: 'format.crosshead', group: 'format', accelerator: 'CmdOrCtrl+Alt+5', command: toggleBlock('crosshead'), isActive: look => look.block === 'crosshead', isPossible: inBody },
  { id: 'format.quotation', group: 'format', accelerator: 'CmdOrCtrl+Alt+6', command: toggleQuotation, isActive: look => look.isInQuotation, isPossible: inBody },
  { id: 'format.bulletList', group: 'format', accelerator: 'CmdOrCtrl+Alt+8', command: toggleList('bulletList'), isActive: look => look.list === 'bulletList', isPossible: inBody },
  { id: 'format.orderedList', group: 'format', accelerator: 'CmdOrCtrl+Alt+7', command: toggleList('orderedList'), isActive: look => look.list === 'orderedList', isPossible: inBody },
]

export const partActions: EditorAction[] = [
  { id: 'story.kicker', group: 'story', accelerator: 'CmdOrCtrl+Alt+1', command: goToPart.kicker },
  { id: 'story.headline', group: 'story', accelerator: 'CmdOrCtrl+Alt+2', command: goToPart.headline },
  { id: 'story.subhead', group: 'story', accelerator: 'CmdOrCtrl+Alt+3', command: goToPart.subhead },
  { id: 'story.body', group: 'story', accelerator: 'CmdOrCtrl+Alt+4', command: goToBody },
]

export const insertActions: EditorAction[] = [
  { id: 'insert.table', group: 'insert', accelerator: 'CmdOrCtrl+Alt+T', command: insertTable(3, 3), isPossible: look => !look.isInTable },
  { id: 'insert.rule', group: 'insert', command: insertRule },
]

const tableAction = (id: string, command: EditorCommand): EditorAction => ({ id, group: 'insert', command, isPossible: inTable })

export const tableActions: EditorAction[] = [
  tableAction('table.rowAbove', addRowBefore),
  tableAction('table.rowBelow', addRowAfter),
  tableAction('table.columnBefore', addColumnBefore),
  tableAction('table.columnAfter', addColumnAfter),
  tableAction('table.headerRow', toggleHeaderRow),
  tableAction('table.mergeCells', mergeCells),
  tableAction('table.splitCell', splitCell),
  tableAction('table.deleteRow', deleteRow),
  tableAction('table.deleteColumn', deleteColumn),
  tableAction('table.delete', deleteTable),
]

export const editorActions = [...textActions, ...blockActions, ...partActions, ...insertActions, ...tableActions]

/** Key of an action's name in the locales: `format.strong` → `editor.actions.strong`. */
export const actionLabel = (action: Pick<EditorAction, 'id'>) => `editor.actions.${action.id.replace(/^(format|insert|story)\./, '').replace('.', '_')}`
