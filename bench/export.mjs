import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { startPrint } from './print/build.mjs'
import { median, report, round } from './statistics.mjs'

/** The same story as a PDF: the warm press export, file written, against Chromium's warm print of the same four columns. */
const runs = 15
const slot = { columns: 4, lines: 60, characters: 13 }
const folder = mkdtempSync(join(tmpdir(), 'qingyang-export-'))
const { print, child, text, story } = await startPrint()

/** Times `work` after three runs that do not count. */
async function timed(work) {
  const times = []
  for (let run = -3; run < runs; run++) {
    const start = performance.now()
    await work(run)
    if (run >= 0) times.push(performance.now() - start)
  }
  return median(times)
}

async function ours(output) {
  const file = join(folder, `${output}.pdf`)
  const milliseconds = await timed(run => {
    text.get(6).get(0).insert(10, '临江会议'[(run + 4) % 4]) // a changed story, so that nothing is remembered
    return print.exportTo({ story: '', template: 'slot', slot, output }, file)
  })
  return { engine: `Qingyang, ${output}`, milliseconds: round(milliseconds), 'size (KB)': round(statSync(file).size / 1024, 0) }
}

const escaped = words => words.replace(/[&<>]/g, mark => `&#${mark.charCodeAt(0)};`)

function html() {
  const deck = story.content.content.filter(node => ['kicker', 'headline', 'subhead'].includes(node.type.name))
  const body = story.content.content.filter(node => node.type.name === 'paragraph')
  return `<!doctype html><meta charset="utf-8"><style>
    @page { size: 495pt 694pt; margin: 0 } body { margin: 0; font: 9pt/11.6pt 'Noto Serif CJK SC', serif; text-align: justify }
    h1, p.deck { margin: 4pt 0; text-align: center; font-family: 'Noto Sans CJK SC' } h1 { font-size: 36pt; line-height: 1.2; font-weight: 900 } p.deck { font-size: 18pt; line-height: 1.2 }
    main { columns: 4; column-gap: 9pt } main p { margin: 0; text-indent: 2em }</style>
    ${deck.map(node => node.type.name === 'headline' ? `<h1>${escaped(node.textContent)}</h1>` : `<p class="deck">${escaped(node.textContent)}</p>`).join('')}
    <main>${body.map(node => `<p>${escaped(node.textContent)}</p>`).join('')}</main>`
}

async function chromiumPrint() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  const file = join(folder, 'chromium.pdf')
  await page.setContent(html())
  const milliseconds = await timed(async run => {
    await page.evaluate(number => document.querySelector('main p').append('临江会议'[number % 4]), run + 4)
    await page.pdf({ path: file, preferCSSPageSize: true })
  })
  const row = { engine: `Chromium ${browser.version()} print`, milliseconds: round(milliseconds), 'size (KB)': round(statSync(file).size / 1024, 0) }
  await browser.close()
  return row
}

const rows = [await ours('press'), await ours('proof'), await chromiumPrint()]
child.close()
rmSync(folder, { recursive: true })
const ratio = round(rows[2].milliseconds / rows[0].milliseconds)
report({
  name: `Warm export of one story (${story.textContent.length} characters, median of ${runs})`, rows: rows.map(row => ({ ...row, ratio: round(row.milliseconds / rows[0].milliseconds) })),
  goals: [{ goal: 'times faster than Chromium print, press PDF', value: ratio, limit: '≥ 20', isMet: ratio >= 20 }],
})
