import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures/app'
import { settled } from './fixtures/settled'

const picker = (app: Page) => app.getByRole('application', { name: '版面：拖动选版位' })
const chooser = (app: Page) => app.getByRole('group', { name: '版位' })
const text = (app: Page) => app.getByRole('textbox', { name: '稿件', exact: true })

/** A new story, with its proof beside it in the template whose slot is chosen. */
async function newStoryOnPage(app: Page) {
  await app.getByRole('button', { name: '新建稿件' }).first().click()
  await text(app).locator('[data-deck=headline]').click()
  await app.keyboard.type('临江大桥通车')
  await app.keyboard.press('Enter')
  await app.keyboard.type('临江大桥昨天通车，市民纷纷前来参观。'.repeat(40))
  await app.getByRole('tab', { name: '版样', exact: true }).click()
  await app.getByRole('combobox', { name: '版式' }).selectOption('slot')
}

/** Drags over the broadsheet: columns from 0, heights in parts of the page. */
async function drag(page: Locator, [fromColumn, fromHeight]: [number, number], [toColumn, toHeight]: [number, number]) {
  const box = (await settled(() => page.boundingBox()))!
  const at = (column: number, height: number) => [box.x + box.width * (0.07 + 0.108 * (column + 0.5)), box.y + box.height * height] as const
  const { mouse } = page.page()
  await mouse.move(...at(fromColumn, fromHeight))
  await mouse.down()
  await mouse.move(...at(fromColumn + 1, fromHeight))
  await mouse.move(...at(toColumn, toHeight), { steps: 5 })
  await mouse.up()
}

test('a slot is picked on the page with the mouse, broken, and is there tomorrow', async ({ app, restart }) => {
  await newStoryOnPage(app)
  await drag(picker(app), [2, 0.3], [4, 0.5])
  await expect(chooser(app).getByText('3 栏：13 字 × 3')).toBeVisible()
  await expect(chooser(app).getByText(/^第 3–5 栏/)).toBeVisible()

  await chooser(app).getByRole('spinbutton', { name: '排成几栏' }).fill('2')
  await chooser(app).getByRole('spinbutton', { name: '排成几栏' }).press('Tab')
  await expect(chooser(app).getByText('3 栏破 2：20 字 × 2，正好')).toBeVisible()
  await expect(chooser(app).getByText('3 × 13 + 2 = 41，41 − 1 = 40，40 ÷ 2 = 20 余 0')).toBeVisible()

  await chooser(app).getByRole('spinbutton', { name: '每栏行数' }).fill('33')
  await chooser(app).getByRole('spinbutton', { name: '每栏行数' }).press('Tab')
  await expect(app.getByText(/^正文 2 栏 × \d+ 行 × 20 字$/)).toBeVisible()
  await expect(app.getByText('已保存')).toBeVisible()

  const again = await restart()
  await again.getByText('临江大桥通车').first().dblclick()
  await again.getByRole('tab', { name: '版样', exact: true }).click()
  await expect(chooser(again).getByText('3 栏破 2：20 字 × 2，正好')).toBeVisible()
  await expect(chooser(again).getByRole('spinbutton', { name: '每栏行数' })).toHaveValue('33')
})

test('a slot is picked and broken with the keys alone; what is left over goes where it is sent', async ({ app }) => {
  await newStoryOnPage(app)
  await picker(app).focus()
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'ArrowDown', 'Shift+PageDown']) await app.keyboard.press(key)
  await expect(chooser(app).getByText('5 栏：13 字 × 5')).toBeVisible()
  await expect(chooser(app).getByText('第 2–6 栏，第 2 行起，56 行')).toBeVisible()

  const broken = chooser(app).getByRole('spinbutton', { name: '排成几栏' })
  await broken.focus()
  await broken.press('ArrowDown')
  await broken.press('ArrowDown')
  await expect(chooser(app).getByText('5 栏破 3：22 字 × 3，余 1')).toBeVisible()
  await expect(chooser(app).getByText('末 1 栏各排 23 字')).toBeVisible()
  await chooser(app).getByRole('radio', { name: '栏空加宽' }).check()
  await expect(chooser(app).getByText('栏空各 1.5 字')).toBeVisible()
})

test('the export dialog picks on the same page', async ({ app }) => {
  await newStoryOnPage(app)
  await app.keyboard.press('ControlOrMeta+e')
  const dialog = app.getByRole('dialog', { name: '导出 PDF' })
  await expect(dialog.getByText(/^余 \d+ 行$|^正好$|^超 \d+ 行$/)).toBeVisible()
  await drag(picker(app).last(), [0, 0.2], [7, 0.3])
  await expect(dialog.getByText('8 栏：13 字 × 8')).toBeVisible()
  await dialog.getByRole('spinbutton', { name: '排成几栏' }).fill('1')
  await dialog.getByRole('spinbutton', { name: '排成几栏' }).press('Tab')
  await expect(dialog.getByText('8 栏合一：111 字')).toBeVisible()
})
