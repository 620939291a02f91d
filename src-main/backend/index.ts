import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { version } from '../../package.json'
import type { BackendApi, BackendEvents } from '../common/ipc/contract'
import { AppError } from '../common/ipc/errors'
import { hostLink, type ChildSide } from '../common/ipc/host-link'
import { connect, notifier, serve, type Notify } from '../common/ipc/rpc'
import type { TypesetterApi } from '../common/ipc/typesetter-contract'
import { openLibrary, type OpenedLibrary } from './database/open'
import { firstLook } from './first-look'
import { fileGrants } from './services/files'

const { values } = parseArgs({ options: { library: { type: 'string' }, resources: { type: 'string' } } })
const outsideChangesMilliseconds = 2000
const longestWaitForPage = 500 // milliseconds until the rest is loaded although no page has come
const firstPaintMilliseconds = 100 // for which a page has the processor to itself once it has what it shows first
const host = hostLink(process as ChildSide)
const grants = fileGrants()
const typesetter = connect<TypesetterApi>()
let notify: Notify<BackendEvents> = () => undefined // the window's page, the newest connection

const logBug = (error: unknown, where: string) => process.stderr.write(`${new Date().toISOString()} ${where}: ${error instanceof Error ? error.stack : String(error)}\n`)

/** What is asked from now on waits for the new one; the old one would take it along. */
function restartTypesetter(): void {
  typesetter.detach()
  host.control({ type: 'restart-typesetter' })
}

/** Opens the library and sends a page what it shows first. Everything else is loaded while that is painted: what is asked meanwhile waits for it. */
async function run(): Promise<void> {
  if (!values.library || !values.resources) throw new Error('The backend needs --library and --resources')
  const library = await openLibrary(values.library)
  const look = firstLook(library.db)
  let hasPage = false
  let tellPageCame = () => {}
  const pageCame = new Promise<void>(resolve => { tellPageCame = resolve })
  const whole = Promise.race([pageCame.then(() => setTimeout(firstPaintMilliseconds)), setTimeout(longestWaitForPage)])
    .then(() => openServices(library, values.resources!))

  /** A library that cannot be read is no reason not to open it: the page asks again, and is told. */
  function seen(): BackendEvents['opened'] | undefined {
    try {
      return look()
    } catch (error) {
      logBug(error, 'reading what a page shows first')
      return undefined
    }
  }

  host.onPort('page', port => {
    hasPage = true
    notify = notifier(port)
    const opened = seen()
    if (opened) notify('opened', opened)
    tellPageCame()
    whole.then(({ api, checkArguments }) => serve<BackendApi, BackendEvents>(port, api, checkArguments, logBug)).catch(() => undefined) // said below
  })
  if (!hasPage) seen() // from a cold disk, while the page is still loading
  await whole
}

/** Puts the services together, and lets main end them. */
async function openServices(library: OpenedLibrary, resourcesFolder: string) {
  const [{ createBackend }, { checkArguments }] = await Promise.all([import('./backend'), import('../common/ipc/arguments')])
  const backend = createBackend(library, { resourcesFolder, version, typesetter, grants, emit: (event, payload) => notify(event, payload), logBug, restartTypesetter })
  host.onControl(message => {
    if (message.type === 'grant') {
      grants.add(message.token, message.path, message.mode)
      host.control({ type: 'granted', token: message.token })
    }
    if (message.type === 'quit') quit(() => backend.close())
  })
  setInterval(backend.noticeOutsideChanges, outsideChangesMilliseconds)
  host.control({ type: 'ready' })
  return { api: backend.api, checkArguments }
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
