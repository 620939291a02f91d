import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { afterTest, temporaryFolder } from '../testing/temporary-library'
import { watchOwnFolder } from './own-folder'

it('makes the folder, and says once that a template was put into it', async () => {
  const folder = join(temporaryFolder(), 'templates')
  const onChanged = vi.fn<() => void>()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }) // moved on by waiting, however long a busy machine stands still
  afterTest(() => { vi.useRealTimers() })
  afterTest(watchOwnFolder(folder, onChanged, error => { throw error }))
  mkdirSync(join(folder, 'evening'))
  writeFileSync(join(folder, 'evening', 'manifest.json'), '{}')
  writeFileSync(join(folder, 'evening', 'page.typ'), '')
  await vi.waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1), 30_000)
})
