import { app, session, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import type { ProcessName } from '../common/ipc/contract'
import { closeWhenSaved } from './closing'
import { grantRegister } from './grants'
import { confineSession } from './hardening'
import { tellLibraryRefusal } from './library-refusal'
import { logFile } from './log-file'
import { mainWindow } from './main-window'
import { nativeTexts } from './native-texts'
import { pageLink, type PageLink } from './page-link'
import { reviveCrashedPage } from './page-crash'
import { pageAddress, servePage } from './page-protocol'
import { processes, type Places } from './processes'
import { shellApi } from './shell-api'
import { systemLanguage } from './system-language'
import { keepLanguage, keptLanguage } from './window-state'

export interface Workstation {
  window: BrowserWindow
  openFiles(paths: string[]): void
  end(): Promise<void>
}

/** Puts window, page, backend and typesetter together once Electron is ready. `development` is the address of the page's dev server. */
export async function openWorkstation(places: Places, development: string | undefined): Promise<Workstation> {
  const address = development ?? pageAddress
  const log = logFile(join(places.userData, 'logs', 'main.log'))
  const grants = grantRegister(grant => children.backend.process?.control(grant))
  const unopened: string[] = []
  const stateFile = join(places.userData, 'window.json')
  const texts = () => nativeTexts(keptLanguage(stateFile) ?? systemLanguage())
  let link: PageLink | undefined = undefined // until Electron is ready

  const children = processes({
    places,
    grants: () => grants,
    onState: (name, state, logFile) => link?.emit('process-changed', { name, state, logFile }),
    onBackendStarted: backend => link?.connectBackend(backend),
    onRefused(refusal, logFile) {
      void app.whenReady().then(() => tellLibraryRefusal(texts(), refusal, { folder: places.library, logFile }, () => children.backend.restart()))
    },
  })

  await app.whenReady()
  confineSession(session.defaultSession, development)
  servePage(join(app.getAppPath(), 'out', 'renderer'))
  const window = mainWindow({ preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'), stateFile, isDevelopment: development !== undefined })
  const closing = closeWhenSaved(window, texts, () => {
    link?.emit('closing', {})
    return link?.isLoaded === true
  }, () => children.backend.state !== 'stopped')
  link = pageLink({
    window,
    address,
    backend: () => children.backend.process,
    api: shellApi({
      window,
      library: places.library,
      grants,
      setLanguage: language => keepLanguage(stateFile, language),
      chooseCommand: command => link?.emit('command-chosen', { command }),
      restartProcess: name => children[name].restart(),
      readyToClose: closing.answered,
    }),
    onLoaded() {
      tellWhatIsNotRunning()
      openFiles(unopened.splice(0))
    },
    logBug: (error, path) => log.write(`${path}: ${error instanceof Error ? error.stack : String(error)}`),
  })
  reviveCrashedPage(window, texts, log)

  function tellWhatIsNotRunning() {
    for (const name of ['backend', 'typesetter'] satisfies ProcessName[]) {
      const { state } = children[name]
      if (state !== 'running') link?.emit('process-changed', { name, state, logFile: children.logFiles[name] })
    }
  }

  function openFiles(paths: string[]) {
    if (paths.length === 0) return
    if (link?.isLoaded) void Promise.all(paths.map(path => grants.give(path, 'read'))).then(given => link?.emit('files-opened', given))
    else unopened.push(...paths)
  }

  void window.loadURL(`${address}?language=${keptLanguage(stateFile) ?? systemLanguage()}`)
  children.start() // the window's own process begins meanwhile
  return { window, openFiles, end: children.end }
}
