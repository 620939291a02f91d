import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import sharp from 'sharp'
import { schema } from '../src-main/common/document/schema'
import { inspectPdf } from '../src-main/typesetting/testing/pdf-tools'
import { samplePress } from '../src-main/typesetting/testing/sample-press'
import { line, sampleJob, sampleText } from '../src-main/typesetting/testing/sample-story'
import { expect } from './fixtures/app'
import { childPid, killChild } from './fixtures/children'
import { test as base } from './fixtures/display'
import { launch } from './fixtures/launch'
import { buildUtilityApplication } from './fixtures/utility/application'
import type { } from './fixtures/utility/page'

interface Running { electron: ElectronApplication, page: Page, userData: string, pressText: string }

/** The program with its children in utility processes, as users run it; one build serves all tests here. */
const test = base.extend<{ running: Running }, { application: string }>({
  application: [async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'qingyang-utility-'))
    await buildUtilityApplication(folder)
    await use(folder)
    await rm(folder, { recursive: true })
  }, { scope: 'worker' }],

  running: async ({ application }, use) => {
    const userData = await mkdtemp(join(tmpdir(), 'qingyang-e2e-'))
    const pressText = join(userData, '来稿.txt')
    await writeFile(pressText, '临江新桥合龙\n')
    const electron = await launch({ userData, application, files: [pressText] })
    const page = await electron.firstWindow()
    await page.waitForFunction(() => 'desk' in window)
    await use({ electron, page, userData, pressText })
    await electron.close()
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  },
})

/** What resources/print-templates holds: every folder with a manifest. */
const shippedTemplates = () => readdirSync('resources/print-templates')
  .filter((name) => existsSync(join('resources/print-templates', name, 'manifest.json'))).sort()

const probePid = (page: Page) => page.evaluate(() => window.desk.backend.api.probe.pid())
const templates = (page: Page) => page.evaluate(async () => (await window.desk.backend.api.typesetter.templates()).map(template => template.id).sort())
const heard = (page: Page) => page.evaluate(() => window.desk.heard)
const backendStates = async (page: Page) => (await heard(page)).states.filter(({ name }) => name === 'backend').map(({ state }) => state)

test('page and backend exchange bytes through a port handed to a utility process', async ({ running: { electron, page } }) => {
  expect(await page.evaluate(() => window.desk.backend.api.probe.isUtilityProcess())).toBe(true)
  expect(await probePid(page)).toBe(await childPid(electron, 'backend'))
  const reversed = await page.evaluate(async () => {
    const bytes = await window.desk.backend.api.probe.reversed(new Uint8Array([1, 2, 253]))
    return { isBytes: bytes instanceof Uint8Array, bytes: [...bytes] }
  })
  expect(reversed).toEqual({ isBytes: true, bytes: [253, 2, 1] })
  expect((await heard(page)).bytes).toEqual([1, 2, 253])
})

test('backend and typesetter reach each other: the real one sets a story and turns its picture into ink', async ({ running: { page, userData } }) => {
  expect(await templates(page)).toEqual(shippedTemplates())
  const bridge = join(userData, 'bridge.png')
  const half = (background: string) => ({ create: { width: 150, height: 200, channels: 3 as const, background } })
  // Blue and ochre, since one flat colour may rightly leave a plate empty.
  await sharp({ create: { width: 300, height: 200, channels: 3, background: '#3366aa' } })
    .composite([{ input: await sharp(half('#a8642c')).png().toBuffer(), left: 150, top: 0 }]).png().toFile(bridge)
  const text = sampleText(5)
  const figure = schema.node('figure', { picture: 'bridge', width: 300, height: 200 }, [line('caption', '临江新桥')])
  const job = sampleJob({ text: text.copy(text.content.addToEnd(figure)).toJSON(), pictures: { bridge } })
  const printed = await page.evaluate(async ({ job, press }) => {
    const { bytes, missing } = await window.desk.backend.api.typesetter.pdf(job, 'press', press)
    return { bytes: [...bytes], missing }
  }, { job, press: samplePress({ marks: false, slugLine: false }) })
  expect(printed.missing).toEqual([])
  const pdf = inspectPdf(Uint8Array.from(printed.bytes))
  expect(pdf.text()).toContain('临江新桥')
  for (const plate of pdf.ink()[0]!) expect(plate).toBeGreaterThan(0.01)
  pdf.remove()
})

test('a killed backend comes back with new ports to page and typesetter', async ({ running: { electron, page, userData, pressText } }) => {
  const first = await probePid(page)
  await killChild(electron, 'backend')
  await expect.poll(async () => (await heard(page)).attached).toBe(2)
  expect(await probePid(page)).not.toBe(first)
  expect(await templates(page)).toContain('slot')
  await expect.poll(async () => (await backendStates(page)).slice(-2)).toEqual(['restarting', 'running'])
  expect(await page.evaluate(() => window.desk.backend.api.probe.grantedPaths())).toEqual([pressText])
  const log = await readFile(join(userData, 'logs', 'backend.log'), 'utf8')
  expect(log).toContain('The stand-in backend is ready')
  expect(log).toContain('The backend ended by itself')
})

test('a killed typesetter comes back, also by the backend’s order', async ({ running: { electron, page } }) => {
  expect(await templates(page)).toContain('slot')
  const first = await childPid(electron, 'typesetter')
  expect(first).toBeDefined()
  await killChild(electron, 'typesetter')
  expect(await templates(page)).toContain('slot')
  const second = await childPid(electron, 'typesetter')
  expect(second).not.toBe(first)

  await page.evaluate(() => window.desk.backend.api.probe.restartTypesetter())
  await expect.poll(() => childPid(electron, 'typesetter')).not.toBe(second)
  expect(await templates(page)).toContain('slot')
})

test('three deaths stop the restarts; the page starts the backend by hand', async ({ running: { electron, page } }) => {
  for (let death = 0; death < 3; death++) await killChild(electron, 'backend')
  await expect.poll(async () => (await backendStates(page)).at(-1)).toBe('stopped')
  expect(await childPid(electron, 'backend')).toBeUndefined()
  await page.evaluate(() => window.desk.shell.window.restartProcess('backend'))
  expect(await probePid(page)).toBe(await childPid(electron, 'backend'))
})

test('leave for a file reaches the backend, and so does the end', async ({ running: { electron, page, userData, pressText } }) => {
  await expect.poll(async () => (await heard(page)).opened.map(({ name }) => name)).toEqual(['来稿.txt'])
  expect(await page.evaluate(() => window.desk.backend.api.probe.grantedPaths())).toEqual([pressText])
  await electron.close()
  expect(await readFile(join(userData, 'quit.txt'), 'utf8')).toBe('heard')
})
