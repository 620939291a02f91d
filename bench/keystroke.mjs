import { cpSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { launch, launchQingyang, projectFolder, temporaryFolder } from './electron.mjs'
import { paragraphLength, pressText } from './press-text.mjs'
import { atScale, percentile, report, round } from './statistics.mjs'

/** From key press to paint: our editor, with everything around it, and a plain TipTap page in the same Electron. */
const sizes = atScale([1_500, 20_000, 100_000], [1_500])
const limits = { 1500: 16, 20000: 16, 100000: 33 } // ms, p95
const largestRatio = 1.25 // of the medians
const rounds = atScale(3, 1) // of each program, in turns: a window may be a tenth slower than the same opened again
const warmUp = atScale(10, 0) // keys that do not count
const keys = atScale(60, 1)

const textOf = characters => pressText(Math.ceil(characters / paragraphLength))

async function plainApplication(folder) {
  const source = join(folder, 'source')
  cpSync(join(projectFolder, 'bench/keystroke'), source, { recursive: true })
  symlinkSync(join(projectFolder, 'node_modules'), join(source, 'node_modules'), 'dir')
  await build({ root: source, base: './', configFile: false, logLevel: 'error', build: { outDir: join(folder, 'page'), target: 'chrome114', modulePreload: false } })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'plain', version: '1.0.0', main: 'main.cjs' }))
  writeFileSync(join(folder, 'main.cjs'), `
    const { app, BrowserWindow, protocol, net } = require('electron')
    const { join } = require('node:path')
    app.setPath('userData', ${JSON.stringify(join(folder, 'user-data'))})
    protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
    app.whenReady().then(() => {
      protocol.handle('app', request => net.fetch('file://' + join(__dirname, 'page', new URL(request.url).pathname)))
      new BrowserWindow({ width: 1280, height: 800 }).loadURL('app://plain/index.html')
    })`)
  return folder
}

async function paste(application, page, text) {
  await application.evaluate(({ clipboard }, given) => clipboard.writeText(given), text)
  await page.keyboard.press('Control+v')
}

const programs = {
  async plain(characters, { folder }) {
    const application = await launch(await plainApplication(folder))
    const page = await application.firstWindow()
    await page.locator('.ProseMirror p').first().click()
    await paste(application, page, textOf(characters))
    return { application, page, paragraphs: '.ProseMirror p' }
  },
  async ours(characters, { folder }) {
    const application = await launchQingyang(folder)
    const page = await application.firstWindow()
    await page.getByRole('button', { name: /^(新建稿件|New story)$/ }).first().click()
    await page.locator('.story-text [data-deck="headline"]').click()
    await page.keyboard.insertText('临江市部署明年水利工作')
    await page.keyboard.press('Control+Alt+4')
    await paste(application, page, textOf(characters))
    return { application, page, paragraphs: '.story-text > p' }
  },
  /** Every key is a suggestion of a proofreader's. */
  async tracked(characters, place) {
    const opened = await programs.ours(characters, place)
    const { page } = opened
    await page.keyboard.press('Control+Alt+u')
    await page.locator('.desk-person input').first().fill('李校')
    await page.keyboard.press('Enter')
    await page.locator('.desk-person').waitFor({ state: 'hidden' })
    await page.locator('.story-text > p').first().click()
    await page.keyboard.press('Control+Shift+e')
    await page.locator('[role="switch"][aria-checked="true"]').waitFor()
    return opened
  },
}

/** Times of real key events in the middle of the text, from the event's own time stamp to the task after the next frame. */
async function typeAndTime(page, paragraphs) {
  const middle = Math.floor(await page.locator(paragraphs).count() / 2)
  await page.locator(paragraphs).nth(middle).click({ position: { x: 150, y: 12 } })
  await page.evaluate(() => {
    window.paints = []
    addEventListener('keydown', event => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => window.paints.push(performance.now() - event.timeStamp)
      port2.postMessage(0)
    }), true)
  })
  const session = await page.context().newCDPSession(page)
  await page.waitForTimeout(atScale(1_500, 200))
  for (let key = 0; key < keys + warmUp; key++) {
    const text = '新闻稿件编辑校对'[key % 8]
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text, unmodifiedText: text })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text })
    await page.waitForTimeout(60 + key * 37 % 41)
  }
  return (await page.evaluate(() => window.paints)).slice(warmUp)
}

/** The times of one round of keys in a window of its own. */
async function measure(program, characters) {
  const place = temporaryFolder('keystroke')
  const { application, page, paragraphs } = await programs[program](characters, place)
  try {
    await page.waitForFunction(([selector, least]) => document.querySelectorAll(selector).length >= least, [paragraphs, Math.floor(characters / paragraphLength)])
    return await typeAndTime(page, paragraphs)
  } finally {
    await application.close()
    place.remove()
  }
}

const rows = []
const goals = []
for (const characters of sizes) {
  const times = { plain: [], ours: [], tracked: [] }
  for (let round = 0; round < rounds; round++) {
    for (const program in times) times[program].push(...await measure(program, characters))
  }
  const [plain, ours, tracked] = Object.values(times).map(of => ({ p50: percentile(of, 0.5), p95: percentile(of, 0.95) }))
  const ratio = ours.p50 / plain.p50
  rows.push({ 'characters': characters, 'plain p50': round(plain.p50), 'plain p95': round(plain.p95), 'ours p50': round(ours.p50), 'ours p95': round(ours.p95), 'tracked p95': round(tracked.p95), 'ratio p50': round(ratio, 2) })
  goals.push({ goal: `p95 at ${characters} characters`, value: round(ours.p95), limit: `≤ ${limits[characters]}`, isMet: ours.p95 <= limits[characters] })
  goals.push({ goal: `p95 at ${characters} characters, 修订 on`, value: round(tracked.p95), limit: `≤ ${limits[characters]}`, isMet: tracked.p95 <= limits[characters] })
  goals.push({ goal: `median against a plain TipTap page at ${characters} characters`, value: round(ratio, 2), limit: `≤ ${largestRatio}`, isMet: ratio <= largestRatio })
}
report({ name: 'Typing: key press to paint', rows, goals })
