import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { schema } from '../../../src-main/common/document/schema'
import { changesOf } from '../../../src-main/common/suggestions/changes'
import { tracked } from '../../../src-main/common/suggestions/track'
import { viewOf } from '../../../src-main/common/suggestions/views'
import { transpose } from './transpose'

const stamp = { id: 'd', person: '王校', role: '校对', pass: 'first-proof', at: 1 }
const author = { person: '李校', role: '校对', pass: 'second-proof' }

/** A line with words suggested to go in brackets and the cursor as ^, after the command; untouched when it does not apply. */
function after(line: string, isTracked: boolean) {
  const pieces = line.replace('^', '').split(/(\[.+?\])/).filter(part => part !== '')
  const text = pieces.map(part => part.startsWith('[') ? schema.text(part.slice(1, -1), [schema.mark('deletion', stamp)]) : schema.text(part))
  const doc = schema.node('doc', null, [schema.node('paragraph', null, text)])
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, 1 + line.replaceAll(/[[\]]/g, '').indexOf('^')) })
  transpose(state, tr => { state = state.apply(isTracked ? tracked(tr, state, { author, newId: () => 'x', now: () => 2 }) : tr) })
  return state.doc
}

it.each([
  ['甲^乙丙', '乙甲丙'], ['甲[删]^乙', '乙甲'], ['甲^[删]乙', '乙甲'], ['甲[删]^[去]乙丙', '乙甲丙'], ['𠮷^[删]乙', '乙𠮷'], ['^甲乙', '甲乙'], ['[删]^甲', '甲'], ['甲^[删]', '甲'],
])('%s becomes %s', (line, wanted) => {
  for (const isTracked of [true, false]) expect(viewOf(after(line, isTracked), 'final').textContent).toBe(wanted)
  expect(viewOf(after(line, true), 'original').textContent).toBe(line.replaceAll(/[[\]^]/g, ''))
})

it('is one change, also around words suggested to go', () => {
  expect(changesOf(after('甲[删]^乙', true)).filter(({ stamp }) => stamp.id === 'x').map(({ kind }) => kind)).toEqual(['transpose'])
})
