import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures/app'
import { run } from './fixtures/commands'
import { killChild } from './fixtures/children'

test('a library that cannot be opened is left alone, and the person told why, before the program ends', async ({ app, electronApp: electron, userData }) => {
  const library = join(userData, 'library')
  const database = join(library, 'library.db')
  const damaged = 'this is not a database\n'.repeat(1_000)
  await expect(app.getByText('共 0 篇')).toBeVisible()
  await electron.evaluate(({ dialog }) => {
    dialog.showMessageBox = (...args: unknown[]) => new Promise(resolve => {
      Object.assign(globalThis, { told: args.at(-1), answer: (response: number) => resolve({ response, checkboxChecked: false }) })
    })
  })
  await Promise.all(['-wal', '-shm'].map(part => rm(database + part, { force: true })))
  await writeFile(database, damaged)
  await killChild(electron, 'backend')

  const told = () => electron.evaluate(() => (globalThis as unknown as { told?: { message: string, detail: string, buttons: string[] } }).told)
  await expect.poll(async () => (await told())?.message).toBe('稿库没有通过检查，可能已损坏')
  const { detail, buttons } = (await told())!
  expect(detail).toContain(library)
  expect(detail).toContain('qingyang verify --repair')
  expect(buttons).toEqual(['重试', '打开所在文件夹', '退出'])

  const ended = new Promise(resolve => electron.process().once('exit', resolve))
  await electron.evaluate(() => (globalThis as unknown as { answer(response: number): void }).answer(2))
  expect(await ended).toBe(1)
  expect(await readFile(database, 'utf8')).toBe(damaged)
})

test('what main says by itself is in the language that was chosen, from the start', async ({ app, restart, workstation, userData }) => {
  await run(app, '英文')
  await expect(app.locator('html')).toHaveAttribute('lang', 'en')
  const again = await restart()
  await expect(again.locator('html')).toHaveAttribute('lang', 'en')
  const { electron } = workstation
  await electron.evaluate(({ dialog }) => {
    dialog.showMessageBox = (...args: unknown[]) => new Promise(() => { Object.assign(globalThis, { told: args.at(-1) }) })
  })
  await Promise.all(['-wal', '-shm'].map(part => rm(join(userData, 'library', `library.db${part}`), { force: true })))
  await writeFile(join(userData, 'library', 'library.db'), 'this is not a database\n'.repeat(1_000))
  await killChild(electron, 'backend')
  await expect.poll(() => electron.evaluate(() => (globalThis as unknown as { told?: { message: string } }).told?.message)).toBe('The library failed its checks and may be damaged')
  electron.process().kill('SIGKILL')
})
