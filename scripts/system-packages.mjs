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

/** Installs what is missing as root or by passwordless sudo; otherwise says the one command to type, and throws when the program cannot run without it. */
export async function installSystemPackages({ needed, tests }, say) {
  const leave = await installLeave()
  if (leave === undefined) {
    const names = namesKnown([...needed, ...tests], await knownPackages())
    say(`These packages of your system are missing. Please run:\n  sudo apt-get update && sudo apt-get install ${names.join(' ')}`)
    if (needed.length > 0) throw new Error('The program cannot run without them. Then start it again.')
    return
  }
  const [command, ...before] = [...leave, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-o', `DPkg::Lock::Timeout=${lockTimeout}`]
  await runQuietly(command, [...before, 'update'])
  const names = namesKnown([...needed, ...tests], await knownPackages())
  await runQuietly(command, [...before, 'install', '-y', '--no-install-recommends', ...names])
}

/** What to write before a command to run it as root: nothing, `sudo -n`, or undefined when that is not allowed. */
async function installLeave() {
  if (process.getuid?.() === 0) return []
  try {
    await runQuietly('sudo', ['-n', 'true'])
    return ['sudo', '-n']
  } catch {
    return undefined // no sudo here, or it asks for a password
  }
}

async function installedPackages() {
  const lines = await runQuietly('/usr/bin/dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n'])
  return new Set(lines.split('\n').filter(line => line.endsWith(' installed')).map(line => line.split(' ')[0]))
}

const knownPackages = async () => new Set((await runQuietly('apt-cache', ['pkgnames'])).split('\n'))

/** The names under which a system with these `known` packages has them: newer ones call some libraries `…t64`. */
export const namesKnown = (names, known) => names.map(name => known.has(`${name}t64`) ? `${name}t64` : name)
