import { EditorState, type Plugin, type Transaction } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import { expect, it } from 'vitest'
import { schema } from '../../../src-main/common/document/schema'
import { stateOf } from '../notation.test-support'
import { deckSlotsPlugin } from './deck-slots'

const begin = (notation: string) => EditorState.create({ doc: stateOf(notation).doc, plugins: [deckSlotsPlugin()] })

const decorationsOf = (state: EditorState) => (state.plugins[0] as Plugin<DecorationSet>).getState(state)!

const slotsOf = (state: EditorState) => decorationsOf(state).find().map(({ from, spec }) => `${spec.key} ${from}`)

const changed = (state: EditorState, change: (tr: Transaction) => Transaction) => state.apply(change(state.tr))

const line = (type: string, text: string) => schema.node(type, null, schema.text(text))

it('stand where a line is missing, and move with the deck', () => {
  const state = begin('h:主题 p:正文')
  expect(slotsOf(state)).toEqual(['kicker 0', 'subhead 4'])
  expect(slotsOf(changed(state, tr => tr.insertText('大', 1)))).toEqual(['kicker 0', 'subhead 5'])
  expect(slotsOf(changed(state, tr => tr.insert(4, line('headline', '二'))))).toEqual(['kicker 0', 'subhead 7'])
})

it('go when the line is made and come back with its end', () => {
  const made = changed(begin('h:主题 p:正文'), tr => tr.insert(0, line('kicker', '引')).insert(7, line('subhead', '副')))
  expect(slotsOf(made)).toEqual([])
  expect(slotsOf(changed(made, tr => tr.delete(0, 3)))).toEqual(['kicker 0'])
})

it('stay the same while the body is typed in, also where the binding puts the whole text anew', () => {
  const state = begin('h:主题 p:正文 p:二')
  const typed = changed(state, tr => tr.insertText('一', 6))
  const renewed = changed(state, tr => tr.replaceWith(0, tr.doc.content.size, [state.doc.child(0), line('paragraph', '别文')]))
  for (const after of [typed, renewed]) expect(decorationsOf(after)).toBe(decorationsOf(state))
})
