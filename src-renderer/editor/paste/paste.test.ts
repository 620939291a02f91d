import { Fragment, Slice } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { schema } from '../../../src-main/common/document/schema'
import { after, stateOf } from '../notation.test-support'
import { pasteIntoDeck, withoutDeckLines } from './into-deck'
import { sliceOfPlainText } from './plain-text'
import { listMarker } from './word-lists'

const paste = (notation: string, text: string) => after(notation, (state, dispatch) => {
  const tr = pasteIntoDeck(state, sliceOfPlainText(text, schema))
  if (tr) dispatch?.(tr)
  return tr !== null
})

describe('pasting into the deck', () => {
  it.each([
    ['h:主^题 p:文', '新', 'h:主新^题 p:文'],
    ['h:^ p:文', '第一行\n第二行', 'h:第一行 h:第二行^ p:文'],
    ['k:^ h:主 p:文', '甲\r\n乙', 'k:甲 k:乙^ h:主 p:文'],
    ['h:旧^标题^ p:文', '新', 'h:旧新^ p:文'],
    ['h:^ p:', '标题\n第一段\n第二段\n第三段', 'h:标题 p:第一段 p:第二段 p:第三段^'],
    ['h:^ p:已有', '标题\n第一段\n第二段\n第三段', 'h:标题 p:第一段 p:第二段 p:第三段^ p:已有'],
  ])('%s + %j → %s', (before, text, expected) => expect(paste(before, text)).toBe(expected))

  it('leaves pasting into the body alone', () => {
    expect(paste('h:主 p:文^', '新')).toBeUndefined()
  })

  it('drops bold and links, keeps emphasis dots', () => {
    const text = schema.text('重点', [schema.mark('strong'), schema.mark('emphasisDots')])
    const tr = pasteIntoDeck(stateOf('h:^ p:文'), new Slice(Fragment.from(schema.node('paragraph', null, text)), 1, 1))
    expect(tr!.doc.firstChild!.firstChild!.marks.map(mark => mark.type.name)).toEqual(['emphasisDots'])
  })
})

describe('plain text', () => {
  it.each([
    ['　　第一段, 半角\r\n\r\n第二段(不动)\n', ['第一段, 半角', '第二段(不动)']],
    ['一行', ['一行']],
    ['一句里的 ', ['一句里的 ']],
  ])('%j', (text, lines) => {
    expect(sliceOfPlainText(text, schema).content.content.map(node => node.textContent)).toEqual(lines)
  })
})

it.each([
  ['1.', 'orderedList'], ['（2）', 'orderedList'], ['a)', 'orderedList'], ['·', 'bulletList'], ['o', 'bulletList'], ['', 'bulletList'], ['一、', 'text'], ['（三）', 'text'],
])('a Word list marked %s is %s', (marker, type) => expect(listMarker(marker).type).toBe(type))

it('makes paragraphs of deck lines', () => {
  const content = withoutDeckLines(Fragment.from([schema.node('headline', null, schema.text('主')), schema.node('paragraph', null, schema.text('文'))]))
  expect(content.content.map(node => node.type.name)).toEqual(['paragraph', 'paragraph'])
})
