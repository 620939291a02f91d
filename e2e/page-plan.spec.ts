import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { inspectPdf } from '../src-main/typesetting/testing/pdf-tools'
import { expect, test } from './fixtures/app'
import { standingStill } from './fixtures/children'
import { settled } from './fixtures/settled'
import { beginStory } from './fixtures/story-text'
import { putOwnTemplate } from './fixtures/templates'

const text = (app: Page) => app.getByRole('textbox', { name: '稿件', exact: true })
const board = (app: Page) => app.getByRole('group', { name: '版面：稿件摆放' })
const onBoard = (app: Page, title: string) => board(app).getByRole('button', { name: new RegExp(`^${title}，`) })
const inList = (app: Page, title: string) => app.getByRole('option', { name: new RegExp(title) })

/** Notes what the window asks the backend from now on; the function given back says how often it asked something. */
async function questions(app: Page) {
  const asked = await app.evaluateHandle(() => {
    const paths: string[] = []
    const { postMessage } = MessagePort.prototype
    MessagePort.prototype.postMessage = function (message: { path?: string } | null, ...rest: []) {
      if (message?.path) paths.push(message.path)
      postMessage.call(this, message, ...rest)
    }
    return paths
  })
  return (path: string) => asked.evaluate((paths, wanted) => paths.filter(each => each === wanted).length, path)
}

async function write(app: Page, headline: string, sentences: number) {
  await beginStory(app)
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
    await expect(sheet.getByRole('heading', { name: /请留意/ })).toBeVisible({ timeout: 30_000 })
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
  await expect.poll(() => app.evaluate(() => String(getSelection()))).toBe('（待核）')
  await app.keyboard.press('Delete')
  await expect(app.getByText('已保存')).toBeVisible()

  await app.getByRole('radio', { name: '大样', exact: true }).click()
  await openSheet()
  await line(/^《临江大桥通车》超出版位 \d+ 行/).click()
  await expect(text(app).locator('[data-deck=headline]')).toHaveText('临江大桥通车')
  await expect.poll(() => app.evaluate(() => getSelection()!.anchorOffset)).toBeGreaterThan(30)
  for (let back = 0; back < 30; back++) await app.keyboard.press('ArrowLeft') // cut short, the paragraph is broken anew
  await app.keyboard.press('Control+Shift+End')
  await app.keyboard.press('Delete')
  await expect(app.getByText('已保存')).toBeVisible()

  await app.getByRole('radio', { name: '大样', exact: true }).click()
  await openSheet()
  await expect(sheet.getByRole('heading', { name: /须改/ })).toHaveCount(0)
  await answerDialogs({ save: join(userData, '付印.pdf') })
  await sheet.getByRole('button', { name: '导出' }).click()
  await expect(sheet.getByText('已导出“付印.pdf”')).toBeVisible({ timeout: 30_000 })
  const pdf = inspectPdf(readFileSync(join(userData, '付印.pdf')))
  expect(pdf.text().replace(/\s/g, '')).toContain('临江大桥通车')
  expect(pdf.info()).toMatch(/TrimBox:\s+28\.35/) // seven and three millimetres from the edge: marks and bleed are there
  pdf.remove()
})

test('a page is checked when its dialog opens and after every change of the options there, not when they change elsewhere', async ({ app }) => {
  const asked = await questions(app)
  await write(app, '临江大桥通车', 3)
  await app.getByRole('radio', { name: '大样', exact: true }).click()
  await app.getByRole('button', { name: '新建版面' }).click()
  await inList(app, '临江大桥通车').click()
  await app.getByRole('button', { name: '放上所选稿件' }).click()
  await expect(onBoard(app, '临江大桥通车')).toBeVisible()
  expect(await asked('pages.preflight')).toBe(0)

  await app.getByRole('button', { name: '付印…' }).click()
  const sheet = app.getByRole('dialog', { name: /^大样付印/ })
  await expect(sheet.getByRole('heading', { name: /请留意/ })).toBeVisible({ timeout: 30_000 })
  const opened = await asked('pages.preflight')
  expect(opened).toBeGreaterThan(0)
  await sheet.getByRole('combobox', { name: '标准' }).selectOption('x-1a')
  await expect.poll(() => asked('pages.preflight')).toBe(opened + 1)
  await app.keyboard.press('Escape')

  await app.getByRole('radio', { name: '稿件', exact: true }).click()
  await app.keyboard.press('Control+e')
  const dialog = app.getByRole('dialog', { name: '导出 PDF' })
  await dialog.getByRole('combobox', { name: '版式' }).selectOption('slot')
  await dialog.getByRole('radio', { name: /^付印 PDF/ }).check()
  const ofStory = await asked('print.preflight')
  await dialog.getByRole('combobox', { name: '标准' }).selectOption('x-4')
  await expect.poll(() => asked('print.preflight')).toBeGreaterThan(ofStory)
  expect(await asked('pages.preflight')).toBe(opened + 1)
})

test('a page template of the newsroom’s own is chosen beside the program’s, sets the page, and stays chosen', async ({ app, answerDialogs, restart, userData }) => {
  const head = join(putOwnTemplate(userData, 'page', '晚报大样'), 'sheet.typ')
  writeFileSync(head, readFileSync(head, 'utf8').replace('place(bottom + center, shown-date)', 'place(bottom + center, [晚报号外])'))
  await write(app, '临江大桥通车', 3)
  await app.getByRole('radio', { name: '大样', exact: true }).click()
  await app.getByRole('button', { name: '新建版面' }).click()
  await inList(app, '临江大桥通车').click()
  await app.getByRole('button', { name: '放上所选稿件' }).click()
  const template = (page: Page) => page.getByRole('combobox', { name: '大样版式' })
  await expect(template(app)).toHaveValue('page')
  const printed = async (name: string) => {
    await answerDialogs({ save: join(userData, name) })
    await app.getByRole('button', { name: '大样 PDF' }).click()
    await expect(app.getByText(`已导出“${name}”。`).first()).toBeVisible({ timeout: 30_000 })
    const pdf = inspectPdf(readFileSync(join(userData, name)))
    const text = pdf.text().replace(/\s/g, '')
    pdf.remove()
    return text
  }
  expect(await printed('日报.pdf')).not.toContain('晚报号外')
  await template(app).selectOption({ label: '晚报大样' })
  const evening = await printed('晚报.pdf')
  for (const words of ['晚报号外', '临江大桥通车']) expect(evening).toContain(words)

  const again = await restart()
  await again.getByRole('radio', { name: '大样', exact: true }).click()
  await expect(template(again)).toHaveValue('evening')
})

test('a story opened from the page is fitted to its place there, by the template chosen on the page; a click on the page proof leads to the character', async ({ app, electronApp }) => {
  await write(app, '临江大桥通车', 20)
  await app.getByRole('radio', { name: '大样', exact: true }).click()
  await app.getByRole('button', { name: '新建版面' }).click()
  await app.getByRole('textbox', { name: '版次' }).fill('A01')
  await app.getByRole('textbox', { name: '版次' }).press('Tab')
  await inList(app, '临江大桥通车').dragTo(board(app), { targetPosition: { x: 60, y: 60 } })
  await expect(onBoard(app, '临江大桥通车')).toHaveAccessibleName(/，(余|超) \d+ 行，第 1–4 栏/)
  await standingStill(electronApp, 'typesetter', async () => true, async () => {
    await app.getByRole('spinbutton', { name: '每栏行数' }).fill('5')
    await app.getByRole('spinbutton', { name: '每栏行数' }).press('Tab')
    await expect(onBoard(app, '临江大桥通车')).toHaveAccessibleName(/^临江大桥通车，第 1–4 栏，.*5 行$/) // not how it filled the place before
  })
  await expect(onBoard(app, '临江大桥通车')).toHaveAccessibleName(/，超 \d+ 行，第 1–4 栏，.*5 行$/)
  const named = () => onBoard(app, '临江大桥通车').getAttribute('aria-label')
  const plain = (await settled(named))!
  await app.getByRole('combobox', { name: '版式', exact: true }).selectOption('brief')
  await expect(onBoard(app, '临江大桥通车')).not.toHaveAccessibleName(plain)
  await expect(onBoard(app, '临江大桥通车')).toHaveAccessibleName(/超 \d+ 行/)
  const over = /超 \d+ 行/.exec((await settled(named))!)![0]

  const proof = app.getByRole('img', { name: /^大样预览/ })
  const [box, sheet] = [(await settled(() => proof.boundingBox()))!, (await onBoard(app, '临江大桥通车').boundingBox())!]
  const plan = (await board(app).boundingBox())!
  const across = (x: number) => box.x + (x - plan.x) / plan.width * box.width
  const down = (y: number) => box.y + (y - plan.y) / plan.height * box.height
  await app.mouse.click(across(sheet.x + sheet.width * 0.4), down(sheet.y + sheet.height * 0.5))
  await expect(text(app)).toBeFocused()
  const before = () => app.evaluate(() => getSelection()!.anchorOffset)
  await expect.poll(before).toBeGreaterThan(40) // in the second column, past the first one's lines
  expect(await before()).toBeLessThan(130)

  const fit = app.getByRole('region', { name: '版位与排成长度' })
  await expect(fit).toContainText(over)
  await fit.getByRole('button', { name: /^大样 .*A01/ }).click()
  await expect(onBoard(app, '临江大桥通车')).toBeFocused()
})
