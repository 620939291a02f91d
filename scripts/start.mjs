#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureDisplay } from './display.mjs'
import { electronArguments } from './electron.mjs'
import { root, toolEnvironment } from './project.mjs'
import { setUp } from './setup.mjs'

/** Opens the window and waits until it is closed; gives the exit code. Ctrl-C reaches Electron, which saves and quits. */
function open(electron, display) {
  const quiet = display.isVirtual ? ['--log-level=3'] : [] // a machine without a display has no desktop bus either, which Chromium reports at length
  const files = process.argv.slice(2).map(file => file.startsWith('-') ? file : resolve(file))
  const child = spawn(electron.executable, [...electronArguments(), ...quiet, root, ...files], { stdio: 'inherit', env: toolEnvironment(display.environment) })
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => resolve(code ?? 1))
  })
}

try {
  const electron = await setUp()
  await ensureBuilt(console.log)
  const display = await ensureDisplay(console.log)
  console.log(`Opening Qingyang 清样 with ${electron.description}. Close the window or press Ctrl-C to end.`)
  process.exitCode = await open(electron, display)
  display.stop()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
