import { expect, it } from 'vitest'
import { beginThread, readThreads } from '../comments/threads'
import { storyDoc } from '../document/story-doc'
import { takeComments } from './word-comments'
import { wordDate } from './word-return'

const at = Date.parse('2026-05-12T09:30:05Z')

it('takes new comments and answers from Word, and those it sent out only once', () => {
  const doc = storyDoc()
  beginThread(doc, 'a', { kind: 'text', quote: '市长', place: null }, { person: '李校', role: '校对', at: at + 700, text: '职务请核' })
  const comments = [
    { comment: { author: '李校', date: wordDate(at), text: '职务请核', parent: null, range: null }, from: 1, to: 3 },
    { comment: { author: '王编', date: wordDate(at + 5000), text: '已核', parent: 0, range: null }, from: 1, to: 3 },
    { comment: { author: '王编', date: wordDate(at + 9000), text: '时间？', parent: null, range: null }, from: 5, to: 8 },
  ]
  const options = { newId: () => 'b', quote: () => '五月' }
  expect(takeComments(doc, comments, options)).toEqual([{ id: 'b', from: 5, to: 8 }])
  expect(takeComments(doc, comments, options)).toEqual([])
  expect(readThreads(doc).map(({ id, about, remarks }) => [id, about.kind === 'text' && about.quote, ...remarks.map(({ person, text }) => `${person}：${text}`)])).toEqual([
    ['a', '市长', '李校：职务请核', '王编：已核'], ['b', '五月', '王编：时间？'],
  ])
})
