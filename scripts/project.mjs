import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

export const inProject = (...names) => join(root, ...names)

/** Facts about this checkout that set-up keeps between runs. */
export const stampFolder = inProject('.cache')

/** What is fetched once for every checkout on this machine. */
export const sharedCacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'qingyang')

/** The project's own Node 24, which builds, tests and runs the backend. */
export const projectNode = inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** The environment in which the project's tools find each other and their Node. */
export function toolEnvironment(extra = {}) {
  const separator = process.platform === 'win32' ? ';' : ':'
  return { ...process.env, PATH: [inProject('node_modules', '.bin'), process.env.PATH].join(separator), QINGYANG_NODE: projectNode, ...extra }
}

/** The script of an installed package, to be run with the project's Node. */
export const packageScript = (...names) => inProject('node_modules', ...names)

export const isSetUp = () => existsSync(projectNode)
