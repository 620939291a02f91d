import { join } from 'node:path'
import { emptyApplication, launch, launchQingyang, temporaryFolder } from './electron.mjs'
import { createLibrary } from './library-of.mjs'
import { atScale, median, percentile, report, round } from './statistics.mjs'

const storyCount = atScale(100_000, 1_000)
const runs = atScale(9, 1)

/** From starting the executable to what a person waits for: the empty page's text, or the first story of the list. */
async function startTime(start, isThere) {
  const began = performance.now()
  const app = await start()
  const page = await app.firstWindow()
  await isThere(page)
  const elapsed = performance.now() - began
  await app.close()
  return elapsed
}

const emptyWindow = temporaryFolder('bench-empty')
const desk = temporaryFolder('bench-start')
try {
  emptyApplication(emptyWindow.folder)
  await createLibrary(join(desk.folder, 'library'), storyCount)
  const ours = []
  const bare = []
  for (let run = 0; run <= runs; run++) {
    const bareTime = await startTime(() => launch(emptyWindow.folder), page => page.getByText('empty').waitFor())
    const ourTime = await startTime(() => launchQingyang(desk.folder), page => page.locator('[role="option"][id^="story-"]').first().waitFor())
    if (run === 0) continue // the first of each fills the disk cache
    bare.push(bareTime)
    ours.push(ourTime)
  }
  const ratio = round(median(ours) / median(bare), 2)
  const row = (what, samples) => ({ what, p50: round(median(samples)), p95: round(percentile(samples, 0.95)), runs })
  report({
    name: `Start, with ${storyCount.toLocaleString('en')} stories in the library`,
    rows: [row('empty Electron window', bare), row('Qingyang, first stories listed', ours)],
    goals: [{ goal: 'start against an empty Electron window', value: `${ratio} ×`, limit: '≤ 1.5 ×', isMet: ratio <= 1.5 }],
  })
} finally {
  emptyWindow.remove()
  desk.remove()
}
