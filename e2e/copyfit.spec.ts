import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app'
import { beginStory, storyText } from './fixtures/story-text'

const paragraphs = [
  '临江大桥昨天上午正式通车，三万多名市民冒雨前来参观，见证这一历史时刻。',
  '会议要求，各部门要进一步压实责任，切实推动项目早开工见效。',
  '市交通局负责人说，大桥建成以后，两岸群众出行时间将从四十分钟缩短到六分钟，有效带动沿江产业发展。',
]

/** A story in a slot of four columns, so many lines deep, with the cursor in its text. */
async function storyInSlot(app: Page, lines: number, rounds = 5, headline = ['临江大桥昨日通车市民冒雨参观']) {
  await beginStory(app)
  for (const [index, line] of headline.entries()) {
    if (index > 0) await app.keyboard.press('Enter')
    await app.keyboard.insertText(line)
  }
  await app.keyboard.press('ControlOrMeta+Alt+4')
  for (const paragraph of Array.from({ length: rounds }, () => paragraphs).flat()) {
    await app.keyboard.insertText(paragraph)
    await app.keyboard.press('Enter')
  }
  await app.getByRole('tab', { name: '版样', exact: true }).click()
  await app.getByRole('combobox', { name: '版式' }).selectOption('slot')
  const field = app.getByRole('spinbutton', { name: '每栏行数' })
  await field.fill(String(lines))
  await field.press('Tab')
  await storyText(app).paragraphs.first().click()
}

const dialog = (app: Page) => app.getByRole('dialog', { name: '适版' })

async function openCopyfit(app: Page) {
  await app.keyboard.press('ControlOrMeta+Shift+k')
  await allTried(app)
}

/** Everything was tried, so that nothing more comes into the list. */
async function allTried(app: Page) {
  await expect(dialog(app).getByRole('radio', { name: '不作改动' })).toBeVisible({ timeout: 30_000 })
  await expect(dialog(app).getByText('正在逐项试排…')).toHaveCount(0, { timeout: 30_000 })
}

test('a story is fitted from the keyboard alone: every choice is shown before it is made, and undone', async ({ app }) => {
  await storyInSlot(app, 22, 5, ['临江大桥昨日通车', '市民冒雨参观'])
  await openCopyfit(app)
  await expect(dialog(app).getByRole('radio', { name: '不作改动' })).toBeFocused()
  await expect(dialog(app).getByText('现在的版样')).toBeVisible()

  const head = dialog(app).locator('.dialog-head .tag')
  const before = await head.innerText()
  await expect(dialog(app).getByRole('radio', { name: /^主题改为/ }).first()).toBeVisible()
  await app.keyboard.press('ArrowDown')
  const size = dialog(app).getByRole('radio', { checked: true })
  await expect(size).toHaveAccessibleName(/^主题改为 .* 磅.*% ?.*题区占 \d+ 行/)
  const promised = /→\s*(.+)$/.exec(await size.evaluate(input => (input.closest('label') as HTMLElement).innerText.replaceAll('\n', ' ')))![1]!
  await expect(dialog(app).getByText('采用后的版样')).toContainText(promised)

  await app.keyboard.press('Enter')
  await expect(head).toHaveText(promised)
  await expect(dialog(app).getByText(/^已采用：主题改为/)).toBeVisible()
  await allTried(app)
  await app.keyboard.press('ControlOrMeta+z')
  await expect(head).toHaveText(before)
})

test('the headline is broken anew as a suggestion while 修订 is on, and stays one', async ({ app }) => {
  await storyInSlot(app, 60, 3)
  await app.keyboard.press('ControlOrMeta+Alt+u')
  await app.getByRole('textbox', { name: '姓名' }).fill('江一帆')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('button', { name: '当前：江一帆' })).toBeVisible()
  await app.getByRole('textbox', { name: '稿件', exact: true }).click()
  await app.keyboard.press('ControlOrMeta+Shift+e')
  await app.keyboard.press('ControlOrMeta+Shift+p')
  await expect(app.getByRole('combobox', { name: '输入命令名称' })).toBeFocused()
  await app.keyboard.insertText('适版：主题断行')
  await app.keyboard.press('Enter')
  const first = dialog(app).getByRole('radio', { name: /临江大桥昨日通车／市民冒雨参观/ })
  await expect(first).toBeFocused({ timeout: 30_000 })
  await app.keyboard.press('Space')
  await app.keyboard.press('Enter')
  await expect(dialog(app).getByText(/^已作为修订采用：临江大桥昨日通车／市民冒雨参观/)).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(storyText(app).headline).toHaveText(['临江大桥昨日通车', '市民冒雨参观'])
  await expect(storyText(app).headline.nth(1)).toHaveAttribute('data-inserted', /.+/)
  await app.getByRole('tab', { name: '修订', exact: true }).click()
  await expect(app.getByText('另起段').first()).toBeVisible()
})

test('level columns are given up and come back with undo in the text', async ({ app }) => {
  await storyInSlot(app, 60, 3)
  await openCopyfit(app)
  await dialog(app).getByRole('radio', { name: /先排满前面的栏/ }).check()
  await dialog(app).getByRole('button', { name: '采用' }).click()
  await expect(dialog(app).getByRole('radio', { name: /栏底拉平/ })).toBeVisible({ timeout: 30_000 })
  await app.keyboard.press('Escape')
  await app.getByRole('textbox', { name: '稿件', exact: true }).click()
  await app.keyboard.press('ControlOrMeta+z')
  await openCopyfit(app)
  await expect(dialog(app).getByRole('radio', { name: /先排满前面的栏/ })).toBeVisible()
})

test('a paragraph that ends in a short line leads to its place in the text', async ({ app }) => {
  await storyInSlot(app, 40)
  await openCopyfit(app)
  const cut = dialog(app).getByRole('radio', { name: /^第 2 段末行 5 字，删 5 字省 1 行/ })
  await expect(cut).toHaveAccessibleName(/要进一步压实责任，切实推动/)
  await dialog(app).getByRole('button', { name: '转到第 2 段末行' }).click()
  await expect(dialog(app)).toHaveCount(0)
  await expect.poll(() => app.evaluate(() => String(getSelection()))).toBe('早开工见效。'.slice(-5))
})
