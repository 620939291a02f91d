import { expect, it } from 'vitest'
import { schema } from '../document/schema'
import type { Slip } from '../document/slip'
import { storyDoc } from '../document/story-doc'
import { changedWords, lateChanges } from './late-changes'
import { signedState } from './signed-state'

const story = (paragraphs: string[], slip: Partial<Slip> = {}) =>
  storyDoc(schema.node('doc', null, [schema.node('headline', null, [schema.text('江水上涨')]), ...paragraphs.map(text => schema.node('paragraph', null, [schema.text(text)]))]), slip)

it('names the words that moved, in the block where they moved, and the fields of the slip', () => {
  const signed = story(['三人受伤。', '天气晴。', '雨停。'], { page: 'A01' })
  expect(lateChanges(signed, story(['五人受伤。', '雨停。', '又及。'], { page: 'A02' }))).toEqual([
    { kind: 'text', part: 'paragraph', number: 1, removed: '三', added: '五' },
    { kind: 'text', part: 'paragraph', number: 2, removed: '天气晴。', added: '' },
    { kind: 'text', part: 'paragraph', number: 3, removed: '', added: '又及。' },
    { kind: 'slip', field: 'page', from: 'A01', to: 'A02' },
  ])
  expect(lateChanges(signed, signed)).toEqual([])
})

it('says when only the formatting moved', () => {
  const strong = storyDoc(schema.node('doc', null, [schema.node('headline', null, [schema.text('江水上涨')]), schema.node('paragraph', null, [schema.text('正文。', [schema.mark('strong')])])]))
  expect(lateChanges(story(['正文。']), strong)).toEqual([{ kind: 'format', part: 'paragraph', number: 1 }])
})

it('never cuts a character in two', () => {
  expect(changedWords('𠮷日', '𠮶日')).toEqual({ removed: '𠮷', added: '𠮶' })
})

it('signs text and slip, and neither comments, nor what nobody filled in, nor what only steers the work', () => {
  const commented = storyDoc(schema.node('doc', null, [
    schema.node('headline', null, [schema.text('江水', [schema.mark('comment', { thread: 't' })]), schema.text('上涨')]), schema.node('paragraph', null, [schema.text('正文。')]),
  ]), { source: '', priority: 'urgent', legalHold: '等律师' })
  expect(signedState(commented)).toBe(signedState(story(['正文。'])))
  expect(signedState(story(['正文。'], { page: 'A01' }))).not.toBe(signedState(story(['正文。'])))
})
