import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { readLayout, writeLayout, type Layout } from '../../common/document/layout'
import type { Fit } from '../../common/print/print'
import { repositories } from '../database/repositories'
import { pageCopy, sampleDoc } from '../testing/sample-documents'
import { allStories, openTestLibrary } from '../testing/temporary-library'
import { storyFitService } from './story-fits'

const fit: Fit = { columns: 4, linesPerColumn: 24, charactersPerLine: 13, deckLines: 6, capacity: 96, set: 104, over: 8, spare: 0 }
const place: Layout['place'] = { format: 'tabloid', firstColumn: 0, columns: 2, firstLine: 0, lines: 30, broken: 2, remainder: 'wider-column' }
const slot = { columns: 2, lines: 30, characters: 13 }

/** A library with one story of this plan, and what keeps its fit. */
async function storyPlanned(layout: Partial<Layout>) {
  const { backend, bugs } = await openTestLibrary()
  const doc = sampleDoc('临江大桥通车', ['通车了。'])
  writeLayout(doc, layout)
  const { id } = backend.stories.add(doc)
  const written: string[] = []
  const fits = storyFitService(repositories(backend.library.db), { isWriter: true, onWritten: summary => written.push(summary.id), logBug: error => { bugs.push(error) } })
  return {
    fits, id, backend, written,
    measure: (measured: Partial<Fit> = {}, template = 'slot') => fits.note({ story: id, sequence: backend.stories.sequenceOf(id), doc: backend.stories.read(id), template, fit: { ...fit, ...measured } }),
    listed: async () => [(await backend.stories.api.list(allStories)).stories[0]!.fit, (await backend.stories.api.list({ ...allStories, filter: '大桥' })).stories[0]!.fit, backend.stories.summary(id).fit],
    edit: () => {
      const saved: Promise<void>[] = []
      pageCopy(Y.encodeStateAsUpdate(backend.stories.read(id)), update => saved.push(Promise.resolve(backend.stories.api.push(id, update)))).type('新')
      return Promise.all(saved)
    },
  }
}

it('lists how a story filled its slot, as of the last change', async () => {
  const { fits, id, measure, listed, edit, written } = await storyPlanned({ template: 'slot', slot })
  expect(await listed()).toEqual([null, null, null])
  measure({ over: 9, set: 105 })
  measure()
  fits.close()
  const kept = { capacity: 96, set: 104, over: 8, spare: 0, isCurrent: true }
  expect([await listed(), written]).toEqual([[kept, kept, kept], [id]])
  await edit()
  expect((await listed())[0]).toEqual({ ...kept, isCurrent: false })
  measure({ over: 0, set: 90, spare: 6 })
  fits.close()
  expect((await listed())[0]).toEqual({ capacity: 96, set: 90, over: 0, spare: 6, isCurrent: true })
})

it('keeps a fit only once its text is on the disk', async () => {
  const { measure, listed, edit } = await storyPlanned({ template: 'slot', slot })
  const saved = edit()
  measure()
  expect((await listed())[0]).toBeNull()
  await saved
  await expect.poll(async () => (await listed())[0], { timeout: 30_000 }).toEqual({ capacity: 96, set: 104, over: 8, spare: 0, isCurrent: true })
})

it('says nothing of stories without a slot of their own, or set by another template', async () => {
  const unplanned = await storyPlanned({})
  unplanned.measure()
  unplanned.fits.close()
  expect(await unplanned.listed()).toEqual([null, null, null])

  const { fits, measure, listed, id, backend } = await storyPlanned({ template: 'slot', slot })
  measure()
  fits.close()
  expect(readLayout(backend.stories.read(id)).template).toBe('slot')
  measure({}, 'story-a4')
  fits.close()
  expect((await listed())[0]).toBeNull()
})

it('forgets what a page format or the templates changed', async () => {
  const { fits, measure, listed } = await storyPlanned({ template: 'slot', place })
  measure()
  fits.close()
  fits.forgetFormat('broadsheet')
  expect((await listed())[0]).not.toBeNull()
  fits.forgetFormat('tabloid')
  expect((await listed())[0]).toBeNull()
  measure()
  fits.close()
  fits.forgetAll()
  expect((await listed())[0]).toBeNull()
})
