import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app'
import { standingStill } from './fixtures/children'
import { run } from './fixtures/commands'
import { beginStory, storyText, waitUntilSaved } from './fixtures/story-text'
import { putOwnTemplate } from './fixtures/templates'

const profile = resolve('resources', 'profiles', 'newsprint-tr002-220.icc')

const title = (number: number) => `第${'一二三四'[number - 1]}号工程开工`

/** A story typed by its user. */
async function write(app: Page, headline: string, body: string) {
  await beginStory(app)
  await app.keyboard.type(headline)
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.type(body)
  await waitUntilSaved(app)
}

/** The dialog for the open story, with a template and press output chosen. */
async function pressDialog(app: Page, template: string | { label: string } = 'slot') {
  await app.keyboard.press('Control+e')
  const dialog = app.getByRole('dialog', { name: '导出 PDF' })
  await dialog.getByRole('combobox', { name: '版式' }).selectOption(template)
  await dialog.getByRole('radio', { name: /^付印 PDF/ }).check()
  return dialog
}

test('a line of the check leads to the words it is about; put right, the story goes to press as PDF/X', async ({ app, userData, answerDialogs }) => {
  await write(app, title(1), '全市重点项目集中开工，总投资××亿元（数字待核）。')
  let dialog = await pressDialog(app)
  const blockers = dialog.getByRole('button', { name: '有待补的文字：（数字待核）' })
  await expect(blockers).toBeVisible()
  await expect(dialog.getByText('须改 1 处')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '没有填责任编辑' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: '导出', exact: true })).toBeDisabled()

  await blockers.click()
  await expect(dialog).toBeHidden()
  await expect.poll(() => app.evaluate(() => String(getSelection()))).toBe('（数字待核）')
  await app.keyboard.press('Delete')
  await waitUntilSaved(app)

  dialog = await pressDialog(app)
  await expect(dialog.getByText('请留意 3 处')).toBeVisible()
  await dialog.getByRole('combobox', { name: '标准' }).selectOption('x-1a')
  const file = join(userData, '付印.pdf')
  await answerDialogs({ save: file })
  await expect(dialog.getByRole('button', { name: '导出', exact: true })).toBeEnabled()
  await dialog.getByRole('button', { name: '导出', exact: true }).click()
  await expect(dialog.getByText('已导出“付印.pdf”')).toBeVisible()
  expect((await readFile(file, 'latin1')).slice(0, 8)).toBe('%PDF-1.4')
  expect(JSON.parse(await readFile(join(userData, '付印.ninjs.json'), 'utf8'))).toMatchObject({ headlines: [{ role: 'main', value: title(1) }] })
})

test('a story longer than its slot is refused for press with the number of lines, and goes out as a proof', async ({ app, userData, answerDialogs }) => {
  await write(app, title(1), '全市重点项目集中开工，建设者冒雨奋战在江堤上。'.repeat(110))
  const dialog = await pressDialog(app)
  const refusal = dialog.getByText(/^超出版位 \d+ 行$/)
  await expect(refusal).toBeVisible()
  const lines = /\d+/.exec((await refusal.textContent())!)![0]
  await expect(dialog.getByText(`超 ${lines} 行`, { exact: true }).last()).toBeVisible()
  await expect(dialog.getByRole('button', { name: '导出', exact: true })).toBeDisabled()

  await dialog.getByRole('radio', { name: /^校样 PDF/ }).check()
  const file = join(userData, '校样.pdf')
  await answerDialogs({ save: file })
  await dialog.getByRole('button', { name: '导出', exact: true }).click()
  await expect(dialog.getByText('已导出“校样.pdf”')).toBeVisible()
})

test('characters no font has are listed one by one before export', async ({ app }) => {
  await write(app, title(2), '项目开工😀，工地😀张灯结彩🎈。')
  const dialog = await pressDialog(app)
  await expect(dialog.getByText('😀 U+1F600 × 2')).toBeVisible()
  await expect(dialog.getByText('🎈 U+1F388 × 1')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '字库缺“😀”（U+1F600），共 2 处' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: '导出', exact: true })).toBeDisabled()
})

test('a finding in the slip leads to its field', async ({ app }) => {
  await write(app, title(2), '项目开工。')
  const dialog = await pressDialog(app)
  await dialog.getByRole('button', { name: '没有填责任编辑' }).click()
  await expect(app.getByRole('textbox', { name: '责任编辑' })).toBeFocused()
})

test('too much ink leads to the limit of the press PDF, in the dialog, and a higher one puts it right', async ({ app, userData }) => {
  const main = join(putOwnTemplate(userData, 'slot', '晚报头条'), 'slot.typ')
  await writeFile(main, (await readFile(main, 'utf8')).replace('#context', '#set page(background: place(center + horizon, rect(width: 5mm, height: 5mm, fill: cmyk(60%, 60%, 60%, 60%))))\n#context'))
  await write(app, title(2), '项目开工。')
  const dialog = await pressDialog(app, { label: '晚报头条' })
  const line = dialog.getByRole('button', { name: '版面墨量 240%，超过上限 220%' })
  await line.click({ timeout: 30_000 })
  const limit = dialog.getByRole('spinbutton', { name: '总墨量上限' })
  await expect(limit).toBeFocused()
  await limit.fill('250')
  await limit.press('Tab')
  await expect(dialog.getByText('墨量 240%（上限 250%）')).toBeVisible({ timeout: 30_000 })
  await expect(line).toHaveCount(0)
})

test('the plant’s profile is loaded, chosen, and removed; what is none is refused with the reason', async ({ app, userData, answerDialogs }) => {
  await write(app, title(3), '项目开工。')
  const dialog = await pressDialog(app)
  const other = join(userData, '不是.icc')
  await writeFile(other, '不是特性文件')
  await answerDialogs({ open: [other] })
  await dialog.getByRole('button', { name: '载入印厂的…' }).click()
  await expect(dialog.getByRole('alert')).toContainText('“不是.icc”没有载入：不是 ICC 特性文件')
  await answerDialogs({ open: [profile] })
  await dialog.getByRole('button', { name: '载入印厂的…' }).click()
  await expect(dialog.getByRole('combobox', { name: /^印刷条件/ })).toHaveValue('newsprint-tr002-220-2')
  await dialog.getByRole('button', { name: /^移除/ }).click()
  await expect(dialog.getByRole('combobox', { name: /^印刷条件/ })).toHaveValue('newsprint-tr002-220')
})

/** Runs a command on every story of the list. */
async function runOnAll(app: Page, command: string) {
  await app.keyboard.press('Control+Shift+l')
  await app.keyboard.press('Control+a')
  await run(app, command)
}

test('several stories are exported at once, with what became of each', async ({ app, userData, answerDialogs }) => {
  await write(app, title(1), '项目开工。')
  await write(app, title(4), '记者（姓名待核）报道。')
  const folder = await mkdtemp(join(userData, '付印-'))
  await runOnAll(app, '批量导出')
  const dialog = app.getByRole('dialog', { name: '批量导出 2 篇稿件' })
  await dialog.getByRole('combobox', { name: '输出' }).selectOption('proof')
  await answerDialogs({ open: [folder] })
  await dialog.getByRole('button', { name: '选择文件夹并导出…' }).click()
  await expect(dialog.getByText('写出 2 篇，未写出 0 篇，未处理 0 篇。')).toBeVisible()
  await expect(dialog.getByRole('list', { name: '导出结果' }).getByRole('listitem')).toHaveCount(2)
  expect((await readdir(folder)).sort()).toEqual([`${title(1)}.pdf`, `${title(4)}.pdf`].sort())
})

test('a story a batch refuses is a click away', async ({ app, userData, answerDialogs }) => {
  await write(app, title(1), '记者（姓名待核）报道。')
  await write(app, title(2), '项目开工。')
  await runOnAll(app, '批量导出')
  const dialog = app.getByRole('dialog', { name: '批量导出 2 篇稿件' })
  await answerDialogs({ open: [await mkdtemp(join(userData, '付印-'))] })
  await dialog.getByRole('button', { name: '选择文件夹并导出…' }).click()
  await expect(dialog.getByText(/，未写出 2 篇，/)).toBeVisible() // the galley they are set in is not for press
  await dialog.getByRole('button', { name: new RegExp(title(1)) }).click()
  await expect(dialog).toBeHidden()
  await expect(storyText(app).headline).toHaveText(title(1))
})

test('a batch shows how far it is and stops when cancelled; what it did not reach is said', async ({ app, electronApp, userData, answerDialogs }) => {
  await write(app, title(1), '全市重点项目集中开工，建设者冒雨奋战在江堤上。'.repeat(60))
  for (const stories of [2, 4, 8, 16, 32, 64]) {
    await runOnAll(app, '复制一份')
    await expect(app.getByText(`共 ${stories} 篇`)).toBeVisible()
  }
  await runOnAll(app, '批量导出')
  const dialog = app.getByRole('dialog', { name: '批量导出 64 篇稿件' })
  await dialog.getByRole('combobox', { name: '输出' }).selectOption('archive')
  const folder = await mkdtemp(join(userData, '存档-'))
  await answerDialogs({ open: [folder] })
  await dialog.getByRole('button', { name: '选择文件夹并导出…' }).click()
  await standingStill(electronApp, 'backend', () => dialog.getByText(/^正在导出，已完成 [1-9]\d* \/ 64 篇$/).isVisible(), async () => {
    await dialog.getByRole('button', { name: '取消', exact: true }).click()
  })
  const report = dialog.getByText(/^写出 (\d+) 篇，未写出 0 篇，未处理 (\d+) 篇。$/)
  await expect(report).toBeVisible()
  const [, written = 0, left = 0] = /写出 (\d+) 篇.*未处理 (\d+) 篇/.exec((await report.textContent())!)!.map(Number)
  expect(written).toBeGreaterThan(0)
  expect(left).toBeGreaterThan(0)
  expect(written + left).toBe(64)
  await expect(dialog.getByText('已取消，没有处理')).toHaveCount(left)
  expect(await readdir(folder)).toHaveLength(written)
})
