import { parseArgs } from 'node:util'
import { version } from '../../package.json'
import { checkArguments } from '../common/ipc/arguments'
import type { BackendApi, BackendEvents } from '../common/ipc/contract'
import { AppError } from '../common/ipc/errors'
import { hostLink, type ChildSide } from '../common/ipc/host-link'
import { connect, serve } from '../common/ipc/rpc'
import type { TypesetterApi } from '../common/ipc/typesetter-contract'
import { openingQuery, storiesOfAPage } from '../common/story/story'
import { createBackend, type Backend } from './backend'
import { fileGrants } from './services/files'

const { values } = parseArgs({ options: { library: { type: 'string' }, resources: { type: 'string' } } })
const outsideChangesMilliseconds = 2000
const host = hostLink(process as ChildSide)
const grants = fileGrants()
const typesetter = connect<TypesetterApi>()
let notify: (event: keyof BackendEvents, payload: never) => void = () => undefined // the window's page, the newest connection

const logBug = (error: unknown, where: string) => process.stderr.write(`${new Date().toISOString()} ${where}: ${error instanceof Error ? error.stack : String(error)}\n`)

function emit<E extends keyof BackendEvents>(event: E, payload: BackendEvents[E]): void {
  notify(event, payload as never)
}

/** What is asked from now on waits for the new one; the old one would take it along. */
function restartTypesetter(): void {
  typesetter.detach()
  host.control({ type: 'restart-typesetter' })
}

/** Opens the library, then answers the page and main until main says to quit. */
async function run(): Promise<void> {
  if (!values.library || !values.resources) throw new Error('The backend needs --library and --resources')
  const backend = await createBackend({
    libraryFolder: values.library, resourcesFolder: values.resources, version,
    typesetter, grants, emit, logBug, restartTypesetter,
  })
  let hasPage = false
  host.onPort('page', port => {
    hasPage = true
    notify = serve<BackendApi, BackendEvents>(port, backend.api, checkArguments, logBug)
    opening(backend).then(opened => emit('opened', opened)).catch((error: unknown) => logBug(error, 'opening'))
  })
  host.onControl(message => {
    if (message.type === 'grant') {
      grants.add(message.token, message.path, message.mode)
      host.control({ type: 'granted', token: message.token })
    }
    if (message.type === 'quit') quit(() => backend.close())
  })
  setInterval(backend.noticeOutsideChanges, outsideChangesMilliseconds)
  host.control({ type: 'ready' })
  setImmediate(() => {
    if (!hasPage) opening(backend).catch((error: unknown) => logBug(error, 'reading ahead')) // from a cold disk, while the page is still loading
  })
}

/** What a page shows first. */
async function opening({ api }: Backend): Promise<BackendEvents['opened']> {
  return { settings: await api.library.settings(), stories: await api.stories.list({ ...openingQuery, offset: 0, limit: storiesOfAPage }) }
}

function quit(close: () => void): void {
  try {
    close()
    process.exit(0)
  } catch (error) {
    logBug(error, 'closing the library')
    process.exit(1)
  }
}

host.onPort('typesetter', typesetter.attach)
run().catch((error: unknown) => {
  logBug(error, 'starting')
  const refusal = error instanceof AppError ? error : new AppError('internal', String(error))
  host.control({ type: 'refused', code: refusal.code, message: refusal.message, details: refusal.details })
})
