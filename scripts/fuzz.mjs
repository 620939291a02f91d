#!/usr/bin/env node
import { unitTests } from './checks.mjs'

/** The laws of suggested changes and of copies that meet over as many random sequences as asked: `npm run fuzz -- 100000`, from a seed on: `npm run fuzz -- 1 4711`. */
const [count = '20000', seed = '1'] = process.argv.slice(2)
process.env.QINGYANG_FUZZ = count
process.env.QINGYANG_SEED = seed
const { failed } = await unitTests(['src-main/common/suggestions/law.test.ts', 'src-main/common/merging/meetings.test.ts'])
process.exitCode = failed > 0 ? 1 : 0
