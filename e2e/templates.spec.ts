import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app'
import { settled } from './fixtures/settled'
import { putOwnTemplate } from './fixtures/templates'

const text = (app: Page) => app.getByRole('textbox', { name: '稿件', exact: true })

async function openDialog(app: Page) {
  await app.keyboard.press('Control+Shift+P')
  await app.getByRole('combobox', { expanded: true }).fill('版式设置')
  await app.keyboard.press('Enter')
  return app.getByRole('dialog', { name: '版式设置' })
}

/** Begins a story, sets it in the newsroom's own template, and returns the page. */
async function storyInOwnTemplate(app: Page) {
  await app.getByRole('button', { name: '新建稿件' }).first().click()
  await text(app).locator('p:not([data-deck])').first().click()
  await app.keyboard.insertText('临江大桥昨天通车。')
  await app.getByRole('tab', { name: '版样', exact: true }).click()
  await app.getByRole('combobox', { name: '版式' }).selectOption({ label: '晚报头条' })
  const page = app.getByRole('region', { name: '版样', exact: true }).getByRole('img')
  await expect(page).toBeVisible()
  return page
}

test('a newsroom sets a template its own way, sees the page change, and goes back to the default', async ({ app, restart }) => {
  await app.getByRole('button', { name: '新建稿件' }).first().click()
  await text(app).locator('[data-deck=headline]').click()
  await app.keyboard.insertText('临江大桥通车')
  await text(app).locator('p:not([data-deck])').first().click()
  await app.keyboard.insertText('临江大桥昨天通车，市民纷纷前来参观。'.repeat(20))
  await expect(app.getByText('已保存')).toBeVisible()

  const dialog = await openDialog(app)
  await dialog.getByRole('button', { name: '版面槽位' }).click()
  const page = dialog.getByRole('img', { name: '当前稿件的版样' })
  await expect(page).toBeVisible()
  const drawn = () => page.evaluate(canvas => (canvas as HTMLCanvasElement).toDataURL())
  const usual = await settled(drawn)
  await expect(dialog.getByRole('button', { name: '恢复默认' })).toBeDisabled()
  await dialog.getByRole('combobox', { name: '主题最大字号' }).selectOption('小二')
  await dialog.getByRole('combobox', { name: '正文字体' }).selectOption('kai')
  await expect.poll(drawn).not.toBe(usual)

  const again = await restart()
  const reopened = await openDialog(again)
  await reopened.getByRole('button', { name: '版面槽位' }).click()
  await expect(reopened.getByRole('combobox', { name: '正文字体' })).toHaveValue('kai')
  await reopened.getByRole('button', { name: '恢复默认' }).click()
  await expect(reopened.getByRole('combobox', { name: '正文字体' })).toHaveValue('song')
})

test('a template put into the folder appears without a restart; a broken one says file and line', async ({ app, userData }) => {
  const dialog = await openDialog(app)
  await expect(dialog.getByRole('button', { name: '版面槽位' })).toBeVisible()

  const manifest = join(putOwnTemplate(userData, 'slot', '晚报头条'), 'manifest.json')
  const named = readFileSync(manifest, 'utf8')
  await expect(dialog.getByRole('button', { name: /^晚报头条\s*本报$/ })).toBeVisible()

  writeFileSync(manifest, named.replace('"isForPress": true', '"isForPress": "perhaps"'))
  await dialog.getByRole('button', { name: /^evening\s*有错$/ }).click()
  const line = named.split('\n').findIndex(each => each.includes('"isForPress"')) + 1
  await expect(dialog.getByRole('alert')).toContainText(`evening/manifest.json 第 ${line} 行有错`)
})

test('a template that goes round and round is stopped: the last good page stays, and the message names file and line', async ({ app, userData }) => {
  await app.getByRole('button', { name: '新建稿件' }).first().click()
  await text(app).locator('[data-deck=headline]').click()
  await app.keyboard.insertText('临江大桥通车')
  await app.getByRole('tab', { name: '版样' }).click()
  const page = app.getByRole('img', { name: /^第 1 页/ })
  await expect(page).toBeVisible()
  const folder = putOwnTemplate(userData, 'slot', '晚报头条')
  const drawn = () => page.evaluate(canvas => (canvas as HTMLCanvasElement).toDataURL())
  const usual = await drawn()
  const choice = app.getByRole('combobox', { name: '版式' })
  await expect.poll(() => choice.locator('option').allTextContents()).toContain('晚报头条')
  await choice.selectOption({ label: '晚报头条' })
  await expect.poll(drawn).not.toBe(usual)
  await expect(app.getByRole('alert')).toHaveCount(0)
  const good = await settled(drawn)

  const source = join(folder, 'slot.typ')
  const sound = readFileSync(source, 'utf8')
  writeFileSync(source, `// for ever\n#for a in range(100000) { for b in range(100000) { } }\n${sound}`)
  await text(app).locator('[data-deck=headline]').click()
  await app.keyboard.type('了')
  await expect(app.getByRole('alert').filter({ hasText: '超过 5 秒' })).toContainText('evening/slot.typ:2', { timeout: 30_000 })
  expect(await drawn()).toBe(good)
  writeFileSync(source, sound)
  await app.keyboard.type('吗')
  await expect.poll(drawn, { timeout: 30_000 }).not.toBe(good)
})

test('a template whose Typst is broken says file and line beside the proof, and the last good page stays', async ({ app, userData }) => {
  const folder = putOwnTemplate(userData, 'slot', '晚报头条')
  const page = await storyInOwnTemplate(app)

  const source = join(folder, 'page.typ')
  writeFileSync(source, `${readFileSync(source, 'utf8')}\n#let broken = (\n`)
  await text(app).focus()
  await app.keyboard.insertText('市民')
  const line = readFileSync(source, 'utf8').split('\n').findIndex(each => each.includes('broken')) + 1
  await expect(app.getByRole('alert').filter({ hasText: `evening/page.typ` })).toContainText(`第 ${line} 行`)
  await expect(page).toBeVisible()
})

test('what a template cuts off is cut off on the screen as on paper, also where a part of the page is drawn again', async ({ app, userData }) => {
  const source = join(putOwnTemplate(userData, 'slot', '晚报头条'), 'page.typ')
  const furniture = 'place(dx: 20pt, dy: 60pt, box(width: 40pt, height: 40pt, clip: true, place(dx: -20pt, dy: 20pt, rect(width: 400pt, height: 400pt, fill: rgb("#00f")))))'
  writeFileSync(source, readFileSync(source, 'utf8').replace('slot-page()\n', `slot-page(furniture: ${furniture})\n`))
  const page = await storyInOwnTemplate(app)
  /** What is blue on the canvas: how much wider than high, whether it is small, how much of its box is blue. */
  const blue = () => page.evaluate(canvas => {
    const { width, height } = canvas as HTMLCanvasElement
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height)
    const found = Array.from({ length: width * height }, (_, index) => index).filter(index => data[index * 4 + 2]! > 200 && data[index * 4]! < 60)
    const [xs, ys] = [found.map(index => index % width), found.map(index => Math.floor(index / width))]
    const [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
    return { proportion: Math.round((right - left + 1) / (bottom - top + 1)), isSmall: (right - left) / width < 0.2, filled: Math.round(10 * found.length / ((right - left + 1) * (bottom - top + 1))) / 10 }
  })
  const box = { proportion: 2, isSmall: true, filled: 1 } // 40 points wide, 20 high
  await expect.poll(blue).toEqual(box)
  const before = await page.evaluate(canvas => (canvas as HTMLCanvasElement).toDataURL())
  await text(app).focus()
  await app.keyboard.insertText('市民')
  await expect.poll(() => page.evaluate(canvas => (canvas as HTMLCanvasElement).toDataURL())).not.toBe(before)
  expect(await blue()).toEqual(box)
})
