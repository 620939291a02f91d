import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { schema } from '../../common/document/schema'
import type { Author } from '../../common/document/stamp'
import { storyDoc } from '../../common/document/story-doc'
import { desk } from '../../common/suggestions/testing/desk'

export const [firstProof, secondProof, thirdProof]: [Author, Author, Author] = [
  { person: '钱校', role: '校对', pass: 'first-proof' }, { person: '孙校', role: '校对', pass: 'second-proof' }, { person: '吴校', role: '校对', pass: 'third-proof' },
]

/** A text that proofreaders work on, each change a suggestion of theirs. */
export function proofread(text: Node) {
  const work = desk(storyDoc(text))
  const edit = (author: Author, apply: (state: EditorState) => Transaction) => work.edit({ name: 'edit', apply }, author)
  return {
    get text() { return work.text },
    edit,
    /** Puts words in place of others; empty ones take them out. */
    replace: (author: Author, find: string, put: string) => edit(author, state => {
      const at = placeOf(state, find)
      return put === '' ? state.tr.delete(at, at + find.length) : state.tr.insertText(put, at, at + find.length)
    }),
    /** Puts words before others. */
    insert: (author: Author, before: string, put: string) => edit(author, state => state.tr.insertText(put, placeOf(state, before))),
    /** Breaks a paragraph before these words. */
    split: (author: Author, before: string) => edit(author, state => state.tr.split(placeOf(state, before))),
    embolden: (author: Author, words: string) => edit(author, state => state.tr.addMark(placeOf(state, words), placeOf(state, words) + words.length, schema.marks.strong!.create())),
    /** Takes out the first block of a type. */
    removeBlock: (author: Author, type: string) => edit(author, state => {
      let [at, size] = [0, 0]
      state.doc.forEach((node, position) => { if (size === 0 && node.type.name === type) [at, size] = [position, node.nodeSize] })
      return state.tr.delete(at, at + size)
    }),
  }
}

function placeOf({ doc }: EditorState, find: string): number {
  let found = -1
  doc.descendants((node, position) => {
    const index = node.isText && found < 0 ? node.text!.indexOf(find) : -1
    if (index >= 0) found = position + index
  })
  if (found < 0) throw new Error(`No ${find} in the text`)
  return found
}
