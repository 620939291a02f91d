import type { Editor } from '@tiptap/core'
import type { Command, EditorState } from '@tiptap/pm/state'
import { markRaw, shallowRef, type ShallowRef } from 'vue'
import { afterPaint } from '../composables/after-paint'
import { blankLook, isSameLook, lookOf, type EditorLook } from './editor-look'
import { createStoryEditor, type StoryEditorOptions } from './story-editor'

/** One editor and what is shown around it. `look` follows the cursor once a frame, never on the way of a key press. */
export interface EditorSession {
  editor: Editor
  look: Readonly<ShallowRef<EditorLook>>
  /** The look at this very moment, for what a key press decides; also follows `look` where it is shown. */
  current(): EditorLook
  /** Runs a command on the text and returns to it; false when it does not apply here. */
  run(command: Command): boolean
  /** Calls back once a frame at most after the text, the cursor or the search changed; returns the function that ends it. */
  onChange(listener: () => void): () => void
  destroy(): void
}

export function editorSession(options: StoryEditorOptions): EditorSession {
  const editor = markRaw(createStoryEditor(options))
  const look = shallowRef<EditorLook>(blankLook)
  const listeners = new Set<() => void>()
  let callOff: (() => void) | undefined
  let seen: { state: EditorState, look: EditorLook } | undefined

  function current() {
    void look.value
    const { state } = editor
    if (seen?.state !== state) seen = { state, look: lookOf(state) }
    return seen.look
  }

  function refresh() {
    callOff = undefined
    if (editor.isDestroyed) return
    const next = current()
    if (!isSameLook(next, look.value)) look.value = next
    listeners.forEach(listener => listener())
  }

  editor.on('transaction', () => { callOff ??= afterPaint(refresh) })
  refresh()

  return {
    editor,
    look,
    current,
    run(command) {
      if (!editor.isEditable) return false
      const isDone = command(editor.state, editor.view.dispatch, editor.view)
      editor.view.focus()
      return isDone
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy() {
      callOff?.()
      editor.destroy()
    },
  }
}
