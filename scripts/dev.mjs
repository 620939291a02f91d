#!/usr/bin/env node
import { ensureDisplay } from './display.mjs'
import { electronArguments } from './electron.mjs'
import { packageScript, projectNode, root, toolEnvironment } from './project.mjs'
import { runHere } from './run.mjs'
import { setUp } from './setup.mjs'

const electron = await setUp()
const display = await ensureDisplay(console.log)
process.exitCode = await runHere(projectNode, [packageScript('electron-vite', 'bin', 'electron-vite.js'), 'dev', '--', ...electronArguments()], {
  cwd: root, env: toolEnvironment({ ...display.environment, ELECTRON_EXEC_PATH: electron.executable }),
})
display.stop()
