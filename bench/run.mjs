import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { benchmarkNames, measure } from './benchmarks.mjs'
import { section, withSections } from './results.mjs'

/** Runs every benchmark named (or all), one after another, and puts what they report into bench/RESULTS.md. */
const file = new URL('RESULTS.md', import.meta.url)

function taken() {
  const processors = cpus()
  return `${new Date().toISOString().slice(0, 10)}, ${processors.length} × ${processors[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}, no GPU, virtual display; Node ${process.versions.node}`
}

const results = []
for (const name of process.argv.length > 2 ? process.argv.slice(2) : benchmarkNames()) {
  console.error(`bench: ${name} …`)
  const result = await measure(name)
  results.push(result)
  writeFileSync(file, withSections(existsSync(file) ? readFileSync(file, 'utf8') : '', [section(result, taken())]))
}
console.log(results.map(result => section(result, taken())).join('\n\n'))
process.exitCode = results.flatMap(result => result.goals ?? []).every(goal => goal.isMet) ? 0 : 1
