import { expect, it } from 'vitest'
import type { PagePlan, PagePlanId, Placement } from '../../common/print/page-plan'
import type { StoryId } from '../../common/story/story'
import { openTestLibrary } from '../testing/temporary-library'

const place = { format: 'broadsheet', firstColumn: 0, columns: 4, firstLine: 0, lines: 40, broken: 3, remainder: 'wider-column' } as const
const frontPage = (placements: Placement[]): PagePlan => ({
  id: 'front' as PagePlanId, format: 'broadsheet', template: 'page', paper: '临江日报', date: '2026-11-24', number: 'A01', section: '要闻', editor: '闻达', placements,
})

async function libraryWithStories() {
  const library = await openTestLibrary()
  const { api } = library.backend
  const ids = [(await api.stories.create('news')).id, (await api.stories.create('brief')).id]
  return { ...library, api, ids: ids as [StoryId, StoryId] }
}

it('keeps a planned page whole: its head, its stories and where they stand', async () => {
  const { api, ids: [lead, brief], folder, backend } = await libraryWithStories()
  const plan = frontPage([{ story: lead, place, template: 'slot' }, { story: brief, place: { ...place, firstColumn: 4, broken: 4, remainder: 'wider-gutters' }, template: 'lead' }])
  expect(await api.pages.save(plan)).toMatchObject({ plan, stories: [{ id: lead, kind: 'news' }, { id: brief, kind: 'brief' }] })
  await api.pages.save({ ...plan, section: '综合', placements: plan.placements.slice(1) })
  backend.close()
  const reopened = (await openTestLibrary(folder)).backend.api.pages
  expect((await reopened.open(plan.id)).plan).toEqual({ ...plan, section: '综合', placements: plan.placements.slice(1) })
  expect(await reopened.list()).toMatchObject([{ id: 'front', number: 'A01', section: '综合', stories: 1 }])
  await reopened.remove(plan.id)
  await expect(reopened.open(plan.id)).rejects.toMatchObject({ code: 'not-found' })
})

it('moves onto the page what does not lie on it, and takes a story once', async () => {
  const { api, ids: [lead] } = await libraryWithStories()
  const { plan: saved } = await api.pages.save(frontPage([{ story: lead, place: { ...place, firstColumn: 7, firstLine: 110 }, template: 'slot' }]))
  expect(saved.placements[0]!.place).toMatchObject({ firstColumn: 4, firstLine: 80 })
  await expect(api.pages.save(frontPage([{ story: lead, place, template: 'slot' }, { story: lead, place, template: 'slot' }]))).rejects.toMatchObject({ code: 'invalid-arguments' })
})

it('loses a story from its page when it is deleted for good, not while it lies in the bin', async () => {
  const { api, ids: [lead] } = await libraryWithStories()
  const { plan: { id } } = await api.pages.save(frontPage([{ story: lead, place, template: 'slot' }]))
  await api.stories.moveToBin([lead])
  expect((await api.pages.open(id)).plan.placements).toHaveLength(1)
  await api.stories.deleteForever([lead])
  expect((await api.pages.open(id)).plan.placements).toHaveLength(0)
})

it('refuses a page of a format there is not', async () => {
  const { api } = await libraryWithStories()
  await expect(api.pages.save({ ...frontPage([]), format: 'gone' })).rejects.toMatchObject({ code: 'not-found' })
})
