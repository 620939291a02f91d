import { expect, test } from './fixtures/app'
import { beginStory, storyText, waitUntilSaved } from './fixtures/story-text'
import { undoSteps } from './fixtures/undo-steps'

test('undo outlives the page desk and another story, and the redo with it', async ({ app, restart }) => {
  const pause = await undoSteps(app)
  const story = await beginStory(app)
  await app.keyboard.type('江水上涨')
  await pause()
  await app.keyboard.press('Enter')
  await app.keyboard.type('渡口停航')
  await waitUntilSaved(app)
  await app.getByRole('radio', { name: '大样' }).click()
  await expect(story.text).toHaveCount(0)
  await app.getByRole('radio', { name: '稿件' }).click()
  await story.headline.first().click()
  await app.keyboard.press('Control+z')
  await expect(story.headline).toHaveText(['江水上涨'])

  await beginStory(app)
  await app.keyboard.type('白鹭归来')
  await expect(app.getByText('共 2 篇')).toBeVisible()
  await app.getByRole('option').filter({ hasText: '江水上涨' }).dblclick()
  await expect(story.headline).toHaveText(['江水上涨'])
  await story.headline.click()
  await app.keyboard.press('Control+Shift+z')
  await expect(story.headline).toHaveText(['江水上涨', '渡口停航'])
  await app.keyboard.press('Control+z')
  await app.keyboard.press('Control+z')
  await expect(story.text).not.toContainText('江水')
  await app.keyboard.press('End')
  await app.keyboard.type('水位回落')
  await waitUntilSaved(app)

  const again = await restart()
  await again.getByRole('option').filter({ hasText: '水位回落' }).dblclick()
  await expect(storyText(again).headline).toHaveText(['水位回落'])
})
