import { EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { schema } from '../../../src-main/common/document/schema'
import { cropFigure, figureAt } from './crop'

const figure = schema.node('figure', { picture: 'a', width: 8, height: 4 }, [schema.node('caption', null, [schema.text('大桥')])])
const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('正文')]), figure])
const at = (position: number) => EditorState.create({ doc, selection: TextSelection.create(doc, position) })
const crop = { x: 0, y: 0, width: 0.5, height: 1 }

it('crops the figure that is selected, or whose caption the cursor is in', () => {
  for (const state of [at(6), EditorState.create({ doc, selection: NodeSelection.create(doc, 4) })]) {
    let done: Transaction | undefined
    expect(cropFigure(crop, { x: 0.2, y: 0.5 })(state, tr => { done = tr })).toBe(true)
    expect(done!.doc.child(1).attrs).toMatchObject({ picture: 'a', crop, focus: { x: 0.2, y: 0.5 } })
    expect(done!.doc.child(1).textContent).toBe('大桥')
  }
})

it('does not apply in the text', () => {
  expect(figureAt(at(2))).toBeUndefined()
  expect(cropFigure(crop, null)(at(2))).toBe(false)
})
