import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { projectNode } from '../scripts/project.mjs'

const shared = new Set(['run.mjs', 'benchmarks.mjs', 'results.mjs', 'statistics.mjs', 'library-of.mjs', 'electron.mjs', 'devtools.mjs', 'press-text.mjs'])
const folder = new URL('.', import.meta.url)
const run = promisify(execFile)

export const benchmarkNames = () => readdirSync(folder).filter(file => file.endsWith('.mjs') && !shared.has(file)).map(file => file.replace('.mjs', '')).sort()

/** Runs one benchmark on the project's Node and gives what it reports; throws what it printed when it fails. `env` is added to its environment. */
export async function measure(name, env = {}) {
  const { stdout } = await run(projectNode, [fileURLToPath(new URL(`${name}.mjs`, folder)), '--json'], { maxBuffer: 1e8, env: { ...process.env, ...env } })
  return { command: `npm run bench:${name}`, ...JSON.parse(stdout.trim().split('\n').at(-1)) }
}
