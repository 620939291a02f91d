import { expect, test } from './fixtures/app'

test('the newsroom’s own page format is made, corrected, used for a place, deleted and restored', async ({ app, restart }) => {
  await app.keyboard.press('Control+Shift+P')
  await app.getByRole('combobox', { expanded: true }).fill('版面规格')
  await app.keyboard.press('Enter')
  const dialog = app.getByRole('dialog', { name: '版面规格' })
  await expect(dialog.getByRole('textbox', { name: '名称' })).toBeDisabled()

  await dialog.getByRole('button', { name: '四开小报' }).click()
  await dialog.getByRole('button', { name: '复制一份' }).click()
  const name = dialog.getByRole('textbox', { name: '名称' })
  await name.fill('临江晚报')
  await name.press('Tab')
  await expect(dialog.getByRole('button', { name: '临江晚报' })).toHaveAttribute('aria-current', 'true')

  const characters = dialog.getByRole('spinbutton', { name: '每行字数' })
  await characters.fill('13')
  await characters.press('Tab')
  await expect(dialog.getByRole('alert')).toContainText('版心放不下：6 栏 × 13 字要 263.5 毫米宽，版心宽 235 毫米，每行最多 11 字。')
  const columns = dialog.getByRole('spinbutton', { name: '栏数' })
  await columns.fill('5')
  await columns.press('Tab')
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await expect(dialog.getByText(/^通栏 69 字 × 86 行，满版 5,934 字/)).toBeVisible()
  await dialog.getByRole('combobox', { name: '正文字号' }).selectOption('六号')
  await expect(dialog.getByText(/栏格 182.6 × /)).toBeVisible()
  await dialog.getByRole('button', { name: '关闭' }).first().click()

  const again = await restart()
  await again.getByRole('button', { name: '新建稿件' }).first().click()
  await again.getByRole('tab', { name: '版样', exact: true }).click()
  await again.getByRole('combobox', { name: '版式' }).selectOption('slot')
  await again.getByRole('combobox', { name: '版面规格' }).selectOption('临江晚报')
  await again.getByRole('button', { name: '管理版面规格' }).click()
  const reopened = again.getByRole('dialog', { name: '版面规格' })
  await reopened.getByRole('button', { name: '临江晚报' }).click()
  await reopened.getByRole('button', { name: '删除' }).click()
  await expect(reopened.getByRole('button', { name: '临江晚报' })).toHaveCount(0)
  await reopened.getByRole('button', { name: '恢复' }).click()
  await expect(reopened.getByRole('button', { name: '临江晚报' })).toBeVisible()
})

test('a format is typed whole: trim, type area, gutter, pitch and bleed, each seen on the miniature and kept', async ({ app, restart }) => {
  const open = async (page: typeof app) => {
    await page.keyboard.press('Control+Shift+P')
    await page.getByRole('combobox', { expanded: true }).fill('版面规格')
    await page.keyboard.press('Enter')
    return page.getByRole('dialog', { name: '版面规格' })
  }
  const dialog = await open(app)
  await dialog.getByRole('button', { name: '16 开杂志' }).click()
  await dialog.getByRole('button', { name: '复制一份' }).click()
  const fill = async (name: string, value: string) => {
    const field = dialog.getByRole('spinbutton', { name, exact: true })
    await field.fill(value)
    await field.press('Tab')
  }
  const miniature = dialog.locator('.miniature svg')
  const shape = () => miniature.evaluate(svg => [svg.getAttribute('viewBox'), ...[...svg.querySelectorAll('.type-area, .column')].map(part => ['x', 'y', 'width', 'height'].map(name => part.getAttribute(name)).join(' '))].join('|'))
  const shapes = [await shape()]
  for (const [name, value] of [['成品宽', '220'], ['成品高', '300'], ['版心宽', '180'], ['版心高', '250'], ['栏空', '1.5']] as const) {
    await fill(name, value)
    await expect.poll(shape, name).not.toBe(shapes.at(-1))
    shapes.push(await shape())
  }
  await fill('行距', '9')
  await expect(dialog.getByRole('alert')).toContainText('行距 9 pt 小于字号 10.5 pt')
  await fill('行距', '18')
  await fill('出血', '5')
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await expect(dialog.getByText(/^通栏 45\.5 字 × 40 行/)).toBeVisible()
  await dialog.getByRole('button', { name: '关闭' }).first().click()

  const again = await open(await restart())
  await again.getByRole('button', { name: /16 开杂志（副本）/ }).click()
  for (const [name, value] of [['成品宽', '220'], ['版心高', '250'], ['栏空', '1.5'], ['行距', '18'], ['出血', '5']] as const) {
    await expect(again.getByRole('spinbutton', { name, exact: true })).toHaveValue(value)
  }
})
