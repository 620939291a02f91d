import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures/app'
import { elsewhere, openPackage, sendPackage } from './fixtures/packages'
import { nameYourself, sitDown } from './fixtures/people'
import { beginStory, endOfBody, storyText, waitUntilSaved } from './fixtures/story-text'

test('a story goes to another person’s library, where who changes it is asked first, and comes back with their suggestions; a damaged package changes nothing', async ({ app, electronApp, userData }) => {
  const [out, back, damaged] = ['out', 'back', 'damaged'].map(name => join(userData, `${name}.qingyang`)) as [string, string, string]
  const here = { page: app, electron: electronApp }
  await beginStory(app)
  await app.keyboard.type('江水上涨')
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.type('三人受伤。')
  await sitDown(app, '周编')
  await sendPackage(here, out)

  await elsewhere(async other => {
    const { page } = other
    const { text, headline, paragraphs } = storyText(page)
    await openPackage(other, out, '已收下 周编 交来的稿件')
    await expect(headline).toHaveText('江水上涨')
    await expect(text).toHaveAttribute('contenteditable', 'false')
    await expect(page.getByRole('note').filter({ hasText: '还没有写明是谁在改' })).toBeVisible()
    await nameYourself(page, '钱校')
    await expect(text).toHaveAttribute('contenteditable', 'true')
    await endOfBody(page)
    await page.keyboard.type('无人死亡。')
    await expect(paragraphs.last().locator('ins')).toHaveText('无人死亡。')
    await sendPackage(other, back)
  })

  await writeFile(damaged, '不是审稿包')
  await openPackage(here, damaged, '“damaged.qingyang”不是完好的审稿包')
  await expect(storyText(app).paragraphs.last()).toHaveText('三人受伤。')

  await openPackage(here, back, '已并入 钱校 的改动：修订 1 处，批注 0 条。')
  await expect(storyText(app).paragraphs.last().locator('ins')).toHaveText('无人死亡。')
  await app.getByRole('tab', { name: '修订' }).click()
  await expect(app.getByRole('region', { name: '修订列表' })).toContainText('钱校')
})

test('a story that came to be read stays as it came, whoever is at the desk; suggestions can be left off on purpose', async ({ app, electronApp, userData }) => {
  const [toRead, toChange] = ['read', 'change'].map(name => join(userData, `${name}.qingyang`)) as [string, string]
  await beginStory(app)
  await app.keyboard.type('江水上涨')
  await sitDown(app, '周编')
  await sendPackage({ page: app, electron: electronApp }, toRead, '交给他人阅读…')

  await elsewhere(async other => {
    const { page } = other
    const { text, headline } = storyText(page)
    await openPackage(other, toRead, '已收下 周编 交来的稿件，只供阅读。')
    for (const name of [undefined, '周编', '钱校']) {
      if (name) await sitDown(page, name)
      await expect(page.getByRole('note').filter({ hasText: '这篇稿件只供阅读' })).toBeVisible()
      await expect(page.getByRole('button', { name: '由我接手' })).toHaveCount(0)
      await expect(text).toHaveAttribute('contenteditable', 'false')
    }
    await expect(headline).toHaveText('江水上涨')
  })

  await sendPackage({ page: app, electron: electronApp }, toChange)
  await elsewhere(async other => {
    const { page } = other
    await openPackage(other, toChange, '已收下 周编 交来的稿件')
    await page.getByRole('button', { name: '取消' }).click()
    await page.getByRole('button', { name: '关闭修订，改动不留痕' }).click()
    await expect(storyText(page).text).toHaveAttribute('contenteditable', 'true')
    await storyText(page).headline.click()
    await page.keyboard.press('End')
    await page.keyboard.type('三米')
    await expect(storyText(page).headline).toHaveText('江水上涨三米')
    await waitUntilSaved(page)
  })
})
