import { join } from 'node:path'
import { temporaryFolder } from './electron.mjs'
import { createLibrary } from './library-of.mjs'
import { storyInventor } from './library/invented-stories.mjs'
import { atScale, median, percentile, report, round } from './statistics.mjs'

const storyCount = atScale(100_000, 1_000)
const samples = atScale(40, 2)
const pageLength = 200 // what the window asks for at once
const offsets = [0, 50_000, 99_900]
const filterLengths = [1, 2, 6]
const everything = { where: 'desk', filter: '', kind: null, stage: null, sort: 'updatedAt', descending: true, offset: 0, limit: pageLength }

async function openBackend({ backend, files, rpc }, libraryFolder) {
  return backend.openBackend(libraryFolder, {
    resourcesFolder: 'resources', version: '0', grants: files.fileGrants(), typesetter: rpc.connect(),
    emit: () => undefined, restartTypesetter: () => undefined, logBug: error => { throw error },
  })
}

/** Milliseconds of each of the queries, one after another. */
async function timesOf(list, queries) {
  const times = []
  for (const query of queries) {
    const began = performance.now()
    await list({ ...everything, ...query })
    times.push(performance.now() - began)
  }
  return times
}

const repeated = query => Array.from({ length: samples }, () => query)

/** Runs of characters as they stand somewhere in the stories, each another one, so that no count is remembered. */
function filtersOf(length) {
  const invent = storyInventor(storyCount)
  const found = new Set()
  for (let tries = 0; found.size < samples && tries < samples * 100; tries++) {
    const text = invent().paragraphs[0]
    found.add(text.slice(tries % 40, tries % 40 + length))
  }
  return [...found].map(filter => ({ filter }))
}

const row = (query, times) => ({ query, p50: round(median(times), 2), p95: round(percentile(times, 0.95), 2), longest: round(Math.max(...times), 2) })

async function measurePages(list, sortKeys) {
  const all = []
  const rows = []
  for (const sort of sortKeys) {
    for (const offset of offsets) {
      const times = await timesOf(list, repeated({ sort, offset }))
      all.push(...times)
      rows.push(row(`by ${sort}, from ${offset.toLocaleString('en')}`, times))
    }
  }
  return { all, rows }
}

async function measureFilters(list, options = {}) {
  const all = []
  const rows = []
  for (const length of filterLengths) {
    const times = await timesOf(list, filtersOf(length).map(filter => ({ ...filter, ...options })))
    all.push(...times)
    rows.push(row(`${length} characters${options.kind ? ` and a kind` : ''}`, times))
  }
  return { all, rows }
}

/** A page asked for after every save, as while someone types: then the stories are counted again. */
async function timesAfterSaves(backend) {
  const [{ id }] = (await backend.api.stories.list({ ...everything, limit: 1 })).stories
  const times = []
  for (let save = 0; save < samples; save++) {
    await backend.api.stories.keepVersion(id, `${save}`)
    times.push(...await timesOf(backend.api.stories.list, [{}]))
  }
  return times
}

const desk = temporaryFolder('bench-list')
try {
  const folder = join(desk.folder, 'library')
  const code = await createLibrary(folder, storyCount)
  const backend = await openBackend(code, folder)
  const { list } = backend.api.stories
  const pages = await measurePages(list, code.story.sortKeys)
  const ofKind = await timesOf(list, repeated({ kind: 'feature', offset: 5_000 }))
  const afterSaves = await timesAfterSaves(backend)
  const filters = await measureFilters(list)
  const filtersOfKind = await measureFilters(list, { kind: 'feature' })
  backend.close()

  const page95 = round(percentile([...pages.all, ...ofKind, ...afterSaves], 0.95), 2)
  const filter95 = round(percentile([...filters.all, ...filtersOfKind.all], 0.95), 2)
  report({
    name: `List of ${storyCount.toLocaleString('en')} stories, pages of ${pageLength}`,
    rows: [...pages.rows, row('of one kind, from 5,000', ofKind), row('first page after a save', afterSaves), ...filters.rows, ...filtersOfKind.rows],
    goals: [
      { goal: 'a page of the list, p95', value: `${page95} ms`, limit: '≤ 16 ms', isMet: page95 <= 16 },
      { goal: 'a page filtered by words, p95', value: `${filter95} ms`, limit: '≤ 50 ms', isMet: filter95 <= 50 },
    ],
  })
} finally {
  desk.remove()
}
