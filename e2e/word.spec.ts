import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from './fixtures/app'
import { run } from './fixtures/commands'
import { openedInLibreOffice } from './fixtures/libre-office'
import { sitDown, takeOver } from './fixtures/people'
import { beginStory, waitUntilSaved } from './fixtures/story-text'

const document = 'word/document.xml'
const by = 'w:id="900" w:author="王编" w:date="2026-05-13T08:00:00Z"'
const run1 = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

/** Exports with suggestions and without comments, unless these boxes are clicked. */
async function sendToWord(app: Page, boxes: string[] = []) {
  await run(app, '导出 Word')
  const dialog = app.getByRole('dialog', { name: '导出 Word 文件' })
  for (const box of boxes) await dialog.getByLabel(box).click()
  await dialog.getByRole('button', { name: '导出…' }).click()
  await expect(dialog).toBeHidden()
  await expect(app.getByText('已导出“送审.docx”').last()).toBeVisible()
}

test('a story goes to Word and comes back with changes as suggestions of who made them', async ({ app, userData, answerDialogs }) => {
  const story = await beginStory(app)
  await app.keyboard.type('全市防汛工作会议召开')
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.type('会议指出，今年汛期来得早。')
  await waitUntilSaved(app)
  const file = join(userData, '送审.docx')
  await answerDialogs({ save: file })
  await sendToWord(app)

  const parts = unzipSync(await readFile(file))
  const xml = strFromU8(parts[document]!)
  expect(xml).toContain(run1('会议指出，今年汛期来得早。'))
  const changed = xml.replace(run1('会议指出，今年汛期来得早。'), `${run1('会议')}<w:del ${by}><w:r><w:delText>指出</w:delText></w:r></w:del><w:ins ${by}>${run1('强调')}</w:ins>${run1('，今年汛期来得早。')}`)
  await writeFile(file, zipSync({ ...parts, [document]: strToU8(changed) }))

  await answerDialogs({ open: [file] })
  await run(app, '收回 Word')
  await expect(app.getByText('收回修订 1 处、新批注 0 条。').last()).toBeVisible()
  await expect(story.paragraphs.locator('ins')).toHaveText('强调')
  await expect(story.paragraphs.locator('del')).toHaveText('指出')
  await waitUntilSaved(app)

  await run(app, '收回 Word')
  await expect(app.getByText('文件里没有新的修订和批注。').last()).toBeVisible()
})

test('LibreOffice opens the Word file and finds the same tracked changes, comments and people', async ({ app, userData, answerDialogs }) => {
  test.setTimeout(300_000)
  const { text, paragraphs } = await beginStory(app)
  await app.keyboard.type('江水上涨')
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.type('三人受伤，已送医院救治。')
  await sitDown(app, '李审', '主任')
  await app.getByRole('switch', { name: '修订' }).click()
  await paragraphs.last().click()
  await app.keyboard.press('End')
  await app.keyboard.type('无人死亡。')
  await sitDown(app, '钱校')
  await takeOver(app)
  await paragraphs.last().click()
  await app.keyboard.press('Home')
  await app.keyboard.press('Shift+ArrowRight')
  await app.keyboard.type('五')
  for (let i = 0; i < 4; i++) await app.keyboard.press('ArrowRight')
  await app.keyboard.press('Delete')
  for (let i = 0; i < 2; i++) await app.keyboard.press('Shift+ArrowRight')
  await app.keyboard.press('Control+Alt+m')
  await app.getByRole('textbox', { name: '批注内容' }).fill('哪家医院？')
  await app.keyboard.press('Control+Enter')
  await app.getByRole('button', { name: '回复' }).click()
  await app.getByRole('textbox', { name: '回复' }).fill('市一院')
  await app.keyboard.press('Control+Enter')
  await expect(text.locator('ins')).toHaveText(['五', '无人死亡。'])
  await expect(text.locator('del')).toHaveText(['三', '已'])
  await waitUntilSaved(app)

  const file = join(userData, '送审.docx')
  await answerDialogs({ save: file })
  await sendToWord(app, ['带批注'])
  expect(openedInLibreOffice(file)).toEqual({ insertions: 2, deletions: 2, comments: 2, people: new Set(['李审', '钱校']) })
  await answerDialogs({ save: file })
  await sendToWord(app)
  expect(openedInLibreOffice(file)).toMatchObject({ insertions: 2, deletions: 2, comments: 0 })
  await answerDialogs({ save: file })
  await sendToWord(app, ['带修订'])
  expect(openedInLibreOffice(file)).toEqual({ insertions: 0, deletions: 0, comments: 0, people: new Set() })
})

test('what is no Word file is refused with the reason', async ({ app, userData, answerDialogs }) => {
  const story = await beginStory(app)
  await app.keyboard.type('标题')
  await waitUntilSaved(app)
  const file = join(userData, '不是.docx')
  await writeFile(file, '不是 Word 文件')
  await answerDialogs({ open: [file] })
  await run(app, '收回 Word')
  await expect(app.getByText('“不是.docx”不是可以读取的 Word 文件，稿件没有改动。请用 Word 或 WPS 另存为 DOCX 后再收回。').last()).toBeVisible()
  await expect(story.headline).toHaveText('标题')
})
