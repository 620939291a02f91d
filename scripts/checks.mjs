import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { ensureDisplay } from './display.mjs'
import { inProject, packageScript, projectNode, root, toolEnvironment } from './project.mjs'
import { runHere } from './run.mjs'

const reports = inProject('test-results', 'reports')

/** One tsconfig per runtime. */
export const typeConfigs = ['src-main/common', 'src-main/main', 'src-main/preload', 'src-main/backend', 'src-main/typesetting', 'src-renderer', 'e2e']

const tool = (path, args, environment) => runHere(projectNode, [packageScript(...path), ...args], { cwd: root, env: toolEnvironment(environment) })

/** What a suite came to. */
const outcome = (suite, passed, failed, skipped = 0) => ({ suite, passed, failed, skipped })

/** Type checks every runtime by its own configuration. */
export async function typecheck() {
  let failed = 0
  for (const folder of typeConfigs) {
    const known = inProject('node_modules', '.cache', 'types', `${folder.replaceAll('/', '-')}.json`) // what was found last time: only what changed is checked again
    if (await tool(['vue-tsc', 'bin', 'vue-tsc.js'], ['-p', inProject(folder, 'tsconfig.json'), '--incremental', '--tsBuildInfoFile', known]) === 0) continue
    console.log(`Type check of ${folder} failed`)
    failed++
  }
  return outcome('typecheck', typeConfigs.length - failed, failed)
}

export async function lint() {
  const isClean = await tool(['eslint', 'bin', 'eslint.js'], ['.']) === 0
  return outcome('lint', isClean ? 1 : 0, isClean ? 0 : 1)
}

/** Unit tests on the project's Node; `args` may name files. */
export async function unitTests(args = []) {
  const report = await newReport('unit.json')
  const code = await tool(['vitest', 'vitest.mjs'], ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args])
  const result = readReport(report)
  return counted('unit', code, result && {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0).length,
    skipped: result.numPendingTests + result.numTodoTests,
  })
}

/** Tests of whole tasks in a real Electron; `args` may name files. */
export async function endToEndTests(args = []) {
  const report = await newReport('e2e.json')
  const code = await tool(['@playwright', 'test', 'cli.js'], ['test', ...args], { QINGYANG_E2E_REPORT: report })
  const stats = readReport(report)?.stats
  return counted('e2e', code, stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped })
}

/** Every benchmark still starts, runs with little of everything, and reports; how fast is not looked at. Without Chromium there is nothing to compare the export with. */
export async function benchmarks(names = []) {
  const { benchmarkNames, measure } = await import('../bench/benchmarks.mjs')
  const all = names.length > 0 ? names : benchmarkNames()
  const chosen = all.filter(name => name !== 'export' || existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium'))
  const display = await ensureDisplay(console.log)
  let failed = 0
  for (const name of chosen) {
    const began = Date.now()
    const failure = await measure(name, toolEnvironment({ ...display.environment, QINGYANG_BENCH_SMOKE: '1' })).then(({ rows }) => rows.length > 0 ? '' : 'it reports nothing', error => error.message)
    console.log(`${failure ? `Benchmark ${name} fails: ${failure}` : name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
    if (failure) failed++
  }
  display.stop()
  return outcome('bench', chosen.length - failed, failed, all.length - chosen.length)
}

/** A suite that broke, or in which nothing ran, has failed. */
function counted(suite, code, { passed, failed, skipped } = { passed: 0, failed: 0, skipped: 0 }) {
  const hasFailed = code !== 0 || passed === 0
  return outcome(suite, passed, hasFailed ? Math.max(failed, 1) : failed, skipped)
}

async function newReport(name) {
  await mkdir(reports, { recursive: true })
  await rm(`${reports}/${name}`, { force: true })
  return `${reports}/${name}`
}

const readReport = report => existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
