#!/usr/bin/env node
import { ensureBuilt } from './build.mjs'
import { inProject, projectNode, toolEnvironment } from './project.mjs'
import { runHere } from './run.mjs'
import { setUpCommandLine } from './setup.mjs'

const say = text => console.error(text)

try {
  await setUpCommandLine(say)
  await ensureBuilt(say)
  process.exitCode = await runHere(projectNode, [inProject('out', 'main', 'cli.cjs'), ...process.argv.slice(2)], { env: toolEnvironment() })
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
