import { join } from 'node:path'
import { temporaryFolder } from './electron.mjs'
import { createLibrary } from './library-of.mjs'
import { atScale, median, report, round } from './statistics.mjs'

const storyCount = atScale(100_000, 1_000)
const errorsPerStory = 5
const samples = atScale(5, 1)
const day = 24 * 60 * 60 * 1000
const newest = Date.UTC(2026, 10, 1)
const passes = ['first-review', 'second-review', 'final-review', 'first-proof', 'second-proof', 'third-proof']
const whole = { from: null, to: null, pass: '', person: '', desk: '' }

/** Every story was signed in six passes and has five errors, over three years. What is derived from logs is put where deriving puts it. */
function addReadings(db) {
  db.exec(`
    UPDATE stories SET whole_characters = 320, desk = '部门' || (number % 12), issue = date(${newest / 1000} - number % 1000 * 86400, 'unixepoch');
    INSERT INTO story_versions SELECT 'v' || number, number, '', 'signed', '甲', 'draft', headline, characters, x'00', 1 FROM stories;`)
  const sign = db.prepare(`INSERT INTO story_signatures (story, position, action, person, role, code, stage, to_stage, opinion, at, version, state_hash, previous, hash)
    SELECT number, @position, 'sign', '审校' || ((number + @position) % 40), '', '', @stage, 'to-press', '', ${newest} - number % 1000 * ${day} + @position, 'v' || number, '', '', '' FROM stories`)
  passes.forEach((stage, index) => sign.run({ position: index + 1, stage }))
  const find = db.prepare(`INSERT INTO story_errors SELECT number, 'e' || @index, ${newest} - number % 1000 * ${day} + @index, @pass, '审校' || ((number + @index) % 40), 'replace', 'text', 'paragraph', '的' || (number % 50), '地' FROM stories`)
  for (let index = 0; index < errorsPerStory; index++) find.run({ index, pass: passes[index % passes.length] })
}

const desk = temporaryFolder('bench-error-rate')
try {
  const libraryFolder = join(desk.folder, 'library')
  const { backend: { openBackend }, files, rpc, open } = await createLibrary(libraryFolder, storyCount)
  const library = await open.openLibrary(libraryFolder)
  library.db.transaction(() => addReadings(library.db))()
  library.close()
  const backend = await openBackend(libraryFolder, {
    resourcesFolder: 'resources', version: '0', grants: files.fileGrants(), typesetter: rpc.connect(),
    emit: () => undefined, restartTypesetter: () => undefined, logBug: error => { throw error },
  })
  const rows = []
  for (const [query, asked] of [['a month', { from: newest - 30 * day, to: newest }], ['a month of one person', { from: newest - 30 * day, to: newest, person: '审校7' }], ['a year', { from: newest - 365 * day, to: newest }], ['all', {}]]) {
    const times = []
    let total
    for (let sample = 0; sample < samples; sample++) {
      const began = performance.now()
      total = (await backend.api.errorRates.report({ ...whole, ...asked })).total
      times.push(performance.now() - began)
    }
    rows.push({ query, stories: total.stories, errors: total.count, p50: round(median(times)), longest: round(Math.max(...times)) })
  }
  backend.close()
  const month = rows[0].p50
  report({
    name: `Error rate of a library of ${storyCount.toLocaleString('en')} stories, ${(storyCount * errorsPerStory).toLocaleString('en')} errors, ${(storyCount * passes.length).toLocaleString('en')} signatures`,
    rows, goals: [{ goal: 'a month, p50', value: `${month} ms`, limit: '≤ 400 ms', isMet: month <= 400 }],
  })
} finally {
  desk.remove()
}
