import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { pdfxFailures } from '../src-main/typesetting/press/pdfx-reader'
import { expect, test } from './fixtures/app'
import { settled } from './fixtures/settled'
import { beginStory, storyText, waitUntilSaved } from './fixtures/story-text'

const fitBar = (app: Page) => app.getByRole('region', { name: '版位与排成长度' })
const paragraphs = ['临江大桥昨天上午正式通车，三万多名市民前来参观。', '会议要求，各部门要进一步压实责任，切实推动项目早开工见效。', '大桥建成以后，两岸群众出行时间将从四十分钟缩短到六分钟。']

/** Drags over columns of the broadsheet, counted from 0, and over heights in parts of the page. */
async function dragSlot(app: Page, columns: [number, number], heights: [number, number]) {
  const box = (await settled(() => app.getByRole('application', { name: '版面：拖动选版位' }).boundingBox()))!
  const x = (column: number) => box.x + box.width * (0.07 + 0.108 * (column + 0.5))
  await app.mouse.move(x(columns[0]), box.y + box.height * heights[0])
  await app.mouse.down()
  await app.mouse.move(x(columns[1]), box.y + box.height * heights[1], { steps: 8 })
  await app.mouse.up()
}

const setLines = async (app: Page) => Number(/排成 (\d+) 行/.exec(await fitBar(app).innerText())?.[1])

/** Types into the last paragraph, no more than a line holds at a time, until the story is one line too long. */
async function typeUntilOver(app: Page) {
  for (let count = 0; count < 40; count++) {
    const set = await setLines(app)
    if ((await fitBar(app).innerText()).includes('超 1 行')) return
    await app.keyboard.type('市民冒雨前来参观江边新景呀'.slice(0, count === 0 ? 11 : 13)) // the first line is indented by two
    await expect.poll(() => setLines(app)).toBe(set + 1)
  }
}

test('a slot is dragged over three columns, filled one line too far, cut as proposed, and goes to press as PDF/X-4', async ({ app, userData, answerDialogs }) => {
  await beginStory(app)
  await app.keyboard.type('临江大桥昨日通车')
  await app.keyboard.press('ControlOrMeta+Alt+4')
  for (const paragraph of paragraphs) {
    await app.keyboard.insertText(paragraph)
    await app.keyboard.press('Enter')
  }
  await app.getByRole('tab', { name: '版样', exact: true }).click()
  await app.getByRole('combobox', { name: '版式' }).selectOption('slot')
  await dragSlot(app, [1, 3], [0.3, 0.37])
  await expect(app.getByText('3 栏：13 字 × 3')).toBeVisible()
  await expect(fitBar(app)).toContainText(/版位 3 栏 × \d+ 行 × 13 字/)

  await storyText(app).paragraphs.last().click()
  await app.keyboard.press('ControlOrMeta+End')
  await typeUntilOver(app)
  await expect(fitBar(app)).toContainText(/超 1 行 \d+ 字/)
  const characters = Number(/超 1 行 (\d+) 字/.exec(await fitBar(app).innerText())![1])
  const mark = storyText(app).text.locator('.slot-end')
  await expect(mark).toHaveAttribute('data-slot-end', `—— 版位到此为止，以下超 1 行 ${characters} 字 ——`)
  const last = await storyText(app).paragraphs.last().innerText()
  await expect(mark).toHaveText(last.at(-characters)!)
  expect((await storyText(app).text.locator('.past-slot').allInnerTexts()).join('')).toBe(last.slice(-characters))

  await fitBar(app).getByRole('button', { name: '适版…' }).click()
  const dialog = app.getByRole('dialog', { name: '适版' })
  const cut = dialog.getByRole('radio', { name: /^第 2 段末行 5 字，删 5 字省 1 行.*超 1 行.*正好$/ })
  await cut.check({ timeout: 30_000 })
  await expect(dialog.getByText('采用后的版样')).toContainText('正好')
  await dialog.getByRole('button', { name: '采用' }).click()
  await app.keyboard.press('Escape')
  await expect(storyText(app).paragraphs.nth(1)).toHaveText('会议要求，各部门要压实责任，推动项目早开工见效。')
  await expect(fitBar(app)).toContainText('正好')
  await expect(mark).toHaveCount(0)
  await waitUntilSaved(app)

  const file = join(userData, '付印.pdf')
  await answerDialogs({ save: file })
  await app.keyboard.press('ControlOrMeta+e')
  const exporting = app.getByRole('dialog', { name: '导出 PDF' })
  await exporting.getByRole('radio', { name: /^付印 PDF/ }).check()
  await expect(exporting.getByRole('combobox', { name: '标准' })).toHaveValue('x-4')
  await exporting.getByRole('button', { name: '导出', exact: true }).click()
  await expect(exporting.getByText('已导出“付印.pdf”')).toBeVisible({ timeout: 30_000 })

  expect(await pdfxFailures(await readFile(file), 'x-4')).toEqual([])
  expect(execFileSync('pdfinfo', ['-box', file], { encoding: 'utf8' })).toMatch(/Pages: +1\n[\s\S]*TrimBox:[\s\S]*PDF version: +1\.6/)
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s/g, '')
  expect(text).toContain('临江大桥昨日通车')
  expect(text).toContain('各部门要压实责任')
  expect(text).not.toMatch(/进一步|切实/)
})
