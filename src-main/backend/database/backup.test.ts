import { fsyncSync, openSync, readdirSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { openTestLibrary, temporaryFolder } from '../testing/temporary-library'
import { backUpDatabase } from './backup'

vi.mock('node:fs', { spy: true })

/** What the disk was told, in its order: which file or folder to write down, and which name to give. */
function told(): string[] {
  const named = new Map<number, string>()
  const [opened, synced, renamed] = [vi.mocked(openSync).mock, vi.mocked(fsyncSync).mock, vi.mocked(renameSync).mock]
  const steps = [
    ...opened.calls.map(([path], call) => ({ order: opened.invocationCallOrder[call]!, say: () => { named.set(opened.results[call]!.value as number, String(path)) } })),
    ...synced.calls.map(([handle], call) => ({ order: synced.invocationCallOrder[call]!, say: () => `sync ${basename(named.get(handle)!)}` })),
    ...renamed.calls.map(([, name], call) => ({ order: renamed.invocationCallOrder[call]!, say: () => `name ${basename(String(name))}` })),
  ]
  return steps.sort((a, b) => a.order - b.order).flatMap(({ say }) => say() ?? [])
}

it('has the copy on the disk before it has its name, and then the name in its folder', async () => {
  const { backend } = await openTestLibrary()
  const file = join(temporaryFolder(), 'library.db')
  for (const each of [openSync, fsyncSync, renameSync]) vi.mocked(each).mockClear()
  await backUpDatabase(backend.library.db, file)
  expect(told()).toEqual(['sync library.db.partial', 'name library.db', ...process.platform === 'win32' ? [] : [`sync ${basename(dirname(file))}`]])
  expect(readdirSync(dirname(file))).toEqual(['library.db'])
})
