import { expect, test } from './fixtures/app'
import { beginStory } from './fixtures/story-text'

test('what a proof found is weighed, and the class of a change corrected', async ({ app }) => {
  const { paragraphs } = await beginStory(app)
  await app.keyboard.type('江水上涨')
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.type('三人受伤')
  await app.getByTitle('换人').click()
  await app.getByLabel('姓名').fill('钱校')
  await app.getByRole('button', { name: '就是我' }).click()
  await app.getByRole('switch', { name: '修订' }).click()
  await paragraphs.last().click()
  await app.keyboard.press('End')
  await app.keyboard.type('。')
  await app.getByRole('tab', { name: '流程' }).click()
  await app.getByRole('button', { name: '差错率…' }).click()
  const dialog = app.getByRole('dialog', { name: '差错率' })
  await expect(dialog.getByRole('table', { name: '按环节' }).getByRole('row', { name: '一校' })).toContainText('超过万分之三')
  const choice = dialog.getByLabel('类别：增“。”')
  await expect(choice).toHaveValue('punctuation')
  await choice.selectOption('不算差错')
  await expect(dialog.getByRole('table', { name: '按环节' }).getByRole('row', { name: '一校' })).toHaveCount(0)
})
