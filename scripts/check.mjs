#!/usr/bin/env node
import { ensureBuilt } from './build.mjs'
import { benchmarks, endToEndTests, lint, typecheck, unitTests } from './checks.mjs'

const checks = { typecheck, lint, unit: unitTests, e2e: builtEndToEndTests, bench: builtBenchmarks }

/** One suite by name, for development: `node scripts/check.mjs unit FILE…`. */
const [name, ...args] = process.argv.slice(2)
const { failed } = await checks[name](args)
process.exitCode = failed > 0 ? 1 : 0

async function builtBenchmarks(names) {
  await ensureBuilt(console.log)
  return benchmarks(names)
}

async function builtEndToEndTests(files) {
  await ensureBuilt(console.log)
  return endToEndTests(files)
}
