import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app'
import { beginStory, waitUntilSaved } from './fixtures/story-text'

async function sitDown(app: Page, name: string, role: string) {
  await app.getByTitle('换人').click()
  await app.getByLabel('姓名').fill(name)
  await app.getByLabel('职务').fill(role)
  await app.getByRole('button', { name: '就是我' }).click()
  await expect(app.getByRole('button', { name: `当前：${name}` })).toBeVisible()
}

test('a version is kept by name, compared with the text of now, and restored so that it can be undone', async ({ app }) => {
  const { paragraphs, headline } = await beginStory(app)
  await app.keyboard.type('江水上涨')
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.type('三人受伤，已送医院救治。')
  await sitDown(app, '周编', '编辑')
  await app.keyboard.press('Control+Alt+H')
  const dialog = app.getByRole('dialog', { name: '版本' })
  await dialog.getByLabel('版本名称').fill('初稿')
  await dialog.getByRole('button', { name: '存一版' }).click()
  await expect(dialog.getByText('周编 · 草稿 · 手存')).toBeVisible()
  await expect(dialog.getByText('两版文字相同。')).toBeVisible()
  await app.keyboard.press('Escape')

  await sitDown(app, '李审', '主任')
  await paragraphs.last().click()
  await app.keyboard.press('Home')
  await app.keyboard.press('Delete')
  await app.keyboard.type('五')
  await app.keyboard.press('End')
  await app.keyboard.type('雨停了。')
  await waitUntilSaved(app)
  await app.keyboard.press('Control+Alt+H')
  await expect(dialog.getByText('2 处不同')).toBeVisible()
  await dialog.getByRole('button', { name: '行内' }).click()
  await expect(dialog.locator('del')).toHaveText('三')
  await expect(dialog.locator('ins')).toHaveText(['五', '雨停了。'])

  await dialog.getByRole('button', { name: '谁写的' }).click()
  const whose = dialog.getByRole('region', { name: '后一版各段文字是谁写的' })
  await expect(whose.getByText('李审：5 字')).toBeVisible()
  await expect(whose.locator('.passage', { hasText: '雨停了。' })).toHaveText(/李审/)
  await dialog.getByRole('button', { name: '并排' }).click()

  await dialog.getByRole('button', { name: '恢复前一版' }).click()
  await expect(dialog.getByText('李审 · 草稿 · 恢复 ·')).toBeVisible()
  await expect(dialog.getByRole('row', { name: /恢复之前/ })).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(paragraphs.last()).toHaveText('三人受伤，已送医院救治。')
  await headline.click()
  await app.keyboard.press('Control+z')
  await expect(paragraphs.last()).toHaveText('五人受伤，已送医院救治。雨停了。')
})
