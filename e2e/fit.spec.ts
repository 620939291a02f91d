import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app'
import { beginStory, inputMethod, storyText } from './fixtures/story-text'

/** Characters that all differ from their neighbours and are set on the grid: 13 fill a line, 11 the first of a paragraph. */
const words = (count: number) => Array.from({ length: count }, (_, index) => '临江大桥通车市民参观来往'[index % 12]).join('')
const fitBar = (page: Page) => page.getByRole('region', { name: '版位与排成长度' })
const mark = (page: Page) => storyText(page).text.locator('.slot-end')

/** A story of one paragraph, in a slot of two columns of so many lines of 13 characters; four lines of each go to the headline. */
async function storyInSlot(page: Page, { characters, lines }: { characters: number, lines: number }) {
  const story = await beginStory(page)
  await page.keyboard.insertText('临江大桥通车')
  await page.keyboard.press('Control+Alt+4')
  await page.keyboard.insertText(words(characters))
  await page.getByRole('tab', { name: '版样', exact: true }).click()
  await page.getByRole('combobox', { name: '版式' }).selectOption('slot')
  for (const [name, value] of [['排成几栏', 2], ['每栏行数', lines]] as const) {
    await page.getByRole('spinbutton', { name }).fill(String(value))
    await page.getByRole('spinbutton', { name }).press('Tab')
  }
  await page.getByRole('tab', { name: '稿签' }).click()
  await expect(fitBar(page)).toContainText(`版位 2 栏 × ${lines} 行 × 13 字`)
  return story
}


/** What the text says before and after the mark. */
async function aroundMark(page: Page): Promise<[string, string]> {
  const { paragraphs } = storyText(page)
  return paragraphs.first().evaluate(paragraph => {
    const end = paragraph.querySelector('.slot-end')
    if (!end) return ['', ''] as [string, string]
    const range = document.createRange()
    range.setStart(paragraph, 0)
    range.setEndBefore(end)
    return [range.toString(), paragraph.textContent!.slice(range.toString().length)] as [string, string]
  })
}

const capacity = 11 + 23 * 13 // one paragraph in 2 × 12 lines

test('one character too many is a line over, marked where the slot ends; without it the story fits exactly', async ({ app }) => {
  const story = await storyInSlot(app, { characters: capacity, lines: 16 })
  await expect(fitBar(app)).toContainText('正好')
  await expect(fitBar(app)).toContainText('题占 4 行容 24 行 312 字排成 24 行')
  await expect(fitBar(app).getByRole('img')).toHaveAccessibleName('第 1 栏 12 行（可排 12 行），第 2 栏 12 行（可排 12 行）')
  await expect(mark(app)).toHaveCount(0)

  await story.paragraphs.first().click()
  await app.keyboard.press('Control+End')
  await app.keyboard.type('完')
  await expect(fitBar(app)).toContainText('超 1 行 1 字')
  await expect(app.getByRole('option', { name: /临江大桥通车/ })).toContainText('超 1 行')
  await expect(mark(app)).toHaveText('完')
  await expect(mark(app)).toHaveAttribute('data-slot-end', '—— 版位到此为止，以下超 1 行 1 字 ——')
  await expect(fitBar(app).getByRole('img')).toHaveAccessibleName(/第 2 栏 13 行（可排 12 行）$/)
  await expect.poll(() => aroundMark(app)).toEqual([words(capacity), '完'])

  await story.paragraphs.first().click({ position: { x: 60, y: 12 } })
  await app.keyboard.type('一')
  await expect(mark(app)).toHaveText(words(capacity).at(-1)!)
  await fitBar(app).getByRole('button', { name: '超 1 行 2 字' }).click()
  await app.keyboard.type('此处')
  await expect(story.paragraphs.first()).toHaveText(new RegExp(`^.{${capacity}}此处${words(capacity).at(-1)!}完$`))
  await app.keyboard.press('Backspace')
  await app.keyboard.press('Backspace')
  await app.keyboard.press('Control+End')
  await app.keyboard.press('Backspace')
  await app.keyboard.press('Backspace')
  await expect(fitBar(app)).toContainText('正好')
  await expect(mark(app)).toHaveCount(0)
})

test('the mark takes no room, is no content, and is not in the way of keys', async ({ app, electronApp }) => {
  const story = await storyInSlot(app, { characters: capacity, lines: 16 })
  await story.paragraphs.first().click()
  await app.keyboard.press('Control+End')
  await app.waitForTimeout(600)
  const heightOf = () => story.paragraphs.first().evaluate(paragraph => paragraph.getBoundingClientRect().height)
  const before = await heightOf()
  await app.keyboard.type('完')
  await expect(mark(app)).toHaveText('完')
  expect(await heightOf()).toBe(before)

  for (let times = 0; times < 3; times++) await app.keyboard.press('ArrowLeft')
  for (let times = 0; times < 2; times++) await app.keyboard.press('ArrowRight')
  await app.keyboard.type('甲')
  await expect(story.paragraphs.first()).toHaveText(`${words(capacity)}甲完`)
  await app.keyboard.press('Shift+ArrowRight')
  await app.keyboard.press('Shift+ArrowLeft')
  await app.keyboard.press('Shift+Home')
  await app.keyboard.press('Control+a')
  await app.keyboard.press('Control+c')
  await expect.poll(() => electronApp.evaluate(({ clipboard }) => clipboard.readText())).toBe(`临江大桥通车\n${words(capacity)}甲完`)

  await app.emulateMedia({ media: 'print' })
  expect(await mark(app).first().evaluate(end => getComputedStyle(end, '::after').content)).toBe('none')
})

test('composing at the mark and above it', async ({ app }) => {
  const story = await storyInSlot(app, { characters: capacity + 30, lines: 16 })
  const ime = await inputMethod(app)
  await expect(fitBar(app)).toContainText('超 3 行 30 字')
  await expect.poll(async () => (await aroundMark(app))[0]).toBe(words(capacity))

  await app.keyboard.press('Control+Alt+O')
  for (const text of ['t', 'ti', 'ti a', 'tian']) {
    await ime.compose(text)
    await app.waitForTimeout(150)
  }
  await expect(fitBar(app)).toContainText('超 3 行 30 字')
  await expect(story.paragraphs.first()).toHaveText(`${words(capacity)}tian${words(capacity + 30).slice(capacity)}`)
  await ime.commit('天')
  await expect(story.paragraphs.first()).toHaveText(`${words(capacity)}天${words(capacity + 30).slice(capacity)}`)
  await expect(fitBar(app)).toContainText('超 3 行 31 字')
  await expect.poll(() => aroundMark(app)).toEqual([words(capacity), `天${words(capacity + 30).slice(capacity)}`])

  await app.keyboard.press('ArrowLeft')
  await app.keyboard.press('ArrowLeft')
  for (const text of ['d', 'di']) await ime.compose(text)
  await ime.commit('地')
  await expect(story.paragraphs.first()).toContainText(`${words(capacity).slice(0, -1)}地${words(capacity).slice(-1)}天`)
  await expect.poll(async () => (await aroundMark(app))[0]).toBe(`${words(capacity).slice(0, -1)}地`)
})
