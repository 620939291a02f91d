import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app'
import { sitDown } from './fixtures/people'
import { beginStory, inputMethod, waitUntilSaved } from './fixtures/story-text'

/** A story typed untracked, with its reader sat down and 修订 switched on. */
async function beginProof(app: Page, paragraph: string) {
  const story = await beginStory(app)
  await app.keyboard.type('全市经济工作会议召开')
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.type(paragraph)
  await sitDown(app, '李校')
  await app.getByRole('switch', { name: '修订' }).click()
  await expect(app.getByRole('switch', { name: '修订' })).toBeChecked()
  await app.getByRole('tab', { name: '修订' }).click()
  await story.paragraphs.last().click()
  await app.keyboard.press('End')
  return { ...story, rows: app.getByRole('region', { name: '修订列表' }).getByRole('listitem') }
}

test('a proofreader changes, adds, deletes and breaks; the list says so in words', async ({ app }) => {
  const { text, rows, paragraphs } = await beginProof(app, '会议昨日在临江召开，部署明年工作。市长讲话。')
  for (let i = 0; i < 5; i++) await app.keyboard.press('ArrowLeft')
  await app.keyboard.press('Enter')
  await expect(paragraphs).toHaveCount(2)
  await app.keyboard.press('ArrowUp')
  await app.keyboard.press('Home')
  for (let i = 0; i < 2; i++) await app.keyboard.press('ArrowRight')
  await app.keyboard.press('Shift+ArrowRight')
  await app.keyboard.type('今')
  await app.keyboard.press('End')
  await app.keyboard.press('Backspace')
  await expect(rows).toContainText(['改“昨”为“今”', '删“。”', '另起段'])
  await expect(text.locator('del')).toHaveText(['昨', '。'])
  await expect(text.locator('ins')).toHaveText(['今'])
  await expect(app.getByRole('region', { name: '字数' })).toContainText('正文 21 字')
  await waitUntilSaved(app)
  await app.getByRole('button', { name: '拒绝：改“昨”为“今”' }).click()
  await app.getByRole('button', { name: '接受：另起段' }).click()
  await app.getByRole('button', { name: '接受：删“。”' }).click()
  await expect(paragraphs).toHaveText(['会议昨日在临江召开，部署明年工作', '市长讲话。'])
  await app.getByText('处理记录（3）').click()
  await expect(app.getByText('李校 拒绝了 李校 的“改“昨”为“今””')).toBeVisible()
})

test('an input method in tracked text: composed over a selection, inside a word, given up', async ({ app }) => {
  const { rows, paragraphs } = await beginProof(app, '北京会议。')
  const ime = await inputMethod(app)
  await app.waitForTimeout(700) // what comes next is an undo step of its own
  await app.keyboard.press('Home')
  for (let i = 0; i < 2; i++) await app.keyboard.press('Shift+ArrowRight')
  for (const letters of ['l', 'lin', 'lin j', 'lin jiang']) await ime.compose(letters)
  await ime.commit('临江')
  await expect(rows).toContainText(['改“北京”为“临江”'])
  for (const letters of ['s', 'shi']) await ime.compose(letters)
  await ime.commit('市')
  await expect(rows).toContainText(['改“北京”为“临江市”'])
  await app.keyboard.press('End')
  for (const letters of ['w', 'wan']) await ime.compose(letters)
  await ime.compose('')
  await expect(rows).toHaveCount(1)
  await expect(paragraphs).toHaveText(['临江市北京会议。'])
  const isBack = async () => await paragraphs.first().textContent() === '北京会议。' && await paragraphs.locator('ins, del').count() === 0
  for (let step = 0; step < 20 && !await isBack(); step++) await app.keyboard.press('Control+z')
  await expect(paragraphs).toHaveText(['北京会议。'])
  await expect(rows).toHaveCount(0)
})

test('what was cut and pasted elsewhere is a move; the final and the original text are shown to read', async ({ app }) => {
  const { text, rows } = await beginProof(app, '一二三四五六七八九十甲乙丙丁戊己庚辛')
  await app.keyboard.press('Home')
  for (let i = 0; i < 3; i++) await app.keyboard.press('Shift+ArrowRight')
  await app.keyboard.press('Control+x')
  await app.keyboard.press('End')
  await app.keyboard.press('Control+v')
  await expect(rows).toContainText(['转移“一二三”'])
  await app.getByLabel('显示', { exact: true }).selectOption('final')
  const reading = app.getByRole('document', { name: '稿件（只读）' })
  await expect(reading.locator('> p')).toHaveText(['四五六七八九十甲乙丙丁戊己庚辛一二三'])
  await app.getByLabel('显示', { exact: true }).selectOption('original')
  await expect(reading.locator('> p')).toHaveText(['一二三四五六七八九十甲乙丙丁戊己庚辛'])
  await app.getByRole('button', { name: '回到全部标记' }).click()
  await expect(text).toBeVisible()
})

test('two passes stay apart, and one is accepted without the other', async ({ app }) => {
  const { rows, paragraphs } = await beginProof(app, '会议召开。')
  await app.keyboard.press('ArrowLeft')
  await app.keyboard.type('了')
  await app.getByLabel('审校环节').selectOption('second-proof')
  await paragraphs.last().click()
  await app.keyboard.press('End')
  await app.keyboard.press('ArrowLeft')
  await app.keyboard.type('吗')
  await expect(rows).toContainText(['增“了”', '增“吗”'])
  await app.getByLabel('哪个环节的修订').selectOption('second-proof')
  await app.getByRole('button', { name: '拒绝所列' }).click()
  await expect(rows).toContainText(['增“了”'])
  await app.keyboard.press('F8')
  await app.keyboard.press('Control+Alt+a')
  await expect(rows).toHaveCount(0)
  await expect(paragraphs).toHaveText(['会议召开了。'])
})

/** Keys a proofreader presses, the same ones every time. */
function someKeys(count: number, seed: number): string[] {
  const keys = ['Backspace', 'Backspace', 'Delete', 'Enter', 'Shift+Enter', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowLeft', 'Control+b', 'Control+x', 'Control+v', 'Control+Alt+5', 'Control+Alt+8', '新', '闻', 'a', '，']
  let state = seed
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return keys[Math.floor(state / 65536) % keys.length]!
  })
}

test('whatever keys are pressed, rejecting everything brings the story back', async ({ app }) => {
  const { text } = await beginProof(app, '会议昨日在临江召开。')
  await app.getByRole('switch', { name: '修订' }).click()
  await text.click()
  await app.keyboard.press('Control+End')
  await app.keyboard.press('Enter')
  await app.keyboard.type('第二段有字。')
  await app.keyboard.press('Control+Alt+t')
  await app.keyboard.type('表头')
  await app.keyboard.press('Control+End')
  await app.keyboard.type('末段。')
  await app.getByRole('switch', { name: '修订' }).click()
  const words = () => text.evaluate(node => [...node.querySelectorAll('h1, h2, p, li, th, td')].map(line => `${line.tagName} ${line.textContent}`))
  await app.waitForTimeout(700)
  const before = await words()
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    await text.click()
    for (const key of someKeys(40, seed)) {
      if (key.length === 1) await app.keyboard.insertText(key)
      else await app.keyboard.press(key)
    }
    const reject = app.getByRole('button', { name: '全部拒绝' })
    await expect(async () => { // the list comes a moment after the last key
      if (await reject.isVisible()) await reject.click()
      expect(await words(), `seed ${seed}`).toEqual(before)
      await expect(reject).toBeHidden({ timeout: 1_000 })
    }).toPass({ timeout: 30_000 })
  }
})
