import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TextSelection } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ErrorQuery } from '../../common/proofreading/error-report'
import { classify, foundErrors } from '../../common/proofreading/found-errors'
import type { StoryId } from '../../common/story/story'
import { desk } from '../../common/suggestions/testing/desk'
import { openTestLibrary } from '../testing/temporary-library'
import { sampleDoc } from '../testing/sample-documents'
import { docOf } from './signature-chain'

const whole: ErrorQuery = { from: null, to: null, pass: '', person: '', desk: '' }

async function library() {
  const opened = await openTestLibrary()
  const { backend } = opened
  const ids = ['时政部', '经济部'].map(name => backend.stories.add(sampleDoc('江水上涨', ['三人受伤。'], { desk: name, publishedAt: '2026-01-06T00:00:00' })).id)
  const push = (id: StoryId, doc: Y.Doc) => backend.api.stories.push(id, Y.encodeStateAsUpdate(doc))

  /** Replaces one character of a story as a tracked change of a first proof. */
  async function correct(id: StoryId, at: number, words: string) {
    const doc = docOf((await backend.api.stories.open(id)).update)
    desk(doc, id).edit({ name: 'correct', apply: ({ tr }) => tr.setSelection(TextSelection.create(tr.doc, at, at + 1)).insertText(words) }, { person: '钱校', role: '校对', pass: 'first-proof' })
    await push(id, doc)
  }
  return { ...opened, ids: ids as [StoryId, StoryId], push, correct, report: (query: Partial<ErrorQuery> = {}) => backend.api.errorRates.report({ ...whole, ...query }) }
}

it('reports what was found in all stories, follows corrections of a class, and leaves stories in the bin out', async () => {
  const { backend, ids: [first, second], correct, push, report } = await library()
  await correct(first, 1, '河')
  await correct(second, 7, '五')
  expect((await report()).total).toMatchObject({ stories: 2, count: 2, weight: 3 })
  expect((await report({ desk: '经济部' })).groups.story).toMatchObject([{ key: second, headline: '江水上涨', count: 1 }])
  expect((await report({ to: 0 })).total.count).toBe(0)
  const doc = docOf((await backend.api.stories.open(first)).update)
  classify(doc, foundErrors(doc)[0]!.id, 'none')
  await push(first, doc)
  expect((await report()).total).toMatchObject({ stories: 2, count: 1, weight: 1 })
  await backend.api.stories.moveToBin([second])
  expect((await report()).total).toMatchObject({ stories: 1, count: 0 })
})

it('counts a reading that was signed and found nothing', async () => {
  const { backend: { api }, ids: [id], report } = await library()
  for (const name of '甲乙') await api.people.sitDown({ name, role: '', code: '' }, '')
  const slip = docOf((await api.stories.open(id)).update)
  slip.getMap('slip').set('source', '临江日报')
  await api.stories.push(id, Y.encodeStateAsUpdate(slip))
  await api.reviews.sign(id, { name: '甲', pin: '' }, 'draft', '')
  await api.reviews.sign(id, { name: '乙', pin: '' }, 'first-review', '同意')
  expect((await report()).groups.person).toMatchObject([{ key: '乙', stories: 1, characters: 9, count: 0, isWithin: true }])
})

it('writes the report as CSV', async () => {
  const { backend, ids: [id], correct, folder, grants } = await library()
  await correct(id, 7, '五')
  const words = { columns: { month: '月份', headline: '稿件', desk: '部门', pass: '环节', person: '查出者', characters: '字数', count: '差错', weight: '计错', rate: '万分比', verdict: '结论' }, passes: { 'first-proof': '一校' }, within: '合格', beyond: '超过万分之三' }
  grants.add('t', join(folder, 'errors.csv'), 'write')
  expect((await backend.api.errorRates.exportCsv(whole, words, 't')).file).toBe('errors.csv')
  expect(readFileSync(join(folder, 'errors.csv'), 'utf8')).toMatch(/\n\d{4}-\d\d,江水上涨,时政部,一校,钱校,9,1,1,1111.11,超过万分之三\r\n/)
})

it.each([`DELETE FROM story_errors`, `UPDATE story_errors SET class = 'none'`, `UPDATE stories SET desk = ''`, `UPDATE stories SET whole_characters = 1`])('verify finds and repair mends: %s', async damage => {
  const { backend, ids: [id], correct, report } = await library()
  await correct(id, 7, '五')
  const before = await report()
  expect(backend.verification.verify().problems).toEqual([])
  backend.library.db.exec(damage)
  expect(backend.verification.verify().problems[0]).toMatchObject({ kind: 'projection' })
  expect(backend.verification.repair().problems).toEqual([])
  expect(await report()).toEqual(before)
})

it('stores a story whose record of decisions is no such thing', async () => {
  const { backend, ids: [id], push } = await library()
  const doc = docOf((await backend.api.stories.open(id)).update)
  doc.getArray('decisions').push(['none', null, { verdict: 'accept' }, { verdict: 'accept', stamp: { id: 1 } }])
  await push(id, doc)
  expect(backend.verification.verify().problems).toEqual([])
})
