import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app'
import { settled } from './fixtures/settled'
import { beginStory, storyText } from './fixtures/story-text'

const words = (count: number) => Array.from({ length: count }, (_, index) => '临江大桥通车市民参观来往'[index % 12]).join('')
const proof = (page: Page) => page.getByRole('region', { name: '版样', exact: true })
const line = (page: Page) => proof(page).locator('.line')
const firstLine = 11 // characters of a paragraph's first line, then 13

async function storyWithProof(page: Page, { template, paragraphs }: { template: string, paragraphs: string[] }) {
  const story = await beginStory(page)
  await page.keyboard.insertText('临江大桥通车')
  await page.keyboard.press('Control+Alt+4')
  for (const [index, text] of paragraphs.entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    await page.keyboard.insertText(text)
  }
  await page.getByRole('tab', { name: '版样', exact: true }).click()
  await page.getByRole('combobox', { name: '版式' }).selectOption(template)
  await expect(line(page)).toBeVisible()
  return story
}

/** Where the set line with the cursor is on the screen, once it has been found anew. */
async function lineBox(page: Page) {
  await settled(() => line(page).getAttribute('style'))
  await line(page).scrollIntoViewIfNeeded()
  return (await settled(() => line(page).boundingBox()))!
}

/** Puts the cursor before a character of the first paragraph. */
async function cursorTo(page: Page, offset: number) {
  const { paragraphs } = storyText(page)
  await paragraphs.first().click({ position: { x: 60, y: 12 } })
  await paragraphs.first().evaluate((paragraph, at) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    let node = walker.nextNode()
    while (node && at > node.textContent!.length) {
      at -= node.textContent!.length
      node = walker.nextNode()
    }
    getSelection()!.collapse(node, at)
  }, offset)
}

test('a click on the page puts the cursor there, in the part that is over too', async ({ app }) => {
  const story = await storyWithProof(app, { template: 'slot', paragraphs: [words(firstLine + 60 * 13)] })
  for (const [name, value] of [['排成几栏', 2], ['每栏行数', 20]] as const) {
    await app.getByRole('spinbutton', { name }).fill(String(value))
    await app.getByRole('spinbutton', { name }).press('Tab')
  }
  await expect(app.getByRole('region', { name: '版位与排成长度' })).toContainText(/超 \d+ 行 \d+ 字/)
  for (const row of [3, 50]) {
    const start = firstLine + row * 13
    const text = (await story.paragraphs.first().textContent())!
    await cursorTo(app, start + 2)
    const box = await lineBox(app)
    await cursorTo(app, 1)
    await app.waitForTimeout(400)
    await app.mouse.click(box.x + box.width * 6.1 / 13, box.y + box.height / 2)
    await expect(story.text).toBeFocused()
    await app.keyboard.type('此')
    await expect(story.paragraphs.first()).toHaveText(`${text.slice(0, start + 6)}此${text.slice(start + 6)}`)
  }
})

test('the cursor’s line is shown on the page when asked for, on any page of a long story', async ({ app }) => {
  const story = await storyWithProof(app, { template: 'story-a4', paragraphs: Array.from({ length: 40 }, () => words(120)) })
  await app.getByRole('tab', { name: '稿签' }).click()
  await story.paragraphs.nth(38).click({ position: { x: 60, y: 12 } })
  await app.keyboard.press('Control+Alt+L')
  await expect(line(app)).toBeInViewport()
  const scrolled = () => proof(app).evaluate(pages => pages.scrollTop)
  await expect.poll(scrolled).toBeGreaterThan(300)

  await story.paragraphs.first().dblclick({ position: { x: 60, y: 12 } })
  await expect.poll(scrolled).toBeLessThan(100)
  await story.paragraphs.nth(38).click({ position: { x: 60, y: 12 } })
  await app.waitForTimeout(500)
  await expect(line(app)).not.toBeInViewport()
  await app.getByRole('button', { name: '版样跟随光标' }).click()
  await story.paragraphs.nth(39).click({ position: { x: 60, y: 12 } })
  await expect(line(app)).toBeInViewport()
})

test('the keys choose a line of the page and lead to it in the text', async ({ app }) => {
  const story = await storyWithProof(app, { template: 'slot', paragraphs: [words(200)] })
  await cursorTo(app, 0)
  await lineBox(app)
  await proof(app).focus()
  for (let times = 0; times < 3; times++) await app.keyboard.press('ArrowDown')
  await expect(app.getByRole('status').filter({ hasText: `第 1 页：${words(200).slice(firstLine + 26, firstLine + 39)}` })).toHaveCount(1)
  await app.keyboard.press('Enter')
  await app.keyboard.type('此')
  await expect(story.paragraphs.first()).toHaveText(`${words(200).slice(0, firstLine + 26)}此${words(200).slice(firstLine + 26)}`)
})

test('what changed is drawn into the page as if all of it had been drawn', async ({ app }) => {
  await storyWithProof(app, { template: 'slot', paragraphs: [words(120), words(200), words(90), words(150)] })
  const canvas = proof(app).locator('canvas')
  const drawn = () => canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL())
  const drawnWhole = () => canvas.evaluate((element: HTMLCanvasElement) => {
    element.dispatchEvent(new Event('contextrestored')) // as after the graphics card lost it
    return element.toDataURL()
  })
  let last = await drawn()
  for (const text of ['新', '闻，', words(40), '“', '稿', 'Backspace', 'Enter', '件']) {
    await cursorTo(app, 30)
    if (text === 'Backspace' || text === 'Enter') await app.keyboard.press(text)
    else await app.keyboard.insertText(text)
    await expect.poll(drawn).not.toBe(last)
    last = await settled(drawn)
    expect(await drawnWhole()).toBe(last)
  }
})
