import { EditorState } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { schema } from '../../src-main/common/document/schema'
import { placeholdersIn } from '../../src-main/common/print/placeholders'
import { storyFindings } from '../../src-main/common/print/story-findings'
import { emptySlip } from '../../src-main/common/document/slip'
import { goToPlace, rangeOf } from './text-place'

const line = (type: string, text: string) => schema.node(type, null, text === '' ? [] : [schema.text(text)])
const doc = schema.node('doc', null, [
  line('headline', '标题'),
  schema.node('paragraph', null, [schema.text('投资'), schema.node('lineBreak'), schema.text('××', [schema.mark('strong')]), schema.text('亿元')]),
  schema.node('bulletList', null, ['甲××', '乙', '丙××'].map(text => schema.node('listItem', null, [line('paragraph', text)]))),
  schema.node('figure', { picture: 'a', width: 3, height: 2 }),
  line('paragraph', ''),
])

it('leads from every finding to the words it is about, in lists too', () => {
  const places = storyFindings(doc, emptySlip).flatMap(({ code, place }) => code === 'placeholder' && place && 'block' in place ? [place] : [])
  expect(places).toHaveLength(3)
  for (const place of places) {
    const { from, to } = rangeOf(doc, place)!
    expect(placeholdersIn(doc.textBetween(from, to))).toHaveLength(1)
  }
})

it.each([[0, 0, 0], [1, 0, 0], [3, 0, 0], [4, 0, 0]])('puts the cursor into block %i', (block, from, to) => {
  const state = EditorState.create({ doc })
  let moved: EditorState | undefined
  expect(goToPlace({ block, from, to })(state, tr => { moved = state.apply(tr) })).toBe(true)
  const { $from } = moved!.selection
  expect($from.index(0)).toBe(block)
})

it('goes nowhere when the text is no more', () => {
  expect(rangeOf(doc, { block: 9, from: 0, to: 0 })).toBeUndefined()
  expect(rangeOf(doc, { block: 1, from: 90, to: 91 })).toBeUndefined()
})
