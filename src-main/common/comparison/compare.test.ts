import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { schema } from '../document/schema'
import { randomEdit } from '../suggestions/testing/edits'
import { randomFrom } from '../suggestions/testing/random'
import { randomStory } from '../suggestions/testing/sample'
import { compareTexts, placesIn, type ComparedLine } from './compare'
import { linesOf } from './lines'

const line = (type: string, text: string, marks: string[] = []) => schema.node(type, null, text === '' ? [] : [schema.text(text, marks.map(name => schema.mark(name)))])
const story = (...paragraphs: string[]) => schema.node('doc', null, [line('headline', '江水上涨'), ...paragraphs.map(text => line('paragraph', text))])
const runs = (lines: ComparedLine[]) => lines.filter(({ kind }) => kind !== 'same').map(each => each.runs.map(({ kind, words, move }) => `${{ same: '=', removed: '-', added: '+', restyled: '~' }[kind]}${words}${move ?? each.move ?? ''}`).join(' '))

describe('two texts side by side', () => {
  it('differ by characters within a paragraph, and by paragraphs', () => {
    expect(runs(compareTexts(story('三人受伤，已送医院救治。', '天气晴。'), story('五人受伤，已送往医院救治。', '又及此事。', '天气晴。')))).toEqual(['-三 +五 =人受伤，已送 +往 =医院救治。', '+又及此事。'])
    expect(compareTexts(story('甲'), story('甲')).every(({ kind }) => kind === 'same')).toBe(true)
  })

  it('show a paragraph that went elsewhere, and words that did, as moved', () => {
    expect(runs(compareTexts(story('第一段话在前。', '会议由市长主持。', '雨已经停了。'), story('会议由市长主持。', '雨已经停了。', '第一段话在前。')))).toEqual(['-第一段话在前。1', '+第一段话在前。1'])
    const [changed] = compareTexts(story('昨日下午会议在临江召开，王某出席并讲话。'), story('会议在临江召开，王某昨日下午出席并讲话。')).filter(({ kind }) => kind === 'changed')
    expect(changed!.runs.filter(({ move }) => move === 1).map(({ kind, words }) => [kind, words])).toEqual([['removed', '昨日下午'], ['added', '昨日下午']])
  })

  it('tell formatting from words, and kinds of block', () => {
    const bold = schema.node('doc', null, [line('headline', '江水上涨'), schema.node('paragraph', null, [schema.text('三人'), schema.text('受伤', [schema.mark('strong')])])])
    expect(runs(compareTexts(story('三人受伤'), bold))).toEqual(['=三人 ~受伤'])
    const crosshead = schema.node('doc', null, [line('headline', '江水上涨'), line('crosshead', '三人受伤')])
    expect(compareTexts(story('三人受伤'), crosshead)[1]).toMatchObject({ kind: 'changed', part: 'crosshead', formerPart: 'paragraph', isLookChanged: true, runs: [{ kind: 'same' }] })
    expect(placesIn(compareTexts(story('三人受伤'), bold))).toBe(1)
  })

  it('count a replacement once', () => {
    expect(placesIn(compareTexts(story('三人受伤，已送医院救治。'), story('五人受伤，已送往医院救治。')))).toBe(2)
  })
})

const side = (lines: ComparedLine[], which: 'before' | 'after', left: string) => lines.filter(each => each[which]).map(each => each.runs.filter(({ kind }) => kind !== left).map(({ words }) => words).join(''))
const wordsOf = (text: Node) => linesOf(text).map(({ words }) => words.join(''))

it('keeps every character of both texts in its place, whatever was edited; what moved is the same at both ends', () => {
  for (let seed = 0; seed < 400; seed++) {
    const random = randomFrom(seed)
    const before = randomStory(random)
    let state = EditorState.create({ schema, doc: before })
    for (let edits = random.below(6); edits > 0; edits--) state = state.apply(randomEdit(state.doc, random).apply(state))
    const lines = compareTexts(before, state.doc)
    expect(side(lines, 'before', 'added')).toEqual(wordsOf(before))
    expect(side(lines, 'after', 'removed')).toEqual(wordsOf(state.doc))
    const moved = lines.flatMap(each => each.move ? [[each.move, each.runs[0]!.words]] : each.runs.flatMap(({ move, words }) => move ? [[move, words]] : []))
    for (const [move, words] of moved) expect(moved.filter(other => other[0] === move).map(other => other[1])).toEqual([words, words])
  }
})
