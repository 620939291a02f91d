import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { schema } from '../../../src-main/common/document/schema'
import { goToTextEnd } from './text-ends'

const story = (paragraphs: number) => schema.node('doc', null, [
  schema.node('headline', null, [schema.text('长稿')]), ...Array.from({ length: paragraphs }, () => schema.node('paragraph', null, [schema.text('江水上涨。'.repeat(100))])),
])
const after = (paragraphs: number, bias: -1 | 1, isExtended: boolean) => {
  const doc = story(paragraphs)
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, 10) })
  let moved: EditorState | undefined
  goToTextEnd(bias, { extends: isExtended })(state, tr => { moved = state.apply(tr) })
  return moved && { anchor: moved.selection.anchor, head: moved.selection.head, size: doc.content.size }
}

it('goes to the ends of a long text, with what was selected or without', () => {
  const { anchor, head, size } = after(500, 1, false)!
  expect([anchor, head]).toEqual([size - 1, size - 1])
  expect(after(500, -1, false)).toMatchObject({ anchor: 1, head: 1 })
  expect(after(500, 1, true)).toMatchObject({ anchor: 10, head: size - 1 })
  expect(after(500, -1, true)).toMatchObject({ anchor: 10, head: 1 })
})

it('leaves a text that is laid out whole to the browser', () => expect(after(5, 1, false)).toBeUndefined())
