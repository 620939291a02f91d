import { existsSync, readFileSync } from 'node:fs'
import { rm, symlink } from 'node:fs/promises'
import { inProject, packageScript, projectNode, root } from './project.mjs'
import { runQuietly } from './run.mjs'

/** Whether node_modules holds what package-lock.json asks for. */
export function areDependenciesInstalled() {
  const installed = packagesOf(inProject('node_modules', '.package-lock.json'))
  const wanted = packagesOf(inProject('package-lock.json'))
  return existsSync(projectNode) && Object.entries(wanted).every(([path, { version, optional }]) =>
    path === '' || optional || installed[path]?.version === version)
}

/** Installs them without their install scripts, then runs the only one needed: the one that fetches the project's own Node. */
export async function installDependencies() {
  await runQuietly('npm', ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], { cwd: root, ...npmOptions() })
  await runQuietly(process.execPath, ['installArchSpecificPackage.js'], { cwd: packageScript('node'), ...npmOptions() })
}

/** Commands npm does not link by itself here: the project's own, and the Node whose install script ran late. */
const links = { qingyang: '../../scripts/qingyang.mjs', node: '../node/bin/node' }
const linkNamed = name => inProject('node_modules', '.bin', name)

/** Whether `npx qingyang` and the project's Node are found in node_modules/.bin. */
export function areCommandsLinked() {
  return process.platform === 'win32' || Object.keys(links).every(name => existsSync(linkNamed(name)))
}

export async function linkCommands() {
  for (const [name, target] of Object.entries(links)) {
    await rm(linkNamed(name), { force: true })
    await symlink(target, linkNamed(name))
  }
}

function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {}
}

/** npm passes its own settings on in `npm_…` variables, of which those that name a folder would mislead the inner npm. */
function npmOptions() {
  const misleading = /^npm_(config_(local_prefix|prefix|global)|package_|lifecycle_)/
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !misleading.test(name)))
  return { env, shell: process.platform === 'win32' }
}
