#!/usr/bin/env node
import { ensureBuilt } from './build.mjs'
import { benchmarks, endToEndTests, lint, typecheck, unitTests } from './checks.mjs'
import { closingLines } from './summary.mjs'
import { setUp } from './setup.mjs'

const broken = suite => ({ suite, passed: 0, failed: 1, skipped: 0 })

/** Runs a suite to its end whatever happens in it; one that throws has failed. */
async function run(suite, work) {
  const began = Date.now()
  console.log(`\n── ${suite}`)
  const result = await work().catch(error => {
    console.error(error.message)
    return broken(suite)
  })
  return { ...result, seconds: ((Date.now() - began) / 1000).toFixed(1) }
}

async function build() {
  await ensureBuilt(console.log)
  return { suite: 'build', passed: 0, failed: 0, skipped: 0 }
}

function print(results) {
  console.log('\nsuite        passed  failed  skipped  seconds')
  for (const { suite, passed, failed, skipped, seconds } of results) {
    console.log(`${suite.padEnd(12)}${[passed, failed].map(number => String(number).padStart(7)).join(' ')} ${String(skipped).padStart(8)} ${seconds.padStart(8)}`)
  }
  console.log(`\n${closingLines(results).join('\n')}`)
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0
}

const began = Date.now()
const setup = await run('setup', async () => {
  const electron = await setUp()
  console.log(`The tests run in ${electron.description}.`)
  return { suite: 'setup', passed: 0, failed: 0, skipped: 0 }
})
if (setup.failed) print([setup])
else {
  const results = [setup]
  for (const [suite, work] of Object.entries({ typecheck, lint, build, unit: unitTests, e2e: endToEndTests, bench: benchmarks })) results.push(await run(suite, () => work()))
  console.log(`\nAll of it took ${((Date.now() - began) / 1000).toFixed(0)} s`)
  print(results)
}
