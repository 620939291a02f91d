import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './fixtures/app'
import { beginStory, waitUntilSaved } from './fixtures/story-text'

/** Menus as the system shows them: label, accelerator and entries. */
const menus = (electron: ElectronApplication) => electron.evaluate(({ Menu }) =>
  (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => ({
    label, entries: (submenu?.items ?? []).map(({ label, accelerator, type }) => ({ label, accelerator: String(accelerator ?? ''), type: String(type) })),
  })))

test('the native menus speak Chinese and show their accelerators', async ({ app, electronApp }) => {
  await expect(app.getByText('共 0 篇')).toBeVisible()
  await expect.poll(async () => (await menus(electronApp)).map(({ label }) => label)).toContain('文件')
  const entries = (await menus(electronApp)).flatMap(menu => menu.entries).filter(({ type }) => type !== 'separator')
  expect(entries.filter(({ label }) => !/\p{Script=Han}/u.test(label))).toEqual([])
  const accelerators = new Map(entries.map(({ label, accelerator }) => [label, accelerator]))
  expect(accelerators.get('新建稿件')).toBe('CmdOrCtrl+N')
  const used = [...accelerators.values()].filter(accelerator => accelerator !== '')
  expect(used.filter((accelerator, index) => used.indexOf(accelerator) !== index)).toEqual([])
})

test('printing asks the system to print the window', async ({ app, electronApp }) => {
  await beginStory(app)
  await electronApp.evaluate(({ BrowserWindow }) => {
    const printed = Object.assign(globalThis, { printed: 0 })
    BrowserWindow.getAllWindows()[0]!.webContents.print = () => { printed.printed++ }
  })
  await app.getByRole('button', { name: '打印', exact: true }).first().click()
  await expect.poll(() => electronApp.evaluate(() => (globalThis as unknown as { printed: number }).printed)).toBe(1)
})

test('an exported page is shown in its folder', async ({ app, electronApp, userData, answerDialogs }) => {
  await beginStory(app)
  await app.keyboard.type('临江新桥今日合龙')
  await waitUntilSaved(app)
  const target = join(userData, '临江新桥.pdf')
  await answerDialogs({ save: target })
  await electronApp.evaluate(({ shell }) => {
    const shown = Object.assign(globalThis, { shown: [] as string[] }).shown
    shell.showItemInFolder = path => { shown.push(path) }
  })
  await electronApp.evaluate(({ Menu }) => {
    const entries = Menu.getApplicationMenu()!.items.flatMap(item => item.submenu?.items ?? [])
    entries.find(entry => entry.label.startsWith('导出 PDF'))!.click()
  })
  const dialog = app.getByRole('dialog', { name: '导出 PDF' })
  await dialog.getByRole('combobox', { name: '版式' }).selectOption('story-a4')
  await dialog.getByRole('button', { name: '导出', exact: true }).click()
  await dialog.getByRole('button', { name: '在文件夹中显示' }).click()
  await expect.poll(() => electronApp.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)).toEqual([target])
})
