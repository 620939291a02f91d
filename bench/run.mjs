import { execFile } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { promisify } from 'node:util'
import { markdownTable } from './statistics.mjs'

/** Runs every benchmark named (or all), one after another, and writes bench/RESULTS.md. */
const shared = new Set(['run.mjs', 'statistics.mjs', 'library-of.mjs', 'electron.mjs'])
const folder = new URL('.', import.meta.url)
const run = promisify(execFile)

function benchmarks() {
  const chosen = process.argv.slice(2)
  const all = readdirSync(folder).filter(file => file.endsWith('.mjs') && !shared.has(file)).map(file => file.replace('.mjs', ''))
  return chosen.length > 0 ? chosen : all
}

async function measure(name) {
  console.error(`bench: ${name} …`)
  const { stdout } = await run(process.execPath, [new URL(`${name}.mjs`, folder).pathname, '--json'], { maxBuffer: 1e8 })
  return { command: `npm run bench:${name}`, ...JSON.parse(stdout.trim().split('\n').at(-1)) }
}

function section({ name, command, rows, goals = [] }) {
  const goalRows = goals.map(({ goal, value, limit, isMet }) => ({ goal, measured: value, limit, met: isMet ? 'yes' : '**no**' }))
  return [`## ${name}`, `\`${command}\``, markdownTable(rows), ...goalRows.length > 0 ? [markdownTable(goalRows)] : []].join('\n\n')
}

function machine() {
  const processors = cpus()
  return `${processors.length} × ${processors[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}, no GPU, virtual display; `
    + `Node ${process.versions.node}; ${new Date().toISOString().slice(0, 10)}`
}

const results = []
for (const name of benchmarks()) results.push(await measure(name))
const text = `# Benchmark results\n\nWritten by \`npm run bench\`. Machine: ${machine()}.\nTimes are milliseconds unless named otherwise.\n\n${results.map(section).join('\n\n')}\n`
if (process.argv.length === 2) writeFileSync(new URL('RESULTS.md', folder), text)
console.log(text)
process.exitCode = results.flatMap(result => result.goals ?? []).every(goal => goal.isMet) ? 0 : 1
