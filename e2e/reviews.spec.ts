import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app'
import { sitDown } from './fixtures/people'
import { beginStory, waitUntilSaved } from './fixtures/story-text'

async function sign(app: Page, button: string, opinion = '') {
  await waitUntilSaved(app)
  if (opinion !== '') await app.getByLabel('审稿意见').fill(opinion)
  await app.getByRole('button', { name: button, exact: true }).click()
}

const now = (app: Page, stage: string) => expect(app.getByRole('heading', { name: `现在：${stage}` })).toBeVisible()

/** A story written by 周编, complete, with the workflow in sight. */
async function writtenStory(app: Page) {
  const story = await beginStory(app)
  await app.keyboard.type('江水上涨')
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.type('三人受伤。')
  await sitDown(app, '周编', '编辑')
  for (const [field, words] of [['来源', '临江日报'], ['责任编辑', 'ERM523'], ['版次', 'A01']] as const) await app.getByLabel(field, { exact: true }).fill(words)
  await app.getByRole('tab', { name: '流程' }).click()
  await now(app, '草稿')
  return story
}

async function passProofs(app: Page) {
  for (const [name, button, next] of [['钱校', '签一校', '二校'], ['孙校', '签二校', '三校'], ['吴校', '签三校', '签发']] as const) {
    await sitDown(app, name, '校对')
    await sign(app, button)
    await now(app, next)
  }
}

test('three people review, the same one twice is refused, the third releases, a late change makes signatures stale', async ({ app }) => {
  const { paragraphs } = await writtenStory(app)
  await sign(app, '送审')
  await now(app, '初审')

  await sitDown(app, '李审', '主任')
  await app.getByRole('switch', { name: '修订' }).click()
  await paragraphs.last().click()
  await app.keyboard.press('End')
  await app.keyboard.press('ArrowLeft')
  await app.keyboard.type('了')
  await sign(app, '签初审', '事实清楚，同意')
  await now(app, '复审')
  await expect(app.getByText('李审 已签初审，一人不得担任三审中的两审。')).toBeVisible()
  await sign(app, '签复审', '同意')
  await expect(app.getByRole('alert')).toContainText('李审 已签初审')
  await now(app, '复审')

  await sitDown(app, '王审', '副总编')
  await sign(app, '签复审', '同意')
  await now(app, '终审')
  await sitDown(app, '赵总', '总编辑')
  await sign(app, '签终审', '同意付排')
  await now(app, '一校')
  await passProofs(app)

  await sitDown(app, '赵总', '总编辑')
  await sign(app, '签发')
  await expect(app.getByRole('alert')).toContainText('还有 1 处修订没有处理')
  await paragraphs.last().click()
  await app.keyboard.press('F8')
  await app.keyboard.press('Control+Alt+a')
  await app.getByRole('switch', { name: '修订' }).click()
  await sign(app, '签发')
  await now(app, '付印')

  await paragraphs.last().click()
  await app.keyboard.press('End')
  await app.keyboard.type('又及。')
  const late = app.getByRole('region', { name: '签后改动' })
  await expect(late).toContainText('段落第 1 处 增“又及。”')
  await expect(late.getByRole('button')).toHaveText(['重签：终审', '重签：三校', '重签：签发'])
  await expect(app.getByRole('region', { name: '签署记录' }).getByText('签后有改')).toHaveCount(8)
  await sign(app, '付印')
  await expect(app.getByRole('alert')).toContainText('签后有改：终审（赵总）须重签。')
})

test('a story on hold does not go out; after publication the text stands, until a correction opens it', async ({ app }) => {
  test.setTimeout(120_000)
  const { paragraphs, text } = await writtenStory(app)
  await sign(app, '送审')
  for (const [name, button, next] of [['李审', '签初审', '复审'], ['王审', '签复审', '终审'], ['赵总', '签终审', '一校']] as const) {
    await sitDown(app, name, '主任')
    await sign(app, button, '同意')
    await now(app, next)
  }
  await passProofs(app)
  await app.getByRole('tab', { name: '稿签' }).click()
  await app.getByLabel('法务暂扣').fill('等律师意见')
  await app.getByRole('tab', { name: '流程' }).click()
  await sign(app, '签发')
  await expect(app.getByRole('alert')).toContainText('法务暂扣：等律师意见。解除前不能签发。')
  await app.getByRole('tab', { name: '稿签' }).click()
  await app.getByLabel('法务暂扣').fill('')
  await app.getByRole('tab', { name: '流程' }).click()
  await sign(app, '签发')
  await now(app, '付印')
  await sign(app, '付印')
  await expect(app.getByText('已付印。刊发的版本已存档，文字不再改动。')).toBeVisible()
  await expect(text).toHaveAttribute('contenteditable', 'false')

  await app.getByLabel('原因（必填，导出时注明）').fill('受伤人数应为五人')
  await app.getByRole('button', { name: '更正', exact: true }).click()
  await now(app, '草稿')
  await expect(text).toHaveAttribute('contenteditable', 'true')
  await expect(app.getByText('刊后改动中：受伤人数应为五人。')).toBeVisible()
  await paragraphs.last().click()
  await app.keyboard.type('五人。')
  await expect(app.getByRole('region', { name: '签后改动' })).toContainText('五人。')
  await app.getByRole('button', { name: '看刊发的版本' }).click()
  await expect(app.getByRole('document', { name: '所签文字（只读）' }).locator('> p')).toHaveText(['三人受伤。'])
})

test('the desk changes hands in two keys; a PIN is asked for; who works on a story holds it', async ({ app }) => {
  const { text } = await writtenStory(app)
  await sitDown(app, '李审', '主任')
  await expect(text).toHaveAttribute('contenteditable', 'false')
  await expect(app.getByText('周编 正在改这篇稿件，现在只能阅读。')).toBeVisible()
  await app.getByRole('button', { name: '由我接手' }).click()
  await expect(text).toHaveAttribute('contenteditable', 'true')

  await app.keyboard.press('Control+Shift+U')
  await expect(app.getByRole('button', { name: '换成 周编' })).toBeVisible()
  await app.keyboard.press('2')
  await expect(app.getByRole('button', { name: '当前：周编' })).toBeVisible()

  await app.keyboard.press('Control+Shift+U')
  await app.getByText('改口令', { exact: true }).first().click()
  await app.getByLabel('新口令').fill('2468')
  await app.keyboard.press('Enter')
  await expect(app.getByText('口令已改。', { exact: true })).toBeVisible()
  await app.keyboard.press('Control+Shift+U')
  await app.keyboard.press('2')
  await expect(app.getByRole('button', { name: '当前：李审' })).toBeVisible()
  await app.keyboard.press('Control+Shift+U')
  await app.keyboard.press('2')
  await app.getByLabel('口令', { exact: true }).fill('1111')
  await app.keyboard.press('Enter')
  await expect(app.getByText('周编 的口令不对').last()).toBeVisible()
  await app.getByLabel('口令', { exact: true }).fill('2468')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('button', { name: '当前：周编' })).toBeVisible()
})

test('the review sheet holds slip, opinions, signatures, the hash and a miniature, and prints alone', async ({ app, electronApp, userData }) => {
  await writtenStory(app)
  await sign(app, '送审')
  await sitDown(app, '李审', '主任')
  await sign(app, '签初审', '事实清楚，同意')
  await now(app, '复审')
  await app.getByRole('button', { name: '审稿单…' }).click()
  const sheet = app.getByRole('article', { name: '审稿单' })
  await expect(sheet.getByRole('table', { name: '稿签' })).toContainText('临江日报')
  await expect(sheet.getByRole('table', { name: '签署记录' })).toContainText('事实清楚，同意')
  await expect(sheet.locator('code').last()).toHaveText(/^[0-9a-f]{64}$/)
  await expect(sheet.getByRole('img', { name: '版样缩图' })).toBeVisible()
  const pdf = await electronApp.evaluate(async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({ pageSize: 'A4' })).toString('base64'))
  const file = join(userData, 'sheet.pdf')
  await writeFile(file, Buffer.from(pdf, 'base64'))
  const printed = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  expect(printed.split('\f').filter(page => page.trim() !== '')).toHaveLength(1)
  expect(printed).toContain('事实清楚，同意')
  expect(printed).not.toContain('新建稿件')
})

test('the newsroom drops a stage and asks for a role', async ({ app }) => {
  await writtenStory(app)
  await app.getByRole('button', { name: '流程设置' }).click()
  const dialog = app.getByRole('dialog', { name: '流程设置' })
  await dialog.getByText('初审', { exact: true }).click()
  await dialog.getByRole('group', { name: '初审' }).getByLabel('使用这一环节').click()
  await dialog.getByText('复审', { exact: true }).click()
  await dialog.getByRole('group', { name: '复审' }).getByLabel('只许这些职务签').fill('副总编')
  await app.keyboard.press('Tab')
  await app.keyboard.press('Escape')
  await sign(app, '送审')
  await now(app, '复审')
  await expect(app.getByText('这一环节须由副总编签。')).toBeVisible()
})
