import { expect, it } from 'vitest'
import { storyKinds } from '../../../common/document/slip'
import { sortKeys, stages, type StoryId, type StorySummary } from '../../../common/story/story'
import { allStories, openTestLibrary } from '../../testing/temporary-library'
import { sampleDoc } from '../../testing/sample-documents'

const sources = ['临江日报', '白鹭晚报', '', '江畔通讯社']
const surnames = ['林', '阿', '郑', 'Lee', '2号']

async function libraryOf(count: number) {
  const { backend } = await openTestLibrary()
  for (let index = 0; index < count; index++) {
    backend.stories.add(sampleDoc(`${surnames[index % 5]}标题${index}`, ['字'.repeat(index * 7 % 50)], {
      kind: storyKinds[index % 7]!, source: sources[index % 4]!, editor: `编辑${index % 3}`,
    }))
  }
  return backend
}

const idsOf = (stories: StorySummary[]): StoryId[] => stories.map(story => story.id)

it('pages through every order without gaps, from both ends', async () => {
  const { stories: { api } } = await libraryOf(97)
  for (const sort of sortKeys) {
    for (const descending of [true, false]) {
      const whole = await api.list({ ...allStories, sort, descending })
      expect(whole.total).toBe(97)
      const pieces: StorySummary[] = []
      for (let offset = 0; offset < 110; offset += 10) pieces.push(...(await api.list({ ...allStories, sort, descending, offset, limit: 10 })).stories)
      expect(idsOf(pieces)).toEqual(idsOf(whole.stories))
      expect(new Set(idsOf(pieces)).size).toBe(97)
    }
    const up = await api.list({ ...allStories, sort, descending: false })
    const down = await api.list({ ...allStories, sort })
    expect(idsOf(down.stories)).toEqual(idsOf(up.stories).reverse())
  }
})

it('sorts by what each column means', async () => {
  const { stories: { api } } = await libraryOf(60)
  const ascending = async (sort: (typeof sortKeys)[number]) => (await api.list({ ...allStories, sort, descending: false })).stories
  const isRising = (numbers: number[]) => numbers.every((number, index) => index === 0 || numbers[index - 1]! <= number)
  expect(isRising((await ascending('characters')).map(story => story.characters))).toBe(true)
  expect(isRising((await ascending('kind')).map(story => storyKinds.indexOf(story.kind)))).toBe(true)
  expect(isRising((await ascending('stage')).map(story => stages.indexOf(story.stage)))).toBe(true)
  expect(isRising((await ascending('updatedAt')).map(story => story.updatedAt))).toBe(true)
  expect([...new Set((await ascending('headline')).map(story => story.headline[0]))]).toEqual(['2', 'L', '阿', '林', '郑'])
  expect([...new Set((await ascending('source')).map(story => story.source))]).toEqual(['', '白鹭晚报', '江畔通讯社', '临江日报'])
})

it('filters by words, kind, stage and place together, and counts what is left', async () => {
  const { stories: { api } } = await libraryOf(84)
  const all = (await api.list(allStories)).stories
  const wanted = all.filter(story => story.source === '临江日报' && story.editor === '编辑1' && story.kind === 'brief')
  const found = await api.list({ ...allStories, filter: '临江 辑1', kind: 'brief' })
  expect(wanted.length).toBeGreaterThan(0)
  expect(found).toEqual({ total: wanted.length, stories: wanted })
  expect((await api.list({ ...allStories, stage: 'released' })).total).toBe(0)
  expect((await api.list({ ...allStories, filter: '没有这个词' })).total).toBe(0)
  await api.moveToBin([wanted[0]!.id])
  expect((await api.list({ ...allStories, filter: '临江 辑1', kind: 'brief' })).total).toBe(wanted.length - 1)
  expect(idsOf((await api.list({ ...allStories, where: 'bin', filter: '临江' })).stories)).toEqual([wanted[0]!.id])
})
