import { join } from 'node:path'
import sharp from 'sharp'
import { launchQingyang, temporaryFolder } from './electron.mjs'
import { paragraphLength, pressText } from './press-text.mjs'
import { atScale, percentile, report, round } from './statistics.mjs'

/** From key press to the redrawn page on the screen, in the whole program: editor, backend, typesetter, canvas. The long story is threaded around its picture. */
const [short, long] = [1_500, atScale(10_000, 3_000)] // characters
const warmUp = atScale(10, 0) // keys that do not count
const keys = atScale(100, 1)
const [mostShort, mostLong] = [50, 80] // ms, p95
const cases = [
  { template: 'slot', characters: short },
  { template: 'story-a4', characters: short },
  { template: 'lead', characters: long, columns: 7, lines: 150 },
]

async function openStory(page, application, characters) {
  await page.getByRole('button', { name: /^(新建稿件|New story)$/ }).first().click()
  await page.locator('.story-text [data-deck="headline"]').click()
  await page.keyboard.insertText('临江市部署明年水利工作')
  await page.keyboard.press('Control+Alt+4')
  await application.evaluate(({ clipboard }, text) => clipboard.writeText(text), pressText(Math.floor(characters / paragraphLength)))
  await page.keyboard.press('Control+v')
  await page.getByRole('tab', { name: /^(版样|Proof|Page)/ }).click()
  await page.locator('canvas').first().waitFor()
}

async function addPicture(page, application, file) {
  await application.evaluate(({ dialog }, path) => { dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] }) }, file)
  await page.locator('.story-text > p').nth(4).click({ position: { x: 150, y: 12 } })
  await page.keyboard.press('Control+Alt+p')
  await page.locator('.story-text figure img').waitFor()
}

async function chooseTemplate(page, { template, columns, lines }) {
  await page.locator('.proof-pane .template select').selectOption(template)
  if (columns) {
    if (!await page.locator('.place .numbers').isVisible()) await page.locator('.proof-pane summary').click()
    for (const [index, value] of [columns, lines].entries()) {
      const field = page.locator('.place .numbers input').nth(index)
      await field.fill(String(value))
      await field.press('Tab')
    }
  }
  await page.waitForTimeout(atScale(2_500, 500))
}

/**
 * One key a time; each waits for the page that shows it and the frame that paints that page. The frame is asked for as the page is drawn, and nothing asks
 * for frames besides: it would have the screen's next turn taken by the time the page wants one.
 */
async function typeAndTime(page) {
  await page.locator('.story-text > p').nth(5).click({ position: { x: 150, y: 12 } })
  await page.evaluate(() => {
    if (window.shown) return void (window.shown.length = 0)
    window.shown = []
    let pressed = 0
    addEventListener('keydown', event => { pressed = event.timeStamp }, true)
    const mark = performance.mark.bind(performance)
    performance.mark = (...given) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          if (pressed > 0) window.shown.push(performance.now() - pressed)
          pressed = 0
          window.tell?.()
        }
        port2.postMessage(0)
      })
      return mark(...given)
    }
  })
  const session = await page.context().newCDPSession(page)
  for (let key = 0; key < keys + warmUp; key++) {
    const text = '新闻稿件编辑校对'[key % 8]
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text, unmodifiedText: text })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text })
    await page.evaluate(least => new Promise(resolve => {
      window.tell = () => { if (window.shown.length >= least) resolve() }
      window.tell()
    }), key + 1)
    await page.waitForTimeout(100 + key * 37 % 41)
  }
  return (await page.evaluate(() => window.shown)).slice(warmUp)
}

const place = temporaryFolder('bench-page')
const picture = join(place.folder, 'bridge.jpg')
await sharp({ create: { width: 1800, height: 1200, channels: 3, background: '#789' } }).jpeg().toFile(picture)
const application = await launchQingyang(place.folder)
const page = await application.firstWindow()
const rows = []
try {
  for (const each of cases) {
    const { template, characters } = each
    await openStory(page, application, characters)
    if (template === 'lead') await addPicture(page, application, picture)
    await chooseTemplate(page, each)
    const times = await typeAndTime(page)
    rows.push({ template, characters, fit: (await page.locator('.fit-words').innerText()).replace(/\s+/g, ' '), keys, p50: round(percentile(times, 0.5)), p95: round(percentile(times, 0.95)), max: round(Math.max(...times)) })
  }
} finally {
  await application.close()
  place.remove()
}
const slowest = Math.max(rows[0].p95, rows[1].p95)
report({
  name: 'Page proof: key press to redrawn page in the window', rows,
  goals: [
    { goal: 'key press to redrawn page at 1,500 characters, p95', value: slowest, limit: `≤ ${mostShort}`, isMet: slowest <= mostShort },
    { goal: 'at 10,000 characters in 7 columns around a picture, p95', value: rows[2].p95, limit: `≤ ${mostLong}`, isMet: rows[2].p95 <= mostLong },
  ],
})
