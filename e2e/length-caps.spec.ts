import { expect, test } from './fixtures/app'

test('a meeting report is held against the cap of its rank, which the slip can change and the settings set', async ({ app }) => {
  await app.keyboard.press('Control+Shift+P')
  await app.getByRole('combobox', { expanded: true }).fill('新建会议报道')
  await app.keyboard.press('Enter')
  const text = app.getByRole('textbox', { name: '稿件', exact: true })
  await text.locator('[data-deck=headline]').click()
  await app.keyboard.insertText('全市防汛工作会议召开')
  await text.locator('p:not([data-deck])').first().click()
  await app.keyboard.insertText('会议强调，要落实责任、备足物资。'.repeat(40))

  const lengths = app.getByRole('region', { name: '字数' })
  await expect(lengths.getByText('其他领导上限 500 字')).toBeVisible()
  await expect(lengths.getByText('超上限 140 字')).toBeVisible()
  await expect(app.getByRole('option', { name: /640 \/ ≤ 500 字/ })).toBeVisible()

  const rank = app.getByRole('combobox', { name: '篇幅档次' })
  await expect(rank.getByRole('option', { selected: true })).toHaveText('自动：其他领导')
  await rank.selectOption('leaders')
  await expect(lengths.getByText('主要领导上限 1200 字')).toBeVisible()
  await expect(lengths.getByText(/^超上限/)).toHaveCount(0)

  await app.getByRole('button', { name: '设置' }).click()
  const caps = app.getByRole('group', { name: '大报字数上限' })
  await caps.getByRole('spinbutton', { name: '主要领导' }).fill('600')
  await caps.getByRole('spinbutton', { name: '主要领导' }).press('Tab')
  await app.keyboard.press('Escape')
  await expect(lengths.getByText('超上限 40 字')).toBeVisible()
})
