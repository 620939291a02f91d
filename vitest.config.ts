import { defineConfig } from 'vitest/config'

/** Tests set real pages and start real processes: a busy machine may take its time, only a hang is a failure. */
const patience = 120_000 // milliseconds

export default defineConfig({
  test: {
    include: ['src-main/**/*.test.ts', 'src-renderer/**/*.test.ts', 'scripts/**/*.test.ts'],
    provide: { sequences: Number(process.env.QINGYANG_FUZZ ?? 2000), firstSeed: Number(process.env.QINGYANG_SEED ?? 1) },
    testTimeout: patience, hookTimeout: patience, pool: 'forks', maxWorkers: 2,
  },
})
