import { defineConfig } from '@playwright/test'

const report = process.env['QINGYANG_E2E_REPORT']

/** One window at a time: focus, clipboard and the virtual display are shared by all of them. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...report ? [['json', { outputFile: report }] as const] : []],
})
