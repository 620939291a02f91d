import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from './fixtures/app'
import { beginStory, storyText, waitUntilSaved } from './fixtures/story-text'

test('what the disk refuses is said with the reason, stays, and is saved when asked again', async ({ app, restart, userData }) => {
  await beginStory(app)
  await app.keyboard.type('江水上涨')
  await waitUntilSaved(app)
  const other = new Database(join(userData, 'library', 'library.db')) // another program that does not let go of the file
  other.exec('BEGIN IMMEDIATE')
  await app.keyboard.type('三米')
  const status = app.getByRole('status').filter({ hasText: '未保存：' })
  await expect(status).toContainText('磁盘拒绝写入', { timeout: 30_000 })
  await expect(storyText(app).headline).toHaveText(['江水上涨三米'])
  other.exec('ROLLBACK')
  other.close()
  await app.getByRole('button', { name: '重试' }).click()
  await expect(app.getByRole('status').filter({ hasText: /^已保存$/ }).first()).toBeVisible({ timeout: 30_000 })
  const again = await restart()
  await again.getByRole('option').filter({ hasText: '江水上涨三米' }).dblclick()
  await expect(storyText(again).headline).toHaveText(['江水上涨三米'])
})
