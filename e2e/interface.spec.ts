import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app'
import { foreignWords, words } from './fixtures/words'

async function chooseCommand(app: Page, name: string) {
  await app.keyboard.press('Control+Shift+P')
  await app.getByRole('combobox', { expanded: true }).fill(name)
  await app.keyboard.press('Enter')
}

test('the interface changes language while it runs, whole', async ({ app }) => {
  await app.getByRole('button', { name: '新建稿件', exact: true }).first().click()
  await expect(app.getByRole('textbox', { name: '稿件' })).toBeVisible()
  expect(foreignWords(await words(app), 'zh-CN')).toEqual([])

  await chooseCommand(app, '英文')
  await expect(app.getByRole('button', { name: 'New story', exact: true }).first()).toBeVisible()
  await expect(app.locator('html')).toHaveAttribute('lang', 'en')
  expect(foreignWords(await words(app), 'en')).toEqual([])
})

test('the native menus follow the language', async ({ app, electronApp }) => {
  const menus = () => electronApp.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(item => item.label))
  await expect.poll(menus).toContain('文件')
  await chooseCommand(app, '英文')
  await expect.poll(menus).toContain('File')
  await expect.poll(menus).not.toContain('文件')
})

test('a menu entry runs its command', async ({ app, electronApp }) => {
  await expect(app.getByText('共 0 篇')).toBeVisible()
  await expect.poll(() => electronApp.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(item => item.label))).toContain('文件')
  await electronApp.evaluate(({ Menu }) => {
    const entries = Menu.getApplicationMenu()!.items.flatMap(item => item.submenu?.items ?? [])
    entries.find(entry => entry.label === '新建稿件')!.click()
  })
  await expect(app.getByText('共 1 篇')).toBeVisible()
})

test('language, theme and reading size stay as they were chosen', async ({ app, restart }) => {
  await app.getByRole('button', { name: '设置' }).click()
  const settings = app.getByRole('dialog')
  await settings.getByLabel('外观').selectOption('dark')
  await settings.getByRole('button', { name: '增加正文显示大小' }).click()
  await settings.getByLabel('界面语言').selectOption('en')
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'dark')

  const again = await restart()
  await expect(again.getByRole('button', { name: 'New story', exact: true }).first()).toBeVisible()
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'dark')
  await again.getByRole('button', { name: 'Settings' }).click()
  await expect(again.getByRole('spinbutton', { name: 'Reading size of the text' })).toHaveValue('110')
})

test('panes are resized by mouse and keyboard, and remembered', async ({ app, restart }) => {
  const divider = app.getByRole('separator', { name: '调整稿库宽度' })
  const before = Number(await divider.getAttribute('aria-valuenow'))
  await divider.focus()
  await app.keyboard.press('ArrowRight')
  await expect(divider).toHaveAttribute('aria-valuenow', String(before + 1))

  const box = (await divider.boundingBox())!
  const width = await app.evaluate(() => innerWidth)
  await app.mouse.move(box.x, box.y + 200)
  await app.mouse.down()
  await app.mouse.move(width * 0.32, box.y + 200, { steps: 4 })
  await app.mouse.up()
  await expect(divider).toHaveAttribute('aria-valuenow', '32')

  const again = await restart()
  await expect(again.getByRole('separator', { name: '调整稿库宽度' })).toHaveAttribute('aria-valuenow', '32')
})

test('the palette finds a command, and the last one used comes first', async ({ app }) => {
  await chooseCommand(app, '深色')
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'dark')
  await app.keyboard.press('Control+Shift+P')
  await expect(app.getByRole('option', { selected: true })).toContainText('深色外观')
  await app.getByRole('combobox', { expanded: true }).fill('没有的命令')
  await expect(app.getByText('没有这个命令。')).toBeVisible()
})

test('a story fits the window at twice the size', async ({ app, electronApp }) => {
  await app.getByRole('button', { name: '新建稿件', exact: true }).first().click()
  await expect(app.getByRole('textbox', { name: '稿件' })).toBeVisible()
  await electronApp.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    window.setContentSize(1280, 720)
    window.webContents.setZoomFactor(2)
  })
  await app.getByRole('radio', { name: '稿签' }).click()
  await expect(app.getByLabel('短标题')).toBeInViewport()
  await expect.poll(() => app.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})
