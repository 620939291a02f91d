import type { ShallowRef } from 'vue'
import type { Command } from '../commands/registry'
import { actionLabel, editorActions, type EditorAction } from '../editor/actions'
import { redo, undo } from '../editor/commands/history'
import { goToMatch } from '../editor/plugins/find'
import type { EditorSession } from '../editor/editor-session'
import { useTextPlaceStore } from '../stores/text-place'
import { useReading } from './reading'
import { useCommands } from './use-commands'

export interface EditorCommandsOptions {
  session: ShallowRef<EditorSession | undefined>
  openBar(name: 'find' | 'replace' | 'link' | 'ruby'): void
  choosePicture(): Promise<void>
  cropPicture(): void
}

/** Everything that can be done to the open story's text, as commands of menus, keys and palette. */
export function useEditorCommands({ session, openBar, choosePicture, cropPicture }: EditorCommandsOptions) {
  const { showOnPage } = useTextPlaceStore()
  const { printStory, scaleBy, resetScale } = useReading()
  const isEditable = () => session.value?.editor.isEditable === true
  const look = () => session.value?.current()

  function fromAction(action: EditorAction): Command {
    const { id, group, accelerator, command } = action
    return {
      id, group, accelerator, label: actionLabel(action),
      isEnabled: () => isEditable() && (action.isPossible?.(look()!) ?? true),
      isChecked: action.isActive && (() => look() !== undefined && action.isActive!(look()!)),
      run: () => { session.value?.run(command) },
    }
  }

  useCommands([
    { id: 'edit.undo', label: 'editor.actions.undo', group: 'edit', accelerator: 'CmdOrCtrl+Z', isEnabled: () => isEditable() && look()?.canUndo === true, run: () => { session.value?.run(undo) } },
    { id: 'edit.redo', label: 'editor.actions.redo', group: 'edit', accelerator: 'CmdOrCtrl+Shift+Z', isEnabled: () => isEditable() && look()?.canRedo === true, run: () => { session.value?.run(redo) } },
    { id: 'edit.find', label: 'find.find', group: 'edit', accelerator: 'CmdOrCtrl+F', run: () => openBar('find') },
    { id: 'edit.replace', label: 'find.replace', group: 'edit', accelerator: 'CmdOrCtrl+H', isEnabled: isEditable, run: () => openBar('replace') },
    { id: 'edit.findNext', label: 'find.findNext', group: 'edit', accelerator: 'F3', run: () => step(1) },
    { id: 'edit.findPrevious', label: 'find.findPrevious', group: 'edit', accelerator: 'Shift+F3', run: () => step(-1) },
    { id: 'format.link', label: 'editor.actions.link', group: 'format', accelerator: 'CmdOrCtrl+K', isEnabled: isEditable, isChecked: () => look()?.link !== '', run: () => openBar('link') },
    { id: 'format.ruby', label: 'editor.actions.ruby', group: 'format', accelerator: 'CmdOrCtrl+Alt+Y', isEnabled: () => isEditable() && look()?.canBeRead === true, isChecked: () => look()?.marks.has('ruby') === true, run: () => openBar('ruby') },
    { id: 'insert.figure', label: 'editor.actions.figure', group: 'insert', accelerator: 'CmdOrCtrl+Alt+P', isEnabled: isEditable, run: choosePicture },
    { id: 'insert.crop', label: 'editor.actions.crop', group: 'insert', isEnabled: () => isEditable() && look()?.isInFigure === true, run: cropPicture },
    ...editorActions.map(fromAction),
    { id: 'file.print', label: 'editor.actions.print', group: 'file', accelerator: 'CmdOrCtrl+P', run: printStory },
    { id: 'view.locate', label: 'proof.locate', group: 'view', accelerator: 'CmdOrCtrl+Alt+L', isEnabled: () => session.value !== undefined, run: showOnPage },
    { id: 'view.larger', label: 'editor.actions.larger', group: 'view', accelerator: 'CmdOrCtrl+Plus', run: () => scaleBy(1) },
    { id: 'view.smaller', label: 'editor.actions.smaller', group: 'view', accelerator: 'CmdOrCtrl+-', run: () => scaleBy(-1) },
    { id: 'view.actualSize', label: 'editor.actions.actualSize', group: 'view', accelerator: 'CmdOrCtrl+0', run: resetScale },
  ])

  /** To the next match; without a search the find bar opens. */
  function step(direction: 1 | -1) {
    const { editor } = session.value ?? {}
    if (editor && !goToMatch(direction)(editor.state, editor.view.dispatch)) openBar('find')
  }
}
