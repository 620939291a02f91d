import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { schema } from '../../document/schema'
import type { Desk } from './desk'

/** What tracked work is held against: the same edits without suggestions and without Yjs. Undoing brings back the very text there was. */
export function untracked(story: Node): Pick<Desk, 'text' | 'edit' | 'undo' | 'redo' | 'steps'> {
  let text = story
  const [undone, done]: [Node[], Node[]] = [[], []]
  const step = (from: Node[], to: Node[]) => {
    const next = from.pop()
    if (next) to.push(text)
    text = next ?? text
  }
  return {
    get text() { return text },
    edit(edit) {
      const next = edit.apply(EditorState.create({ schema, doc: text })).doc
      if (next.eq(text)) return
      done.push(text)
      undone.length = 0
      text = next
    },
    undo: () => { step(done, undone); return true },
    redo: () => { step(undone, done); return true },
    steps: () => `${done.length}/${undone.length}`,
  }
}
