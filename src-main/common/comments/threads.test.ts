import { EditorState } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { schema } from '../document/schema'
import { storyDoc } from '../document/story-doc'
import { textOf } from '../document/text'
import { decided } from '../suggestions/decide'
import { tracked } from '../suggestions/track'
import { anchorsOf, quoteOf } from './anchors'
import { beginThread, callAt, partsOf, peopleCalled, readThreads, reply, resolveThread } from './threads'

const said = (text: string, at = 1) => ({ person: '李校', role: '校对', at, text })

it('keeps threads, replies, and who resolved them, in both copies of a story', () => {
  const doc = storyDoc()
  beginThread(doc, 'a', { kind: 'text', quote: '市长', place: null }, said('职务请核'))
  beginThread(doc, 'b', { kind: 'slip', field: 'source' }, said('来源？', 2))
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  reply(copy, 'a', said('已核', 3))
  resolveThread(doc, 'a', { person: '王编', at: 4 })
  reply(doc, 'a', said('再看', 5))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy))
  expect(readThreads(doc).map(({ id, remarks }) => [id, remarks.length])).toEqual([['a', 3], ['b', 1]])
  expect(readThreads(doc)[0]!.resolved).toBeNull()
})

it('finds its words through edits around and inside them, and knows when they are marked deleted or gone', () => {
  const commented = schema.node('doc', null, [schema.node('headline'), schema.node('paragraph', null, [schema.text('会上'), schema.text('市长', [schema.mark('comment', { id: 'a' })]), schema.text('讲话')])])
  let state = EditorState.create({ doc: commented })
  const edit = (make: (state: EditorState) => EditorState['tr']) => {
    state = state.apply(tracked(make(state), state, { author: { person: '李校', role: '', pass: 'first-proof' }, newId: () => 'x', now: () => 1 }))
  }
  edit(({ tr }) => tr.insertText('在大', 3))
  expect(anchorsOf(state.doc).get('a')).toEqual({ from: 7, to: 9, isDeleted: false })
  edit(({ tr }) => tr.delete(8, 9))
  expect([quoteOf(state.doc, 7, 11), quoteOf(state.doc, 8, 9)]).toEqual(['市讲话', '长'])
  edit(({ tr }) => tr.delete(7, 9))
  expect(anchorsOf(state.doc).get('a')).toEqual({ from: 7, to: 9, isDeleted: true })
  state = state.apply(decided(state, () => 'accept')!)
  expect(anchorsOf(state.doc).size).toBe(0)
  expect(textOf(state.doc)).toBe('在大会上讲话')
})

it('hears who is called', () => {
  expect(peopleCalled('请 @李校 和@王编，看一下', [])).toEqual(['李校', '王编'])
  expect(peopleCalled('@李校请核对，@王编辑部也看', ['李', '李校', '王编'])).toEqual(['李校', '王编'])
  expect(peopleCalled('@Lisa 看，@Li看，@', ['Li'])).toEqual(['Lisa', 'Li'])
})

it('keeps every word of a remark', () => {
  expect(partsOf('请@李校请核对。', ['李校'])).toEqual([{ text: '请' }, { text: '@李校', person: '李校' }, { text: '请核对。' }])
  expect(partsOf('a@ b', ['李校'])).toEqual([{ text: 'a@ b' }])
})

it('knows the call that is being written', () => {
  expect(callAt('请@李核对', 3)).toEqual({ from: 1, begun: '李' })
  expect(callAt('请@', 2)).toEqual({ from: 1, begun: '' })
  expect(callAt('请@李，核对', 4)).toBeUndefined()
})
