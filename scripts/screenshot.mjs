#!/usr/bin/env node
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureDisplay } from './display.mjs'
import { electronArguments, locateElectron } from './electron.mjs'
import { launchElectron } from './launch-electron.mjs'
import { inProject, projectNode, root, toolEnvironment } from './project.mjs'

const sample = inProject('resources', 'samples', 'meeting-report.txt')
const picture = inProject('docs', 'screenshot.png')
const size = { width: 1440, height: 900 } // pixels

/** Takes the README's picture from the running program: an empty library, the project's invented sample, its page as a news slot. */
await ensureBuilt(console.log)
const display = await ensureDisplay(console.log)
const userData = await mkdtemp(join(tmpdir(), 'qingyang-screenshot-'))
try {
  const program = await launchElectron({
    executablePath: locateElectron().executable,
    args: [...electronArguments(), '--lang=zh-CN', root, sample],
    env: toolEnvironment({ ...display.environment, QINGYANG_USER_DATA: userData, QINGYANG_NODE: projectNode, LANGUAGE: 'zh_CN' }),
  })
  await program.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0].setContentSize(width, height), size)
  await show(await program.firstWindow())
  await program.close()
  console.log(`Wrote ${picture}`)
} finally {
  await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  display.stop()
}

/** Takes the sample into the library, opens its page and waits until everything is drawn and saved. */
async function show(page) {
  await page.getByRole('button', { name: '入库' }).click()
  await page.getByRole('tab', { name: '版样', exact: true }).click()
  await page.getByRole('combobox', { name: '版式' }).selectOption('slot')
  await page.getByRole('img', { name: /^第 1 页/ }).waitFor()
  await page.getByRole('status').filter({ hasText: /^已保存$/ }).first().waitFor()
  await page.getByRole('textbox', { name: '稿件', exact: true }).locator('p:not([data-deck])').first().click()
  await page.waitForTimeout(1500) // what follows a click a moment later: counts, fit, the caret's place
  await page.screenshot({ path: picture })
}
