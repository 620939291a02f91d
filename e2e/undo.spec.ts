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

test('what is done in the same moment as a letter is typed finds the letter in the text', async ({ app, restart }) => {
  const pause = await undoSteps(app)
  const { headline } = await beginStory(app)
  const session = await app.context().newCDPSession(app)
  /** Sends keys without waiting for one to be painted before the next. */
  const pressAll = (...keys: string[]) => Promise.all(keys.flatMap(key => {
    const [letter, isControl] = [key.at(-1)!, key.length > 1]
    const event = { key: letter, code: `Key${letter.toUpperCase()}`, windowsVirtualKeyCode: isControl ? letter.toUpperCase().charCodeAt(0) : 0, modifiers: isControl ? 2 : 0 }
    return [session.send('Input.dispatchKeyEvent', { ...event, ...isControl ? { type: 'rawKeyDown' } : { type: 'keyDown', text: letter, unmodifiedText: letter } }), session.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' })]
  }))
  await app.keyboard.type('江水')
  await pause()
  await pressAll('上', 'Ctrl+z')
  await expect(headline).toHaveText('江水')
  await pressAll('Ctrl+y')
  await expect(headline).toHaveText('江水上')
  await pause()
  await app.keyboard.press('End')
  await pressAll('涨', '了', 'Ctrl+z', '落', 'Ctrl+z', 'Ctrl+y')
  await expect(headline).toHaveText('江水上落')
  await app.keyboard.press('End')
  await pressAll('下')
  await waitUntilSaved(app)

  const again = await restart()
  await again.getByRole('option').filter({ hasText: '江水上落下' }).dblclick()
  await expect(storyText(again).headline).toHaveText('江水上落下')
})
