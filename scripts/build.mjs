import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, packageScript, projectNode, root, toolEnvironment } from './project.mjs'
import { runQuietly } from './run.mjs'
import { step } from './step.mjs'

const sources = ['src-main', 'src-renderer', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']
const stamp = inProject('out', 'built-from.txt')

/** Builds the program into `out/` unless it is there already, made from the sources as they are. */
export async function ensureBuilt(say) {
  const state = stateOfSources()
  await step(say, 'Building the program (electron-vite build)', () => existsSync(stamp) && readFileSync(stamp, 'utf8') === state, async () => {
    await runQuietly(projectNode, [packageScript('electron-vite', 'bin', 'electron-vite.js'), 'build'], { cwd: root, env: toolEnvironment() })
    writeFileSync(stamp, state)
  })
}

/** How many source files there are and when the newest was written; tests are no part of the program. */
function stateOfSources() {
  const files = sources.flatMap(name => filesUnder(inProject(name))).filter(file => !file.endsWith('.test.ts'))
  const newest = Math.max(...files.map(file => statSync(file).mtimeMs))
  return `${files.length} files, ${new Date(newest).toISOString()}\n`
}

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap(entry => filesUnder(join(path, entry.name)))
}
