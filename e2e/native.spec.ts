import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './fixtures/app'
import { chooseEntry } from './fixtures/commands'
import { beginStory, inputMethod, waitUntilSaved } from './fixtures/story-text'

interface Entry { label: string, accelerator: string, type: string, command: boolean, enabled: boolean, entries: Entry[] }

/** Menus as the system shows them: label, accelerator and entries, submenus included. */
const menus = (electron: ElectronApplication) => electron.evaluate(({ Menu }) => {
  const read = (items: { label: string, accelerator?: unknown, type: string, role?: string, enabled: boolean, submenu?: { items: unknown[] } }[]): Entry[] => items.map(({ label, accelerator, type, role, enabled, submenu }) => ({
    label, accelerator: String(accelerator ?? ''), type, command: !role && !submenu && type !== 'separator', enabled, entries: read((submenu?.items ?? []) as never),
  }))
  return read((Menu.getApplicationMenu()?.items ?? []) as never)
})
const leaves = (entries: Entry[]): Entry[] => entries.flatMap(entry => entry.entries.length > 0 ? leaves(entry.entries) : [entry])

test('the native menus speak Chinese, hold every command, and no key means two of them', async ({ app, electronApp }) => {
  await beginStory(app)
  await expect.poll(async () => leaves(await menus(electronApp)).map(({ label }) => label)).toContain('着重号')
  const entries = leaves(await menus(electronApp)).filter(({ type }) => type !== 'separator')
  expect(entries.filter(({ label }) => !/\p{Script=Han}/u.test(label))).toEqual([])
  expect(new Map(entries.map(({ label, accelerator }) => [label, accelerator])).get('新建稿件')).toBe('CmdOrCtrl+N')
  const used = entries.map(({ accelerator }) => accelerator).filter(accelerator => accelerator !== '')
  expect(used.filter((accelerator, index) => used.indexOf(accelerator) !== index)).toEqual([])

  await app.keyboard.press('Control+Shift+P')
  const named = app.getByRole('listbox', { name: '命令面板' }).getByRole('option')
  await expect(named.first()).toBeVisible()
  const enabled = async () => leaves(await menus(electronApp)).filter(({ command, enabled, label }) => command && enabled && label !== '命令面板').length
  await expect.poll(async () => await enabled() - await named.count()).toBe(0)
})

test.describe('in English', () => {
  test.use({ language: 'en-US' })

  test('the native menus speak English, with the same keys', async ({ app, electronApp }) => {
    await app.getByRole('button', { name: 'New story', exact: true }).first().click()
    await expect.poll(async () => leaves(await menus(electronApp)).map(({ label }) => label)).toContain('Emphasis dots')
    const entries = leaves(await menus(electronApp)).filter(({ type }) => type !== 'separator')
    expect(entries.filter(({ label }) => label === '' || /\p{Script=Han}/u.test(label))).toEqual([])
    const keys = new Map(entries.map(({ label, accelerator }) => [label, accelerator]))
    expect([keys.get('New story'), keys.get('Undo'), keys.get('Export PDF…')]).toEqual(['CmdOrCtrl+N', 'CmdOrCtrl+Z', 'CmdOrCtrl+E'])
  })
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
  await expect.poll(() => chooseEntry(electronApp, '导出 PDF…')).toBe(true)
  const dialog = app.getByRole('dialog', { name: '导出 PDF' })
  await dialog.getByRole('combobox', { name: '版式' }).selectOption('story-a4')
  await dialog.getByRole('button', { name: '导出', exact: true }).click()
  await dialog.getByRole('button', { name: '在文件夹中显示' }).click()
  await expect.poll(() => electronApp.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)).toEqual([target])
})

test('the menus wait while a dialog or an input method has the keyboard', async ({ app, electronApp }) => {
  await beginStory(app)
  await expect(app.getByText('共 1 篇')).toBeVisible()
  await app.keyboard.press('Control+E')
  await expect(app.getByRole('dialog', { name: '导出 PDF' })).toBeVisible()
  await chooseEntry(electronApp, '新建稿件')
  await app.waitForTimeout(500) // the choice has reached the page before the dialog is gone
  await app.keyboard.press('Escape')
  await expect(app.getByRole('dialog')).toHaveCount(0)

  const { compose, commit } = await inputMethod(app)
  await app.getByRole('textbox', { name: '稿件' }).click()
  await compose('jiang')
  await chooseEntry(electronApp, '新建稿件')
  await app.waitForTimeout(500) // the choice has reached the page before the word is there
  await commit('江水')
  await expect(app.getByRole('textbox', { name: '稿件' })).toContainText('江水')
  await expect(app.getByText('共 1 篇')).toBeVisible()

  await expect.poll(() => chooseEntry(electronApp, '新建稿件')).toBe(true)
  await expect(app.getByText('共 2 篇')).toBeVisible()
})

test('undo in a field of the slip never reaches the text', async ({ app, electronApp }) => {
  const { headline } = await beginStory(app)
  await app.keyboard.type('江水上涨')
  const field = app.getByLabel('短标题')
  await field.fill('涨水')
  await expect.poll(() => chooseEntry(electronApp, '撤销')).toBe(true)
  await expect(field).toHaveValue('')
  await chooseEntry(electronApp, '撤销')
  await app.keyboard.press('Control+Z')
  await waitUntilSaved(app)
  await expect(headline).toHaveText('江水上涨')
  await headline.click()
  await chooseEntry(electronApp, '撤销')
  await expect(headline).not.toHaveText('江水上涨')
})
