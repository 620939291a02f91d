import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { crossings, leadersOf } from '../src-main/typesetting/testing/leaders'
import { answerDialogs, expect, test } from './fixtures/app'
import { run } from './fixtures/commands'
import { elsewhere, openPackage, sendPackage } from './fixtures/packages'
import { sitDown, takeOver } from './fixtures/people'
import { endOfBody, waitUntilSaved } from './fixtures/story-text'
import { now, passReviews, sign, writtenStory } from './fixtures/workflow'

const inks = { 初审: [0x7b, 0x2d, 0x8e], 一校: [0xc8, 0x10, 0x2e], 二校: [0x14, 0x50, 0xb4], 三校: [0x0a, 0x7a, 0x32] }

/** Exports the galley with marks: its text without spaces, and its leaders. */
async function markedGalley(app: Page, file: string) {
  await app.keyboard.press('Control+e')
  const dialog = app.getByRole('dialog', { name: '导出 PDF' })
  await dialog.getByRole('combobox', { name: '版式' }).selectOption('galley')
  await dialog.getByRole('radio', { name: /^校改样 PDF/ }).check()
  await dialog.getByRole('button', { name: '导出', exact: true }).click()
  await expect(dialog.getByRole('status').filter({ hasText: '已导出' })).toBeVisible()
  await app.keyboard.press('Escape')
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/[\s\u2060]/g, '')
  return { text, leaders: await leadersOf(await readFile(file)) }
}

const leadersIn = (leaders: Awaited<ReturnType<typeof leadersOf>>, [r, g, b]: number[]) =>
  leaders.filter(({ colour }) => colour.split(' ').map(part => Math.round(Number(part) * 255)).join() === [r, g, b].join()).length

test('a story from draft to press: reviewed by three, proofread by three, changed late, sent to another library and back', async ({ app, electronApp, userData }) => {
  test.setTimeout(300_000)
  const here = { page: app, electron: electronApp }
  const { paragraphs } = await writtenStory(app)
  await endOfBody(app, 0)
  await app.keyboard.type('已送医院救治，道路中断，正在抢修。')
  await sign(app, '送审')
  await now(app, '初审')

  await sitDown(app, '李审', '主任')
  await app.getByRole('switch', { name: '修订' }).click()
  await endOfBody(app, 1)
  await app.keyboard.type('之中')
  await sign(app, '签初审', '事实清楚，同意')
  await now(app, '复审')
  await sign(app, '签复审', '同意')
  await expect(app.getByRole('alert')).toContainText('李审 已签初审，一人不得担任三审中的两审。')
  await now(app, '复审')
  await passReviews(app, 1)

  await sitDown(app, '钱校')
  await endOfBody(app, 24)
  await app.keyboard.press('Shift+ArrowRight')
  await app.keyboard.type('五')
  await sign(app, '签一校')
  await now(app, '二校')
  await sitDown(app, '孙校')
  await endOfBody(app, 13)
  await app.keyboard.press('Shift+ArrowRight')
  await app.keyboard.press('Delete')
  await sign(app, '签二校')
  await now(app, '三校')
  await sitDown(app, '吴校')
  await endOfBody(app, 7)
  await app.keyboard.type('全力')
  await sign(app, '签三校')
  await now(app, '签发')

  const galley = join(userData, 'galley.pdf')
  await answerDialogs(electronApp, { save: galley })
  const { text, leaders } = await markedGalley(app, galley)
  for (const said of ['之中', '五', '全力', '事实清楚，同意', '一校差错1处', '二校差错1处', '三校差错1处', '初审', '签名', '行数']) expect(text).toContain(said)
  expect(Object.values(inks).map(ink => leadersIn(leaders, ink))).toEqual([1, 1, 1, 1])
  expect(leaders).toHaveLength(4)
  expect(crossings(leaders)).toEqual([])

  await sitDown(app, '赵总', '总编辑')
  await takeOver(app) // 吴校 chose how the galley is set
  await sign(app, '签发')
  await expect(app.getByRole('alert')).toContainText('还有 4 处修订没有处理')
  await run(app, '接受全部修订')
  await expect(paragraphs.last().locator('ins, del')).toHaveCount(0)
  await sign(app, '签发')
  await now(app, '付印')

  await sitDown(app, '周编', '编辑')
  await app.getByRole('switch', { name: '修订' }).click()
  await endOfBody(app, 0)
  await app.keyboard.type('雨已停。')
  const late = app.getByRole('region', { name: '签后改动' })
  await expect(late).toContainText('增“雨已停。”')
  await expect(late.getByRole('button')).toHaveText(['重签：终审', '重签：三校', '重签：签发'])
  await expect(app.getByRole('region', { name: '签署记录' }).getByText('签后有改')).toHaveCount(8)

  const [out, back] = ['out', 'back'].map(name => join(userData, `${name}.qingyang`)) as [string, string]
  await sendPackage(here, out)
  await elsewhere(async other => {
    await sitDown(other.page, '郑外校')
    await openPackage(other, out, '已收下 周编 交来的稿件')
    await endOfBody(other.page, 1)
    await other.page.keyboard.type('了')
    await sendPackage(other, back)
  })
  await openPackage(here, back, '已并入 郑外校 的改动：修订 1 处')
  await expect(paragraphs.last()).toHaveText('五人受伤。已送医院救治道路中断，全力正在抢修之中。雨已停了。')
  await run(app, '接受全部修订')
  await expect(late.getByRole('listitem').filter({ hasText: '段落第 1 处' })).toHaveText([/^段落第 1 处 改“三人受伤。.*中。雨已停了”$/, '段落第 1 处 增“雨已停了。”']) // 终审 signed before the proofs, 三校 and 签发 after

  for (const [name, role, stage, opinion] of [['赵总', '总编辑', '终审', '同意'], ['吴校', '校对', '三校', ''], ['赵总', '总编辑', '签发', '']] as const) {
    await sitDown(app, name, role)
    if (stage === '终审') await takeOver(app)
    await late.getByRole('button', { name: `重签：${stage}` }).click()
    await waitUntilSaved(app)
    if (opinion) await late.getByLabel('审稿意见').fill(opinion)
    await late.getByRole('button', { name: stage === '签发' ? '签发' : `签${stage}`, exact: true }).click()
    await expect(late.getByText(`${stage}：${name}`)).toHaveCount(0)
  }
  await sign(app, '付印')
  await expect(app.getByText('已付印。刊发的版本已存档，文字不再改动。')).toBeVisible()

  await app.getByRole('button', { name: '差错率…' }).click()
  const kind = app.getByRole('dialog', { name: '差错率' }).getByLabel(/^类别：/).first()
  await kind.selectOption('不算差错')
  await expect(kind).toHaveValue('none')
  await app.keyboard.press('Escape')
  await waitUntilSaved(app)
})
