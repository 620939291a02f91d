import { expect, test } from './fixtures/app'
import { settled } from './fixtures/settled'
import { beginStory, inputMethod, storyText, waitUntilSaved } from './fixtures/story-text'
import { undoSteps } from './fixtures/undo-steps'

const keystrokes = ['l', 'lin', 'linj', 'lin ji', 'lin jiang']

test('composing in the headline, in an empty first paragraph and after the dateline', async ({ app }) => {
  const story = await beginStory(app)
  const ime = await inputMethod(app)
  for (const text of keystrokes) await ime.compose(text)
  await expect(story.headline).toHaveText(['lin jiang'])
  await ime.commit('临江')
  await expect(story.headline).toHaveText(['临江'])

  await app.getByRole('radio', { name: '讯', exact: true }).click()
  await app.locator('[data-field="agency"]').fill('临江日报')
  await story.paragraphs.first().click()
  await app.keyboard.press('Control+Alt+4')
  for (const text of keystrokes) await ime.compose(text)
  await ime.commit('临江')
  for (const text of ['s', 'shui', 'shui li']) await ime.compose(text)
  await ime.commit('水利')
  await expect(story.paragraphs).toHaveText(['临江水利'])
  await expect(story.headline).toHaveText(['临江'])
})

test('a composition lives on while earlier text is saved and counted', async ({ app }) => {
  const story = await beginStory(app)
  const ime = await inputMethod(app)
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.type('会议。')
  const ends = await app.evaluateHandle(() => {
    const ends: string[] = []
    document.addEventListener('compositionend', event => ends.push(event.data), true)
    return ends
  })
  for (const text of keystrokes) {
    await ime.compose(text)
    await app.waitForTimeout(120)
  }
  await waitUntilSaved(app)
  await expect(app.getByRole('region', { name: '字数' })).toContainText('正文 11 字')
  expect(await ends.jsonValue()).toEqual([])
  await ime.compose('lin jiang s')
  await ime.commit('临江市')
  await expect(story.paragraphs).toHaveText(['会议。临江市'])
  expect(await ends.jsonValue()).toEqual(['临江市'])
  await waitUntilSaved(app)
})

test('composing in a table cell, and undo afterwards', async ({ app }) => {
  const pause = await undoSteps(app)
  const story = await beginStory(app)
  const ime = await inputMethod(app)
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.type('表前')
  await app.keyboard.press('Control+Alt+t')
  await pause()
  for (const text of keystrokes) await ime.compose(text)
  await ime.commit('临江')
  await expect(story.text.locator('th').first()).toHaveText('临江')
  await app.keyboard.press('Control+z')
  await expect(story.text.locator('th').first()).toHaveText('')
  await app.keyboard.press('Control+Shift+z')
  await expect(story.text.locator('th').first()).toHaveText('临江')
})

test('the slip changes while a table cell is being composed in', async ({ app }) => {
  const story = await beginStory(app)
  const ime = await inputMethod(app)
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.press('Control+Alt+t')
  await app.waitForTimeout(700)
  for (const text of keystrokes.slice(0, 3)) await ime.compose(text)
  await app.getByRole('radio', { name: '讯', exact: true }).evaluate((radio: HTMLElement) => radio.click())
  for (const text of keystrokes.slice(3)) await ime.compose(text)
  await expect(story.text.locator('th').first()).toHaveText('lin jiang')
  await ime.commit('临江')
  await expect(story.text.locator('th').first()).toHaveText('临江')
  await expect(app.getByRole('radio', { name: '讯', exact: true })).toBeChecked()
})

test('the page proof waits until a composition is over', async ({ app }) => {
  await beginStory(app)
  const ime = await inputMethod(app)
  await app.keyboard.type('主题')
  await app.getByRole('tab', { name: '版样' }).evaluate((tab: HTMLElement) => tab.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 })))
  const page = app.getByRole('img', { name: /第 1 页/ })
  await expect(page).toBeVisible()
  await storyText(app).headline.click()
  await app.keyboard.press('End')
  const picture = () => page.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
  const before = await settled(picture)
  for (const text of keystrokes) await ime.compose(text)
  await app.waitForTimeout(500)
  expect(await picture()).toBe(before)
  await ime.commit('临江')
  await expect.poll(picture).not.toBe(before)
})

test('a composition over a selection from the headline into the body keeps them apart', async ({ app }) => {
  const story = await beginStory(app)
  const ime = await inputMethod(app)
  await app.keyboard.type('旧主题')
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.type('旧正文尾')
  await app.keyboard.press('ArrowLeft')
  await app.keyboard.press('Shift+Control+Home')
  for (const text of keystrokes) await ime.compose(text)
  await ime.commit('临江')
  await expect(story.headline).toHaveText(['临江'])
  await expect(story.paragraphs).toHaveText(['尾'])
})

test('a composition that is given up leaves nothing', async ({ app }) => {
  const story = await beginStory(app)
  const ime = await inputMethod(app)
  await app.keyboard.type('主题')
  for (const text of keystrokes) await ime.compose(text)
  await ime.compose('')
  await app.keyboard.type('完')
  await expect(story.headline).toHaveText(['主题完'])
})
