import { join } from 'node:path'
import { attachToPage } from './devtools.mjs'
import { emptyApplication, start, startQingyang, temporaryFolder } from './electron.mjs'
import { createLibrary } from './library-of.mjs'
import { atScale, median, percentile, report, round } from './statistics.mjs'

const storyCount = atScale(100_000, 1_000)
const runs = atScale(9, 1)

/**
 * In milliseconds, from starting the executable to what a person waits for on the screen: the empty page's text, or the first story of the list. The browser
 * itself tells when it was painted (Element Timing), so that what looks on adds nothing to it.
 */
async function startTime(begin, selector) {
  const began = Date.now()
  const page = await attachToPage(begin())
  const painted = await page.evaluate(`(${timePainted})(${JSON.stringify(selector)})`)
  await page.close()
  if (painted === undefined) throw new Error(`${selector} was there before anybody looked`)
  return painted - began
}

/** Runs in the page: when the text of the first element that `selector` finds was painted, in milliseconds since 1970; undefined when it came too late to see. */
function timePainted(selector) {
  return new Promise(resolve => {
    const isAimed = () => {
      const element = document.querySelector(selector)
      element?.setAttribute('elementtiming', selector)
      return element !== null
    }
    new PerformanceObserver(list => resolve(performance.timeOrigin + list.getEntries()[0].renderTime)).observe({ type: 'element', buffered: true })
    if (!isAimed()) new MutationObserver((_, observer) => isAimed() && observer.disconnect()).observe(document, { childList: true, subtree: true })
    else if (performance.getEntriesByType('paint').length > 0) resolve(undefined)
  })
}

const emptyWindow = temporaryFolder('bench-empty')
const desk = temporaryFolder('bench-start')
try {
  emptyApplication(emptyWindow.folder)
  await createLibrary(join(desk.folder, 'library'), storyCount)
  const ours = []
  const bare = []
  for (let run = 0; run <= runs; run++) {
    const bareTime = await startTime(() => start(emptyWindow.folder), 'main')
    const ourTime = await startTime(() => startQingyang(desk.folder), '[role="option"] .headline')
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
