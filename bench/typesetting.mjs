import { readFileSync } from 'node:fs'
import { startPrint } from './print/build.mjs'
import { percentile, report, round } from './statistics.mjs'

/** From a changed story in the backend to its page as a drawing list: the page proof without the window. */
const keystrokes = 1_000
const slot = { columns: 4, lines: 60, characters: 13 }
const { print, child, text, story } = await startPrint()
const proof = (template, isFresh = false) => print.api.proof({ story: '', template, slot: template === 'slot' ? slot : null, isFresh })

const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid()}/status`, 'utf8'))[1]) / 1024

/** Types one character into the middle of a paragraph, as a person would. */
function type(number) {
  const paragraph = text.get(6 + number % 4).get(0)
  if (number % 20 === 19) paragraph.delete(30, 19)
  else paragraph.insert(30, '临江市会议'[number % 5])
}

async function measure(template) {
  const start = performance.now()
  await proof(template, true)
  const first = performance.now() - start
  for (let number = 0; number < 30; number++) await proof(template)
  const before = memory()
  const times = []
  for (let number = 0; number < keystrokes; number++) {
    const pressed = performance.now()
    type(number)
    await proof(template)
    times.push(performance.now() - pressed)
  }
  return {
    template, characters: story.textContent.length, edits: keystrokes, first: round(first), p50: round(percentile(times, 0.5)), p95: round(percentile(times, 0.95)),
    max: round(Math.max(...times)), 'memory before (MB)': round(before, 0), 'memory after (MB)': round(memory(), 0),
  }
}

const rows = [await measure('slot'), await measure('story-a4')]
child.close()
const slowest = Math.max(...rows.map(row => row.p95))
report({
  name: 'Page proof, process side: keystroke in the backend to drawing list', rows,
  goals: [{ goal: 'keystroke to drawing list p95 (50 ms to the redrawn page)', value: slowest, limit: '≤ 40', isMet: slowest <= 40 }],
})
