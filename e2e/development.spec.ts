import { join } from 'node:path'
import { _electron } from '@playwright/test'
import vue from '@vitejs/plugin-vue'
import { createServer } from 'vite'
import { expect, test } from './fixtures/app'
import { projectFolder, startCommand } from './fixtures/launch'

test('in development the page comes from its dev server and talks to the same processes', async ({ userData }) => {
  const server = await createServer({
    configFile: false, logLevel: 'warn', root: join(projectFolder, 'src-renderer'), cacheDir: join(userData, 'vite'), plugins: [vue()], server: { port: 0, host: '127.0.0.1' },
  })
  await server.listen()
  const address = server.resolvedUrls!.local[0]!
  const command = startCommand({ userData })
  const electron = await _electron.launch({ ...command, env: { ...command.env, ELECTRON_RENDERER_URL: address } })
  const page = await electron.firstWindow()
  await expect(page.getByText('共 0 篇')).toBeVisible({ timeout: 40_000 })
  expect(page.url()).toBe(`${address}?language=zh-CN`)
  await page.getByRole('button', { name: '新建稿件', exact: true }).first().click()
  await expect(page.getByText('共 1 篇')).toBeVisible()
  expect(await page.evaluate(() => fetch(location.href).then(answer => answer.headers.get('content-security-policy')))).toContain("script-src 'self';")
  await electron.close()
  await server.close()
})
