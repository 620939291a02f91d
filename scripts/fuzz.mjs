#!/usr/bin/env node
import { unitTests } from './checks.mjs'

/** The laws over random sequences of edits; those whose sequences take long try a share of what is asked (`forSeeds`). */
const laws = [
  'src-main/common/suggestions', 'src-main/common/merging', 'src-main/backend/services/final-text', 'src-main/backend/interchange/word/random-stories', 'src-main/typesetting/story/story-data', 'src-renderer/editor/find',
]

/** As many random sequences as asked: `npm run fuzz -- 100000`, from a seed on: `npm run fuzz -- 1 4711`. */
const [count = '20000', seed = '1'] = process.argv.slice(2)
process.env.QINGYANG_FUZZ = count
process.env.QINGYANG_SEED = seed
const { failed } = await unitTests(laws)
process.exitCode = failed > 0 ? 1 : 0
