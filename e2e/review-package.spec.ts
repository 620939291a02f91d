import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerDialogs, expect, test } from './fixtures/app'
import { run } from './fixtures/commands'
import { launch } from './fixtures/launch'
import { sitDown } from './fixtures/people'
import { beginStory, storyText, waitUntilSaved } from './fixtures/story-text'

async function endOfBody(app: Page) {
  await storyText(app).paragraphs.last().click()
  await app.keyboard.press('End')
}

test('a story goes to another person’s library and comes back with their suggestions; a damaged package changes nothing', async ({ app, electronApp, userData }) => {
  const [out, back, damaged] = ['out', 'back', 'damaged'].map(name => join(userData, `${name}.qingyang`)) as [string, string, string]
  await beginStory(app)
  await app.keyboard.type('江水上涨')
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.type('三人受伤。')
  await sitDown(app, '周编')
  await waitUntilSaved(app)
  await answerDialogs(electronApp, { save: out })
  await run(app, '交给他人修改…')
  await expect(app.getByText('审稿包已存为“out.qingyang”').first()).toBeVisible()

  const elsewhere = await mkdtemp(join(tmpdir(), 'qingyang-e2e-other-'))
  const other = await launch({ userData: elsewhere })
  try {
    const page = await other.firstWindow()
    await page.getByRole('main').waitFor()
    await sitDown(page, '钱校')
    await answerDialogs(other, { open: [out] })
    await run(page, '打开审稿包…')
    await expect(page.getByText('已收下 周编 交来的稿件').first()).toBeVisible()
    await expect(storyText(page).headline).toHaveText('江水上涨')
    await endOfBody(page)
    await page.keyboard.type('无人死亡。')
    await expect(storyText(page).paragraphs.last().locator('ins')).toHaveText('无人死亡。')
    await waitUntilSaved(page)
    await answerDialogs(other, { save: back })
    await run(page, '交给他人修改…')
    await expect(page.getByText('审稿包已存为“back.qingyang”').first()).toBeVisible()
  } finally {
    await other.close()
    await rm(elsewhere, { recursive: true, force: true, maxRetries: 5 })
  }

  await writeFile(damaged, '不是审稿包')
  await answerDialogs(electronApp, { open: [damaged] })
  await run(app, '打开审稿包…')
  await expect(app.getByText('“damaged.qingyang”不是完好的审稿包').first()).toBeVisible()
  await expect(storyText(app).paragraphs.last()).toHaveText('三人受伤。')

  await answerDialogs(electronApp, { open: [back] })
  await run(app, '打开审稿包…')
  await expect(app.getByText('已并入 钱校 的改动：修订 1 处，批注 0 条。').first()).toBeVisible()
  await expect(storyText(app).paragraphs.last().locator('ins')).toHaveText('无人死亡。')
  await app.getByRole('tab', { name: '修订' }).click()
  await expect(app.getByRole('region', { name: '修订列表' })).toContainText('钱校')
})
