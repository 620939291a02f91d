import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { inspectPdf } from '../src-main/typesetting/testing/pdf-tools'
import { expect, test } from './fixtures/app'
import { projectFolder } from './fixtures/launch'

const sample = join(projectFolder, 'resources/samples/meeting-report.txt')

/** Chooses an entry of the native menus, as its user would. The page sends the menus once it knows its language. */
async function chooseFromMenu(electron: ElectronApplication, ...labels: string[]) {
  await expect.poll(() => electron.evaluate(({ Menu, BrowserWindow }, path) => {
    const entry = path.reduce<Electron.MenuItem | undefined>(
      (found, label) => (found ? found.submenu : Menu.getApplicationMenu())?.items.find(item => item.label.replace(/[….]+$/, '') === label), undefined)
    if (!entry?.enabled) return false
    entry.click(undefined, BrowserWindow.getAllWindows()[0], undefined)
    return true
  }, labels), { message: `menu entry ${labels.join(' → ')}` }).toBe(true)
}

const text = (app: Page) => app.getByRole('textbox', { name: '稿件', exact: true })
const tab = (app: Page, name: string) => app.getByRole('tab', { name, exact: true })

/** The text as one string without spaces: what both a page and its PDF must agree on. */
const squeezed = (words: string) => words.replace(/[\s\u2060\u00AD]/g, '').replaceAll('⸺', '——')

test('a press text becomes a story, a corrected story, and a PDF for press, and is there tomorrow', async ({ app, electronApp, answerDialogs, restart, userData }) => {
  const target = join(userData, '版面.pdf')
  await answerDialogs({ open: [sample], save: target })
  await chooseFromMenu(electronApp, '文件', '导入来稿')
  await app.getByRole('button', { name: '入库' }).click()
  await expect(text(app)).toBeVisible()

  const headline = text(app).locator('[data-deck=headline]').first()
  await headline.click()
  await app.keyboard.press('End')
  await app.keyboard.type('改')
  await expect(headline).toHaveText(/改$/)

  await tab(app, '稿签').click()
  await app.getByRole('textbox', { name: '值班主任' }).fill('闻达')
  await app.getByRole('textbox', { name: '版次' }).fill('A01')
  await expect(app.getByText('已保存')).toBeVisible()

  const shownHeadlines = await text(app).locator('[data-deck=headline]').allInnerTexts()
  const shownParagraphs = await text(app).locator('p:not([data-deck])').allInnerTexts()
  expect(shownHeadlines[0]).toMatch(/改$/)
  expect(shownParagraphs.length).toBeGreaterThan(5)

  await chooseFromMenu(electronApp, '文件', '导出 PDF')
  const dialog = app.getByRole('dialog', { name: '导出 PDF' })
  await dialog.getByRole('combobox', { name: '版式' }).selectOption('slot')
  await dialog.getByRole('radio', { name: /付印 PDF/ }).check()
  // Marks are printed in every ink; without them the page itself must be black alone.
  await dialog.getByRole('checkbox', { name: '裁切线、套准标记和色标' }).uncheck()
  await dialog.getByRole('spinbutton', { name: '每栏行数' }).fill('60')
  await dialog.getByRole('spinbutton', { name: '每栏行数' }).press('Tab')
  await expect(dialog.getByText(/^余 \d+ 行$|^正好$/)).toBeVisible()
  await dialog.getByRole('button', { name: '导出', exact: true }).click()
  await expect(dialog.getByText(/已导出/)).toBeVisible()

  const pdf = inspectPdf(readFileSync(target))
  expect(pdf.info()).toMatch(/Pages:\s+1\n/)
  for (const font of pdf.fonts()) expect(font).toMatch(/ yes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/)
  expect(pdf.fonts().length).toBeGreaterThan(0)
  expect(pdf.ink().map(([c, m, y]) => [c, m, y])).toEqual([[0, 0, 0]])
  expectInOrder(squeezed(pdf.text()), [...shownHeadlines, ...shownParagraphs].map(squeezed))
  pdf.remove()

  const again = await restart()
  await again.getByText(shownHeadlines[0]!).first().dblclick()
  await expect(text(again).locator('[data-deck=headline]').first()).toHaveText(/改$/)
  await tab(again, '稿签').click()
  await expect(again.getByRole('textbox', { name: '值班主任' })).toHaveValue('闻达')
  await expect(again.getByRole('textbox', { name: '版次' })).toHaveValue('A01')
})

/** Each part is in `whole`, after the part before it. */
function expectInOrder(whole: string, parts: string[]) {
  let from = 0
  for (const part of parts) {
    const at = whole.indexOf(part, from)
    expect(at, `“${part.slice(0, 20)}…” after position ${from} of the page's text`).toBeGreaterThanOrEqual(0)
    from = at + part.length
  }
}
