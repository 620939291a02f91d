import { execFile } from 'node:child_process'
import { access, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerDialogs, expect, test } from './fixtures/app'
import { childPid, killChild } from './fixtures/children'
import { startCommand } from './fixtures/launch'

async function newStory(app: Page) {
  await app.getByRole('button', { name: '新建稿件' }).first().click()
  const text = app.getByRole('textbox', { name: '稿件', exact: true })
  await text.click()
  return text
}

const saveState = (app: Page) => app.getByRole('status').filter({ hasText: /保存/ })

test('a backend that dies is started again, and what was typed meanwhile is kept', async ({ app, electronApp, restart }) => {
  const text = await newStory(app)
  await app.keyboard.type('临江新桥今日合龙')
  await killChild(electronApp, 'backend')
  await app.keyboard.type('，两岸通车在即')
  await expect(app.getByRole('alert')).toContainText('存稿服务已重启')
  await expect(saveState(app)).toHaveText('已保存')
  await expect(text).toContainText('临江新桥今日合龙，两岸通车在即')

  const again = await restart()
  await again.getByText('无题').first().click()
  await expect(again.getByRole('textbox', { name: '稿件', exact: true })).toContainText('临江新桥今日合龙，两岸通车在即')
})

test('three deaths within a minute stop the restarts, name the log, and a restart by hand brings all back', async ({ app, electronApp, userData }) => {
  await newStory(app)
  await app.keyboard.type('江堤加固完工')
  await expect(saveState(app)).toHaveText('已保存')
  for (let death = 0; death < 3; death++) await killChild(electronApp, 'backend')

  const logFile = join(userData, 'logs', 'backend.log')
  await expect(app.getByRole('alert')).toContainText(logFile)
  expect(await childPid(electronApp, 'backend')).toBeUndefined()
  expect(await readFile(logFile, 'utf8')).toContain('SIGKILL')
  await app.getByRole('textbox', { name: '稿件', exact: true }).press('End')
  await app.keyboard.type('，防汛有备')

  await app.getByRole('alert').getByRole('button', { name: '重新启动' }).click()
  await expect(saveState(app)).toHaveText('已保存')
  await expect(app.getByRole('textbox', { name: '稿件', exact: true })).toContainText('江堤加固完工，防汛有备')
})

test('a typesetter that dies is started again, and the backend goes on', async ({ app, electronApp }) => {
  await expect(app.getByText('共 0 篇')).toBeVisible()
  const backend = await childPid(electronApp, 'backend')
  await killChild(electronApp, 'typesetter')
  await expect(app.getByRole('alert')).toContainText('排版服务')
  await expect.poll(() => childPid(electronApp, 'typesetter')).toBeDefined()
  expect(await childPid(electronApp, 'backend')).toBe(backend)
})

test('a second start focuses the first window and hands its files over', async ({ app, electronApp, userData }) => {
  const pressText = join(userData, 'press.txt')
  await writeFile(pressText, '临江新桥合龙\n2026-11-20 09:30:00 来源:临江日报\n本报讯（记者 沈望舒）临江新桥今日合龙。\n')
  await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.minimize())

  const { executablePath, args, env } = startCommand({ userData, files: [pressText] })
  const code = await new Promise(resolve => execFile(executablePath, args, { env, timeout: 60_000 }, error => resolve(error?.code ?? 0)))
  expect(code).toBe(0)
  await expect.poll(() => electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => window.isMinimized()))).toEqual([false])
  await expect(app.getByRole('dialog')).toContainText('临江新桥合龙')
})

test('closing the window waits for the last keystroke to be saved', async ({ app, restart }) => {
  await newStory(app)
  await app.keyboard.type('末班车上的守夜人')
  const again = await restart()
  await again.getByText('无题').first().click()
  await expect(again.getByRole('textbox', { name: '稿件', exact: true })).toContainText('末班车上的守夜人')
})

test('a window that cannot save asks before it closes', async ({ app, electronApp, workstation }) => {
  await newStory(app)
  for (let death = 0; death < 3; death++) await killChild(electronApp, 'backend')
  await expect(app.getByRole('alert')).toContainText('已不再自动重启')
  await app.getByRole('textbox', { name: '稿件', exact: true }).click()
  await app.keyboard.type('尚未保存')
  await electronApp.evaluate(({ dialog }) => {
    const asked: string[] = (globalThis as unknown as { asked: string[] }).asked = []
    dialog.showMessageBox = async (...args: unknown[]) => {
      asked.push((args.at(-1) as { message: string }).message)
      return { response: 0, checkboxChecked: false }
    }
  })
  await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
  const asked = () => electronApp.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
  await expect.poll(asked).toEqual(['还有改动没有写入磁盘'])
  await expect(app.getByRole('textbox', { name: '稿件', exact: true })).toContainText('尚未保存')
  await answerDialogs(workstation.electron, { button: 1 })
})

test('the window is where it was', async ({ electronApp, restart, workstation, userData }) => {
  const size = () => workstation.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getSize())
  await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setBounds({ x: 60, y: 40, width: 1000, height: 700 }))
  await expect.poll(size).toEqual([1000, 700])
  await restart()
  await access(join(userData, 'window.json'))
  await expect.poll(size).toEqual([1000, 700])
})
