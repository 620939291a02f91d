import { defineConfig } from '@playwright/test'
import { hasDisplay } from './scripts/display.mjs'

const report = process.env['QINGYANG_E2E_REPORT']

/** One window at a time on a display, whose focus and clipboard all windows share; two where each worker has a virtual display of its own (`e2e/fixtures/display.ts`). */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  workers: hasDisplay() ? 1 : 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 240_000, // a busy machine may take its time, only a hang is a failure
  expect: { timeout: 20_000 },
  reporter: [['list'], ...report ? [['json', { outputFile: report }] as const] : []],
})
