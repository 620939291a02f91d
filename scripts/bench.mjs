#!/usr/bin/env node
import { ensureBuilt } from './build.mjs'
import { ensureDisplay } from './display.mjs'
import { inProject, projectNode, toolEnvironment } from './project.mjs'
import { runHere } from './run.mjs'
import { setUp } from './setup.mjs'

/** Sets up and builds, then runs the benchmarks named, or all of them, on the project's Node. */
await setUp()
await ensureBuilt(console.log)
const display = await ensureDisplay(console.log)
try {
  process.exitCode = await runHere(projectNode, [inProject('bench', 'run.mjs'), ...process.argv.slice(2)], { env: toolEnvironment(display.environment) })
} finally {
  display.stop()
}
