import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { inspectPdf } from '../src-main/typesetting/testing/pdf-tools'
import { expect, test } from './fixtures/app'

const text = (app: Page) => app.getByRole('textbox', { name: '稿件', exact: true })
const board = (app: Page) => app.getByRole('group', { name: '版面：稿件摆放' })
const onBoard = (app: Page, title: string) => board(app).getByRole('button', { name: new RegExp(`^${title}，`) })
const inList = (app: Page, title: string) => app.getByRole('option', { name: new RegExp(title) })

async function write(app: Page, headline: string, sentences: number) {
  await app.getByRole('button', { name: '新建稿件' }).first().click()
  await text(app).locator('[data-deck=headline]').click()
  await app.keyboard.insertText(headline)
  await text(app).locator('p:not([data-deck])').first().click()
  await app.keyboard.insertText('临江大桥昨天通车，市民纷纷前来参观。'.repeat(sentences))
  await expect(inList(app, headline)).toBeVisible()
}

test('a page is planned: stories dragged onto it, moved, sized, broken, undone, set, exported, and there tomorrow', async ({ app, answerDialogs, restart, userData }) => {
  await write(app, '临江大桥通车', 60)
  await write(app, '全市开工项目过半', 30)
  await expect(app.getByText('已保存')).toBeVisible()

  await app.getByRole('radio', { name: '大样', exact: true }).click()
  await app.getByRole('button', { name: '新建版面' }).click()
  await app.getByRole('textbox', { name: '版次' }).fill('A01')
  await app.getByRole('textbox', { name: '报名' }).fill('临江日报')
  await app.getByRole('textbox', { name: '报名' }).press('Tab')

  await inList(app, '临江大桥通车').dragTo(board(app), { targetPosition: { x: 60, y: 60 } })
  await expect(onBoard(app, '临江大桥通车')).toHaveAccessibleName(/，(余|超) \d+ 行，第 1–4 栏，第 \d+ 行起 \d+ 行$/)

  const first = onBoard(app, '临江大桥通车')
  await first.focus()
  await app.keyboard.press('Home')
  for (let row = 0; row < 12; row++) await app.keyboard.press('PageUp')
  await expect(first).toHaveAccessibleName(/第 1–4 栏，第 1 行起/)
  await app.keyboard.press('Shift+ArrowRight')
  await expect(first).toHaveAccessibleName(/第 1–5 栏/)
  await app.getByRole('spinbutton', { name: '排成几栏' }).fill('3')
  await app.getByRole('spinbutton', { name: '排成几栏' }).press('Tab')
  await expect(app.getByText('5 栏破 3：22 字 × 3，余 1')).toBeVisible()

  await inList(app, '全市开工项目过半').click()
  await app.getByRole('button', { name: '放上所选稿件' }).click()
  const second = onBoard(app, '全市开工项目过半')
  await expect(second).toHaveAccessibleName(/第 1–4 栏/)
  await second.focus()
  await app.keyboard.press('PageUp')
  await expect(second).toHaveAccessibleName(/与“临江大桥通车”重叠/)
  await app.keyboard.press('ControlOrMeta+z')
  await expect(second).not.toHaveAccessibleName(/重叠/)

  const box = (await second.boundingBox())!
  await app.mouse.move(box.x + box.width / 2, box.y + box.height - 20)
  await app.mouse.down()
  await app.mouse.move(box.x + box.width / 2 + 200, box.y + box.height + 40, { steps: 6 })
  await app.mouse.up()
  await expect(second).not.toHaveAccessibleName(/第 1–4 栏/)
  await expect(app.getByRole('img', { name: /^大样预览/ })).toBeVisible()

  const target = join(userData, '大样.pdf')
  await answerDialogs({ save: target })
  await app.getByRole('button', { name: '大样 PDF' }).click()
  await expect(app.getByText('已导出“大样.pdf”。').first()).toBeVisible()
  const pdf = inspectPdf(readFileSync(target))
  const printed = pdf.text().replace(/\s/g, '')
  for (const words of ['A01', '临江日报', '临江大桥通车', '全市开工项目过半']) expect(printed).toContain(words)
  pdf.remove()

  await onBoard(app, '全市开工项目过半').dblclick({ position: { x: 20, y: 20 } })
  await expect(text(app).locator('[data-deck=headline]')).toHaveText('全市开工项目过半')
  await expect(text(app)).toBeFocused()

  const again = await restart()
  await again.getByRole('radio', { name: '大样', exact: true }).click()
  await expect(onBoard(again, '临江大桥通车')).toHaveAccessibleName(/第 1–5 栏，第 1 行起/)
  await onBoard(again, '全市开工项目过半').focus()
  await again.keyboard.press('Delete')
  await expect(onBoard(again, '全市开工项目过半')).toHaveCount(0)
})

test('a page is checked before press: each line opens its story at the place, blockers keep it from press, and a page put right goes out', async ({ app, answerDialogs, userData }) => {
  await write(app, '临江大桥通车', 60)
  await write(app, '全市开工项目过半', 3)
  await app.keyboard.press('Control+End')
  await app.keyboard.insertText('投资××亿元（待核）。')
  await expect(app.getByText('已保存')).toBeVisible()

  await app.getByRole('radio', { name: '大样', exact: true }).click()
  await app.getByRole('button', { name: '新建版面' }).click()
  await inList(app, '临江大桥通车').dragTo(board(app), { targetPosition: { x: 60, y: 60 } })
  await inList(app, '全市开工项目过半').click()
  await app.getByRole('button', { name: '放上所选稿件' }).click()
  await app.getByRole('spinbutton', { name: '每栏行数' }).fill('12')
  await app.getByRole('spinbutton', { name: '每栏行数' }).press('Tab')
  await onBoard(app, '临江大桥通车').focus()
  for (let row = 0; row < 12; row++) await app.keyboard.press('Shift+PageUp')
  await expect(onBoard(app, '临江大桥通车')).toHaveAccessibleName(/超 \d+ 行/)

  const sheet = app.getByRole('dialog', { name: /^大样付印/ })
  const line = (words: RegExp) => sheet.getByRole('button', { name: words })
  const openSheet = async () => {
    await app.getByRole('button', { name: '付印…' }).click()
    await expect(sheet.getByRole('heading', { name: /请留意/ })).toBeVisible()
  }
  await openSheet()
  await expect(sheet.getByRole('button', { name: '导出' })).toBeDisabled()

  await line(/^版面没有填版次/).click()
  await expect(app.getByRole('textbox', { name: '版次' })).toBeFocused()
  await app.keyboard.insertText('A01')
  await app.keyboard.press('Enter')

  await openSheet()
  await line(/^《全市开工项目过半》有待补的文字：（待核）/).click()
  await expect(text(app)).toBeFocused()
  expect(await app.evaluate(() => String(getSelection()))).toBe('（待核）')
  await app.keyboard.press('Delete')
  await expect(app.getByText('已保存')).toBeVisible()

  await app.getByRole('radio', { name: '大样', exact: true }).click()
  await openSheet()
  await line(/^《临江大桥通车》超出版位 \d+ 行/).click()
  await expect(text(app).locator('[data-deck=headline]')).toHaveText('临江大桥通车')
  for (let back = 0; back < 30; back++) await app.keyboard.press('ArrowLeft') // cut short, the paragraph is broken anew
  await app.keyboard.press('Control+Shift+End')
  await app.keyboard.press('Delete')
  await expect(app.getByText('已保存')).toBeVisible()

  await app.getByRole('radio', { name: '大样', exact: true }).click()
  await openSheet()
  await expect(sheet.getByRole('heading', { name: /须改/ })).toHaveCount(0)
  await answerDialogs({ save: join(userData, '付印.pdf') })
  await sheet.getByRole('button', { name: '导出' }).click()
  await expect(sheet.getByText('已导出“付印.pdf”')).toBeVisible()
  const pdf = inspectPdf(readFileSync(join(userData, '付印.pdf')))
  expect(pdf.text().replace(/\s/g, '')).toContain('临江大桥通车')
  expect(pdf.info()).toMatch(/TrimBox:\s+28\.35/) // seven and three millimetres from the edge: marks and bleed are there
  pdf.remove()
})

test('a story opened from the page is fitted to its place there, by the template chosen on the page; a click on the page proof leads to the character', async ({ app }) => {
  await write(app, '临江大桥通车', 20)
  await app.getByRole('radio', { name: '大样', exact: true }).click()
  await app.getByRole('button', { name: '新建版面' }).click()
  await app.getByRole('textbox', { name: '版次' }).fill('A01')
  await app.getByRole('textbox', { name: '版次' }).press('Tab')
  await inList(app, '临江大桥通车').dragTo(board(app), { targetPosition: { x: 60, y: 60 } })
  await app.getByRole('spinbutton', { name: '每栏行数' }).fill('5')
  await app.getByRole('spinbutton', { name: '每栏行数' }).press('Tab')
  await expect(onBoard(app, '临江大桥通车')).toHaveAccessibleName(/，超 \d+ 行，第 1–4 栏，.*5 行$/)
  const plain = (await onBoard(app, '临江大桥通车').getAttribute('aria-label'))!
  await app.getByRole('combobox', { name: '版式', exact: true }).selectOption('brief')
  await expect(onBoard(app, '临江大桥通车')).not.toHaveAccessibleName(plain)
  const over = /超 \d+ 行/.exec((await onBoard(app, '临江大桥通车').getAttribute('aria-label'))!)![0]

  const proof = app.getByRole('img', { name: /^大样预览/ })
  const [box, sheet] = [(await proof.boundingBox())!, (await onBoard(app, '临江大桥通车').boundingBox())!]
  const plan = (await board(app).boundingBox())!
  const across = (x: number) => box.x + (x - plan.x) / plan.width * box.width
  const down = (y: number) => box.y + (y - plan.y) / plan.height * box.height
  await app.mouse.click(across(sheet.x + sheet.width * 0.4), down(sheet.y + sheet.height * 0.5))
  await expect(text(app)).toBeFocused()
  const before = await app.evaluate(() => {
    const { anchorNode, anchorOffset } = getSelection()!
    return anchorNode!.textContent!.slice(0, anchorOffset).length
  })
  expect(before).toBeGreaterThan(40) // in the second column, past the first one's lines
  expect(before).toBeLessThan(130)

  const fit = app.getByRole('region', { name: '版位与排成长度' })
  await expect(fit).toContainText(over)
  await fit.getByRole('button', { name: /^大样 .*A01/ }).click()
  await expect(onBoard(app, '临江大桥通车')).toBeFocused()
})
