import { existsSync } from 'node:fs'
import { runQuietly } from './run.mjs'

const toRun = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libnotify4', 'libxss1', 'libatspi2.0-0', 'libsecret-1-0', 'fonts-noto-cjk']
const toRunUnseen = ['xvfb', 'xauth']
const toTest = ['chromium', 'poppler-utils', 'ghostscript', 'qpdf', 'gcc', 'libc6-dev']

const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
const isDebian = () => process.platform === 'linux' && existsSync('/usr/bin/dpkg-query') && existsSync('/usr/bin/apt-get')

/** Packages of Debian or Ubuntu that are missing: `needed` to run the program, and for its `tests`. */
export async function missingSystemPackages() {
  if (!isDebian()) return { needed: [], tests: [] }
  const installed = await installedPackages()
  const isMissing = name => !installed.has(name) && !installed.has(`${name}t64`)
  return { needed: [...toRun, ...hasDisplay ? [] : toRunUnseen].filter(isMissing), tests: toTest.filter(isMissing) }
}

/** Installs what is missing as root or by passwordless sudo; otherwise says the one command to type, and throws when the program cannot run without it. */
export async function installSystemPackages({ needed, tests }, say) {
  const leave = await installLeave()
  if (leave === undefined) {
    say(`These packages of your system are missing. Please run:\n  sudo apt-get install ${[...needed, ...tests].join(' ')}`)
    if (needed.length > 0) throw new Error('The program cannot run without them. Then start it again.')
    return
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const [command, ...before] = [...leave, 'apt-get', '-q']
  await runQuietly(command, [...before, 'update'], { env })
  await runQuietly(command, [...before, 'install', '-y', '--no-install-recommends', ...await availableNames([...needed, ...tests])], { env })
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

/** Newer systems call some libraries `…t64`. */
async function availableNames(names) {
  const known = new Set((await runQuietly('apt-cache', ['pkgnames'])).split('\n'))
  return names.map(name => known.has(`${name}t64`) ? `${name}t64` : name)
}
