import { existsSync, readFileSync } from 'node:fs'
import { hasDisplay } from './display.mjs'
import { runQuietly } from './run.mjs'

const toRun = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libnotify4', 'libxss1', 'libatspi2.0-0', 'libsecret-1-0', 'fonts-noto-cjk']
const toRunUnseen = ['xvfb', 'xauth']
const toTest = ['chromium', 'poppler-utils', 'ghostscript', 'qpdf', 'gcc', 'libc6-dev', 'libreoffice-writer-nogui']
const lockTimeout = 120 // seconds to wait for another installation that is under way

const isDebian = () => process.platform === 'linux' && existsSync('/usr/bin/dpkg-query') && existsSync('/usr/bin/apt-get')

/** Packages of Debian or Ubuntu that are missing: `needed` to run the program, and for its `tests`. */
export async function missingSystemPackages() {
  if (!isDebian()) return { needed: [], tests: [] }
  const installed = await installedPackages()
  return missingAmong(installed, { hasDisplay: hasDisplay(), isUbuntu: readFileSync('/etc/os-release', 'utf8').split('\n').includes('ID=ubuntu') })
}

/** What is missing when these are `installed`. Ubuntu has Chromium as a snap only; just a benchmark compares with it. */
export function missingAmong(installed, { hasDisplay, isUbuntu }) {
  const isMissing = name => !installed.has(name) && !installed.has(`${name}t64`)
  const tests = toTest.filter(name => name !== 'chromium' || !isUbuntu)
  return { needed: [...toRun, ...hasDisplay ? [] : toRunUnseen].filter(isMissing), tests: tests.filter(isMissing) }
}

/** The machine as it is: whether it is root's, and how commands run on it. */
const here = { isRoot: () => process.getuid?.() === 0, run: runQuietly }

/**
 * Installs what is missing as root or by passwordless sudo. Where that cannot be done it says the one command to type and answers false;
 * it throws only when the program cannot run without what is missing.
 */
export async function installSystemPackages({ needed, tests }, say, machine = here) {
  const leave = await installLeave(machine)
  const failure = leave ? await whyNotInstalled([...needed, ...tests], leave, machine) : ''
  if (failure === undefined) return true
  const names = namesKnown([...needed, ...tests], await knownPackages(machine))
  say(`${failure}These packages of your system are missing. Please run:\n  sudo apt-get update && sudo apt-get install ${names.join(' ')}`)
  if (needed.length > 0) throw new Error('The program cannot run without them. Then start it again.')
  say('Only tests and benchmarks need them: going on without.')
  return false
}

async function whyNotInstalled(missing, leave, machine) {
  const [command, ...before] = [...leave, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-o', `DPkg::Lock::Timeout=${lockTimeout}`]
  try {
    await machine.run(command, [...before, 'update'])
    await machine.run(command, [...before, 'install', '-y', '--no-install-recommends', ...namesKnown(missing, await knownPackages(machine))])
    return undefined
  } catch (error) {
    return `${error.message}\n`
  }
}

/** What to write before a command to run it as root: nothing, `sudo -n`, or undefined when that is not allowed. */
async function installLeave({ isRoot, run }) {
  if (isRoot()) return []
  try {
    await run('sudo', ['-n', 'true'])
    return ['sudo', '-n']
  } catch {
    return undefined // no sudo here, or it asks for a password
  }
}

async function installedPackages() {
  const lines = await runQuietly('/usr/bin/dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n'])
  return new Set(lines.split('\n').filter(line => line.endsWith(' installed')).map(line => line.split(' ')[0]))
}

const knownPackages = async ({ run }) => new Set((await run('apt-cache', ['pkgnames'])).split('\n'))

/** The names under which a system with these `known` packages has them: newer ones call some libraries `…t64`. */
export const namesKnown = (names, known) => names.map(name => known.has(`${name}t64`) ? `${name}t64` : name)
