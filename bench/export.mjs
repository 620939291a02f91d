import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { pressStages, startPrint } from './print/build.mjs'
import { atScale, median, report, round } from './statistics.mjs'

/** One story as a PDF, warm and changed before each run: the press export stage by stage against Chromium's print of the same words on a page of the same size. */
const runs = atScale(31, 1)
const slot = { columns: 4, lines: 60, characters: 13 }
const folder = mkdtempSync(join(tmpdir(), 'qingyang-export-'))
const { print, child, text, story, read, slip } = await startPrint()
const stages = await pressStages(slip, slot)

const characters = story.textContent.match(/[\u4E00-\u9FFF]/g)
let edits = 0

/** Changes a paragraph by one character, never to what it was before, so that nothing remembered helps; its length stays. */
function edit() {
  const character = characters[++edits * 7919 % characters.length]
  text.get(6).get(0).insert(10, character)
  text.get(6).get(0).delete(40, 1)
  return character
}

/** Times each piece of work once a round, so that what else the machine does slows all alike; the first five rounds do not count. */
async function compare(pieces) {
  const rows = pieces.map(({ what }) => ({ what, times: [], size: 0 }))
  for (let run = -atScale(5, 0); run < runs; run++) {
    for (const [index, { work }] of pieces.entries()) {
      const character = edit()
      await new Promise(setImmediate)
      const start = performance.now()
      const size = await work(character)
      if (run >= 0) rows[index].times.push(performance.now() - start)
      rows[index].size = size
    }
  }
  return rows.map(({ what, times, size }) => ({ what, milliseconds: round(median(times)), 'size (KB)': round(size / 1024, 0) }))
}

const pressFile = join(folder, 'press.pdf')
const escaped = words => words.replace(/[&<>]/g, mark => `&#${mark.charCodeAt(0)};`)

function html() {
  const { bodySize, linePitch, pressMargin, dateline } = stages
  const width = bodySize * (slot.columns * slot.characters + slot.columns - 1)
  const height = slot.lines * linePitch - (linePitch - bodySize)
  const deck = story.content.content.filter(node => ['kicker', 'headline', 'subhead'].includes(node.type.name))
  const body = story.content.content.filter(node => node.type.name === 'paragraph').map(node => node.textContent)
  return `<!doctype html><meta charset="utf-8"><style>
    @page { size: calc(${width}pt + ${2 * pressMargin}mm) calc(${height}pt + ${2 * pressMargin}mm); margin: ${pressMargin}mm }
    body { margin: 0; font: ${bodySize}pt/${linePitch}pt 'Noto Serif CJK SC', serif; text-align: justify }
    h1, p.deck { margin: 4pt 0; text-align: center; font-family: 'Noto Sans CJK SC' } h1 { font-size: 36pt; line-height: 1.2; font-weight: 900 } p.deck { font-size: 18pt; line-height: 1.2 }
    main { columns: 4; column-gap: ${bodySize}pt } main p { margin: 0; text-indent: 2em } main .editor { text-align: right }</style>
    ${deck.map(node => node.type.name === 'headline' ? `<h1>${escaped(node.textContent)}</h1>` : `<p class="deck">${escaped(node.textContent)}</p>`).join('')}
    <main>${[dateline + '　' + body[0], ...body.slice(1)].map(words => `<p>${escaped(words)}</p>`).join('')}<p class="editor">（责任编辑　${escaped(slip.editor)}）</p></main>`
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage()
await page.setContent(html())

async function chromiumPrint(character) {
  await page.evaluate(added => document.querySelector('main p').append(added), character)
  const path = join(folder, 'chromium.pdf')
  await page.pdf({ path, preferCSSPageSize: true })
  return statSync(path).size
}

const exportTo = async output => (await print.exportTo({ story: '', template: 'slot', slot, output }, pressFile)).bytes
const rows = await compare([
  { what: 'Typst: layout and PDF', work: () => stages.layOut(read()).byteLength },
  { what: 'the same finished as PDF/X-4', work: async () => (await stages.finish(stages.layOut(read()))).byteLength },
  { what: 'the same read back and checked', work: async () => (await stages.check(await stages.finish(stages.layOut(read())))).byteLength },
  { what: 'print.export, press: all of it, through the processes into a file', work: () => exportTo('press') },
  { what: 'print.export, proof', work: () => exportTo('proof') },
  { what: `Chromium ${browser.version()}, print into a file`, work: chromiumPrint },
])
await browser.close()
child.close()
rmSync(folder, { recursive: true })
const pressMilliseconds = rows.find(({ what }) => what.startsWith('print.export, press')).milliseconds
const times = rows.map(row => round(rows.at(-1).milliseconds / row.milliseconds))
report({
  name: `Warm export of one story (${story.textContent.length} characters, median of ${runs})`,
  rows: rows.map((row, index) => ({ ...row, 'times faster than Chromium': times[index] })),
  goals: [
    { goal: 'Typst’s layout and PDF, before finishing, against Chromium’s print: times faster', value: times[0], limit: '≥ 20', isMet: times[0] >= 20 },
    { goal: 'A press PDF of PDF/X-4 without pictures, checked and on the disk, warm (ms)', value: pressMilliseconds, limit: '≤ 120', isMet: pressMilliseconds <= 120 },
  ],
})
