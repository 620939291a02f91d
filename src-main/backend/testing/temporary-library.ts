import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { BackendEvents } from '../../common/ipc/contract'
import { connect } from '../../common/ipc/rpc'
import type { TypesetterApi } from '../../common/ipc/typesetter-contract'
import type { StoryQuery } from '../../common/story/story'
import { openBackend, type Backend } from '../backend'
import { fileGrants } from '../services/files'

const folders: string[] = []
const closers: (() => void)[] = []

afterEach(() => {
  closers.splice(0).reverse().forEach(close => close())
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder of the running test's own, gone after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qingyang-test-'))
  folders.push(folder)
  return folder
}

/** Runs `close` after the test, before its folders go. */
export function afterTest(close: () => void): void {
  closers.push(close)
}

export interface TestLibrary {
  backend: Backend
  folder: string
  grants: ReturnType<typeof fileGrants>
  events: { event: keyof BackendEvents, payload: BackendEvents[keyof BackendEvents] }[]
  bugs: unknown[]
}

/** The real backend on a library of its own (or the one in `folder`); closed after the test. */
export async function openTestLibrary(folder = temporaryFolder()): Promise<TestLibrary> {
  const grants = fileGrants()
  const events: TestLibrary['events'] = []
  const bugs: unknown[] = []
  const backend = await openBackend(folder, {
    resourcesFolder: 'resources', version: '0', person: '林编辑', lockWait: 0, grants,
    typesetter: connect<TypesetterApi>(), restartTypesetter: () => undefined,
    emit: (event, payload) => { events.push({ event, payload }) }, logBug: error => { bugs.push(error) },
  })
  let isOpen = true
  const close = backend.close
  backend.close = () => {
    if (isOpen) close()
    isOpen = false
  }
  afterTest(backend.close)
  return { backend, folder, grants, events, bugs }
}

export const allStories: StoryQuery = {
  where: 'desk', filter: '', kind: null, stage: null, sort: 'updatedAt', descending: true, offset: 0, limit: 500,
}
