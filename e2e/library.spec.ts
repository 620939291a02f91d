import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app'
import { beginStory } from './fixtures/story-text'

const list = (app: Page) => app.getByRole('listbox', { name: '稿库' })
const rows = (app: Page) => list(app).getByRole('option')
const row = (app: Page, headline: string) => rows(app).filter({ hasText: headline })

/** A new story with this headline, stored. */
async function write(app: Page, headline: string, source = '') {
  await beginStory(app)
  await app.keyboard.insertText(headline)
  if (source) await app.getByLabel('来源').fill(source)
  await expect(app.getByRole('status').first()).toHaveText('已保存')
  await expect(row(app, headline)).toBeVisible()
}

test('an empty library says what to do', async ({ app }) => {
  await expect(app.getByText('稿库里还没有稿件')).toBeVisible()
  await expect(app.getByText('共 0 篇')).toBeVisible()
})

test('stories are found by filter, and sorted by headline', async ({ app }) => {
  await write(app, '甲乡修通公路', '临江日报')
  await write(app, '乙镇办起夜校', '青州晚报')
  await write(app, '丙村收获早稻', '临江日报')

  await app.getByRole('searchbox', { name: '筛选稿件' }).fill('临江日报')
  await expect(rows(app)).toHaveCount(2)
  await app.getByRole('searchbox', { name: '筛选稿件' }).fill('没有这样的稿件')
  await expect(app.getByText('没有符合条件的稿件。')).toBeVisible()
  await app.getByRole('button', { name: '清除筛选' }).click()
  await expect(rows(app)).toHaveCount(3)

  await app.getByRole('combobox', { name: '排序' }).selectOption('source')
  await expect(rows(app).first()).toContainText('青州晚报')
  await app.getByRole('button', { name: '降序' }).click()
  await expect(rows(app).first()).toContainText('临江日报')
})

test('the list is narrowed by kind and stage, and put in the order of its headlines', async ({ app }) => {
  await write(app, '丙村收获早稻')
  await app.getByLabel('体裁', { exact: true }).last().selectOption('feature')
  await write(app, '甲乡修通公路')
  await write(app, '乙镇办起夜校')

  const [kind, stage, order] = ['体裁', '流程', '排序'].map(name => app.locator('.controls').getByRole('combobox', { name }))
  await kind!.selectOption('feature')
  await expect(rows(app)).toHaveCount(1)
  await expect(rows(app)).toContainText('丙村收获早稻')
  await kind!.selectOption({ label: '全部体裁' })
  await stage!.selectOption('final-review')
  await expect(rows(app)).toHaveCount(0)
  await stage!.selectOption('draft')
  await expect(rows(app)).toHaveCount(3)
  const pointedAt = await row(app, '丙村收获早稻').elementHandle()
  await order!.selectOption('headline')
  await app.getByRole('button', { name: '降序' }).click()
  for (const [index, headline] of ['丙村收获早稻', '甲乡修通公路', '乙镇办起夜校'].entries()) await expect(rows(app).nth(index)).toContainText(headline)
  expect(await pointedAt!.textContent(), 'a row stays its story’s wherever that goes: a click that began on one is none on another').toContain('丙村收获早稻')
})

test('a story goes to the bin and comes back by undo', async ({ app }) => {
  await write(app, '市场开门迎客')
  await row(app, '市场开门迎客').click({ button: 'right' })
  await app.getByRole('menuitem', { name: '移入回收站' }).click()
  await expect(row(app, '市场开门迎客')).toHaveCount(0)
  await app.getByRole('button', { name: '撤销', exact: true }).last().click()
  await expect(row(app, '市场开门迎客')).toBeVisible()
})

test('deleting for good asks, and only then deletes', async ({ app }) => {
  await write(app, '旧桥今日拆除')
  await list(app).focus()
  await app.keyboard.press('Home')
  await app.keyboard.press('Delete')
  await expect(row(app, '旧桥今日拆除')).toHaveCount(0)

  await app.getByRole('radio', { name: '回收站' }).click()
  await expect(row(app, '旧桥今日拆除')).toBeVisible()
  await row(app, '旧桥今日拆除').click({ button: 'right' })
  await app.getByRole('menuitem', { name: '彻底删除' }).click()
  await app.getByRole('alertdialog').getByRole('button', { name: '取消' }).click()
  await expect(row(app, '旧桥今日拆除')).toBeVisible()

  await list(app).focus()
  await app.keyboard.press('Home')
  await app.keyboard.press('Delete')
  await app.getByRole('alertdialog').getByRole('button', { name: '彻底删除' }).click()
  await expect(app.getByText('回收站是空的。')).toBeVisible()
})

test('the list works from the keyboard alone', async ({ app }) => {
  await write(app, '头条甲')
  await write(app, '头条乙')
  await write(app, '头条丙')
  await list(app).focus()
  await app.keyboard.press('End')
  await expect(row(app, '头条甲')).toHaveAttribute('aria-selected', 'true')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('textbox', { name: '稿件' })).toContainText('头条甲')

  await list(app).focus()
  await app.keyboard.press('Control+a')
  await expect(app.getByText('已选 3 篇')).toBeVisible()
  await app.keyboard.press('Home')
  await app.keyboard.press('Shift+ArrowDown')
  await expect(app.getByText('已选 2 篇')).toBeVisible()
  await app.keyboard.press('Delete')
  await expect(rows(app)).toHaveCount(1)
})

test('a copy of a story is a story of its own', async ({ app }) => {
  await write(app, '水库开闸')
  await row(app, '水库开闸').click({ button: 'right' })
  await app.getByRole('menuitem', { name: '复制一份' }).click()
  await expect(rows(app)).toHaveCount(2)
})
