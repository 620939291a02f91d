import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { electronArguments, locateElectron } from '../scripts/electron.mjs'
import { launchElectron } from '../scripts/launch-electron.mjs'
import { projectNode } from '../scripts/project.mjs'

export const projectFolder = resolve(import.meta.dirname, '..')

export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `qingyang-${name}-`))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** What starts `application` (a folder or file) in the project's Electron; the same for everything that is compared. */
function startCommand(application, env) {
  return { executablePath: locateElectron().executable, args: [...electronArguments(), application], env: { ...process.env, QINGYANG_NODE: projectNode, ...env } }
}

/** Starts `application` under Playwright. */
export const launch = (application, env = {}) => launchElectron(startCommand(application, env))

/** Starts `application` as a person with a Chinese system does, to be reached with `attachToPage`. */
export function start(application, env = {}) {
  const command = startCommand(application, { LANGUAGE: 'zh_CN', ...env })
  return spawn(command.executablePath, ['--remote-debugging-port=0', '--lang=zh-CN', ...command.args], { env: command.env, stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Our program on its own user data folder. */
export const launchQingyang = userData => launch(projectFolder, { QINGYANG_USER_DATA: userData })
export const startQingyang = userData => start(projectFolder, { QINGYANG_USER_DATA: userData })

/** An application that opens one window on an empty page and does nothing else: what Electron itself costs. */
export function emptyApplication(folder) {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }))
  writeFileSync(join(folder, 'empty.html'), '<!doctype html><meta charset="utf-8"><title>empty</title><main>empty</main>')
  writeFileSync(join(folder, 'main.cjs'), `
    const { app, BrowserWindow } = require('electron')
    app.setPath('userData', ${JSON.stringify(join(folder, 'user-data'))})
    app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile(require('node:path').join(__dirname, 'empty.html')))
    app.on('window-all-closed', () => app.quit())`)
  return folder
}
