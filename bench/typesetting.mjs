import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { startPrint } from './print/build.mjs'
import { atScale, percentile, report, round } from './statistics.mjs'

/** From a changed story in the backend to its page as a drawing list: the page proof without the window. `lead` has its picture over some of the columns. */
const short = { edits: atScale(1_000, 2), paragraphs: 12 }
const cases = [
  { template: 'slot', slot: { columns: 4, lines: 60, characters: 13 }, ...short },
  { template: 'story-a4', slot: null, ...short },
  { template: 'lead', slot: { columns: 7, lines: 150, characters: 13 }, edits: atScale(2_000, 2), paragraphs: 68 },
]
const [mostMemory, mostShort, mostLong] = [400, 40, 80] // MB, ms, ms
const folder = mkdtempSync(join(tmpdir(), 'qingyang-bench-typesetting-'))
const picture = join(folder, 'bridge.jpg')
await sharp({ create: { width: 900, height: 600, channels: 3, background: '#789' } }).jpeg().toFile(picture)

const memoryOf = child => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid()}/status`, 'utf8'))[1]) / 1024

/** Types one character into the middle of a paragraph, as a person would. */
function type(text, number) {
  const paragraph = text.get(6 + number % 4).get(0)
  if (number % 20 === 19) paragraph.delete(30, 19)
  else paragraph.insert(30, '临江市会议'[number % 5])
}

async function measure({ template, slot, edits, paragraphs }) {
  const { print, child, text, story } = await startPrint({ paragraphs, picture: template === 'lead' ? picture : undefined })
  let known = null
  const proof = async () => {
    const sent = await print.api.proof({ story: '', template, slot, known })
    known = sent.revision
    return sent
  }
  const start = performance.now()
  const { fit } = await proof()
  const first = performance.now() - start
  for (let number = 0; number < 30; number++) await proof()
  const before = memoryOf(child)
  const times = []
  let most = before
  for (let number = 0; number < edits; number++) {
    const pressed = performance.now()
    type(text, number)
    await proof()
    times.push(performance.now() - pressed)
    if (number % 100 === 99) most = Math.max(most, memoryOf(child))
  }
  child.close()
  return {
    template, characters: story.textContent.length, columns: fit.columns, edits, first: round(first), p50: round(percentile(times, 0.5)), p95: round(percentile(times, 0.95)),
    max: round(Math.max(...times)), 'memory before (MB)': round(before, 0), 'memory after (MB)': round(most, 0),
  }
}

const rows = []
for (const each of cases) rows.push(await measure(each))
rmSync(folder, { recursive: true })
const slowest = Math.max(...rows.slice(0, 2).map(row => row.p95))
const long = rows[2].p95
const memory = Math.max(...rows.map(row => row['memory after (MB)']))
report({
  name: 'Page proof, process side: keystroke in the backend to drawing list', rows,
  goals: [
    { goal: 'keystroke to drawing list p95 (50 ms to the redrawn page)', value: slowest, limit: `≤ ${mostShort}`, isMet: slowest <= mostShort },
    { goal: '10,000 characters in 7 columns under a picture, p95', value: long, limit: `≤ ${mostLong}`, isMet: long <= mostLong },
    { goal: 'the typesetter, over 2,000 edits', value: `${memory} MB`, limit: `< ${mostMemory} MB`, isMet: memory < mostMemory },
  ],
})
