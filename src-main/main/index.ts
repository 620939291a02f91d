import { join } from 'node:path'
import { app } from 'electron'
import { confinePages, silenceChromium } from './hardening'
import { logFile } from './log-file'
import { filesAmong } from './opened-files'
import { declarePageProtocol } from './page-protocol'
import type { Places } from './processes'
import { openWorkstation, type Workstation } from './workstation'

const development = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
let workstation: Workstation | undefined
const userData = process.env['QINGYANG_USER_DATA']
if (userData) app.setPath('userData', userData)

silenceChromium(app)
confinePages(app)
declarePageProtocol()
if (app.requestSingleInstanceLock()) void run()
else app.quit()

async function run() {
  let isEnded = false
  const early: string[] = []
  const open = (paths: string[]) => workstation ? workstation.openFiles(paths) : early.push(...paths)

  app.on('second-instance', (_, args, workingFolder) => {
    focus()
    open(filesAmong(args.slice(1), workingFolder))
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open([path])
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', event => {
    if (isEnded || !workstation) return
    event.preventDefault()
    void workstation.end().finally(() => {
      isEnded = true
      app.quit()
    })
  })
  const log = logFile(join(app.getPath('userData'), 'logs', 'main.log'))
  process.on('uncaughtException', error => log.write(error.stack ?? error.message))
  process.on('unhandledRejection', reason => log.write(reason instanceof Error ? reason.stack ?? reason.message : String(reason)))

  workstation = await openWorkstation(places(), development)
  workstation.openFiles([...early, ...filesAmong(process.argv.slice(1), process.cwd())])
}

function places(): Places {
  const userData = app.getPath('userData')
  const resources = app.isPackaged ? join(process.resourcesPath, 'resources') : join(app.getAppPath(), 'resources')
  return { userData, resources, library: join(userData, 'library'), entries: join(app.getAppPath(), 'out', 'main') }
}

function focus() {
  if (!workstation || workstation.window.isDestroyed()) return
  if (workstation.window.isMinimized()) workstation.window.restore()
  workstation.window.show()
  workstation.window.focus()
}
