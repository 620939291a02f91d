import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as Y from 'yjs'
import { backendCode } from './library/backend-code.mjs'
import { storyInventor } from './library/invented-stories.mjs'

const cache = resolve(import.meta.dirname, '../.cache/bench-libraries')
const contentVersion = 1 // to be counted up when invented-stories.mjs or what is derived from stories changes
const storiesOfABatch = 1000
const newest = Date.UTC(2026, 10, 1)
const minutesApart = 15

/** Makes a library of `storyCount` invented stories in `folder`; a library made once is copied from then on. Answers the backend's modules. */
export async function createLibrary(folder, storyCount) {
  const code = await backendCode()
  const format = code.migrations.migrations.length
  const made = join(cache, `${storyCount}-format-${format}-content-${contentVersion}.db`)
  if (!existsSync(made)) await fill(code, made, storyCount)
  mkdirSync(folder, { recursive: true })
  copyFileSync(made, join(folder, code.open.libraryFile))
  return code
}

/** Through migrations and repositories of the program, so that log, columns and index agree; only in larger transactions than typing makes. */
async function fill(code, file, storyCount) {
  const unfinished = `${file}-unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const library = await code.open.openLibrary(unfinished)
  library.db.pragma('cache_size = -262144') // KiB
  const repositories = code.repositories.repositories(library.db)
  const invent = storyInventor(storyCount)
  for (let done = 0; done < storyCount; done += storiesOfABatch) {
    repositories.transaction(() => {
      for (let number = done; number < Math.min(done + storiesOfABatch, storyCount); number++) addStory(code, repositories, invent(), newest - number * minutesApart * 60_000)
    })
  }
  library.close()
  renameSync(join(unfinished, code.open.libraryFile), file)
  rmSync(unfinished, { recursive: true })
}

function addStory({ storyDoc, schema: { schema }, storyId, projection, story: { stages } }, { stories, log, projections }, { headline, paragraphs, slip, stage }, time) {
  const block = (type, text) => schema.node(type, null, [schema.text(text)])
  const doc = storyDoc.storyDoc(schema.node('doc', null, [block('headline', headline), ...paragraphs.map(text => block('paragraph', text))]), slip)
  const number = stories.add(storyId.newStoryId(), time)
  const sequence = log.append(number, [Y.encodeStateAsUpdate(doc)], '编辑', time)
  projections.write(number, sequence, projection.project(doc))
  projections.setStage(number, stages[stage], stage)
}
