import { RuleTester } from 'eslint'
import { resolve } from 'node:path'
import { describe, it } from 'vitest'
import { layers } from './layers.js'

Object.assign(RuleTester, { describe, it })

const inFile = (filename: string, code: string) => ({ filename: resolve(filename), code })
const broken = (filename: string, code: string, why: string) => ({ ...inFile(filename, code), errors: [{ message: `Dependency rule: ${why}` }] })

new RuleTester().run('layers', layers as never, {
  valid: [
    inFile('src-main/backend/services/stories.ts', "import { schema } from '../../common/document/schema'"),
    inFile('src-main/backend/services/stories.test.ts', "import Database from 'better-sqlite3'"),
    inFile('src-renderer/stores/story.ts', "import { useApi } from '../api'"),
    inFile('src-main/backend/database/migrations/001.ts', "import { connect } from '../connection'"),
    inFile('scripts/setup.mjs', "import { readFileSync } from 'node:fs'"),
  ],
  invalid: [
    broken('src-main/common/document/schema.ts', "import { app } from '../../main/index'", 'src-main/common may not import src-main/main'),
    broken('src-main/common/document/schema.ts', "import { join } from 'node:path'", 'src-main/common may not use node:path'),
    broken('src-main/backend/index.ts', "export * from '../typesetting/engine'", 'src-main/backend may not import src-main/typesetting'),
    broken('src-renderer/stores/story.ts', "const load = () => import('../../src-main/backend/backend')", 'src-renderer may not import src-main/backend'),
    broken('src-renderer/components/stories/row.ts', "import { useApi } from '../../api'", 'components ask stores, not the api'),
    broken('src-main/backend/services/stories.ts', "import Database from 'better-sqlite3'", 'services hold no SQL'),
    broken('src-main/backend/database/repositories/stories.ts', "import { rules } from '../../services/stories'", 'repositories hold no rules'),
    broken('src-main/backend/database/migrations/001.ts', "import { schema } from '../../../common/document/schema'", 'a released migration imports no application code'),
  ],
})
