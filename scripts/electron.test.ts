import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { assertTrusted } from './electron-fallback.mjs'
import { ensureElectron, type LocatedElectron, type Machine } from './electron.mjs'

const own: LocatedElectron = { executable: '/own/electron', description: 'Electron of node_modules', isFallback: false }
const cached: LocatedElectron = { executable: '/cache/electron', description: 'the development fallback', isFallback: true }
const blocked = async () => { throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ENOTFOUND' } }) }

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'qingyang-electron-')) })
afterEach(() => rmSync(folder, { recursive: true }))

/** A machine on which `found` is there, the download's host answers as `probe` does, and installing leaves an Electron. */
function machine({ found, probe = async () => ({}), environment = {} }: { found?: LocatedElectron, probe?: Machine['probe'], environment?: NodeJS.ProcessEnv }) {
  let there = found
  let time = 0
  const said: string[] = []
  const parts = {
    environment, isFallbackPossible: true, stamp: join(folder, 'cache', 'tried.json'), now: () => time,
    locate: () => there,
    probe: vi.fn(probe),
    install: vi.fn<Machine['install']>(async () => { there = own }),
    fetchFallback: vi.fn(async () => { there = cached }),
    renewLauncher: vi.fn(async () => undefined),
  }
  return { ...parts, parts, said, later: (hours: number) => { time += hours * 3_600_000 }, ensure: () => ensureElectron(text => said.push(text), parts) }
}

it('takes the Electron that is there, and says nothing', async () => {
  const { ensure, said, probe } = machine({ found: own })
  expect(await ensure()).toBe(own)
  expect([said, probe.mock.calls]).toEqual([[], []])
})

it('downloads one where there is none', async () => {
  const { ensure, install, fetchFallback } = machine({})
  expect(await ensure()).toBe(own)
  expect(install).toHaveBeenCalledWith({})
  expect(fetchFallback).not.toHaveBeenCalled()
})

it('falls back where the download is blocked, says so, and tries again once a day', async () => {
  const { ensure, said, probe, later, install } = machine({ probe: blocked })
  expect(await ensure()).toBe(cached)
  expect(said.join('\n')).toContain('github.com: ENOTFOUND')
  expect(said.join('\n')).toContain('never shipped')
  later(1)
  expect(await ensure()).toBe(cached)
  expect(probe).toHaveBeenCalledTimes(1)
  later(24)
  probe.mockResolvedValue({})
  expect(await ensure()).toBe(own)
  expect(install).toHaveBeenCalledTimes(1)
})

it('tries again at once when another mirror is named', async () => {
  const { ensure, parts, probe } = machine({ found: cached, probe: blocked })
  await ensure()
  parts.environment = { ELECTRON_MIRROR: 'https://mirror.example/electron/' }
  await ensure()
  expect(probe.mock.calls).toEqual([['https://github.com/electron/electron/releases/download/'], ['https://mirror.example/electron/']])
})

it('has the installer take the proxy, and asks no host past it', async () => {
  const { ensure, install, probe } = machine({ environment: { HTTPS_PROXY: 'http://proxy.example:8080' } })
  expect(await ensure()).toBe(own)
  expect(install).toHaveBeenCalledWith({ ELECTRON_GET_USE_PROXY: 'true' })
  expect(probe).not.toHaveBeenCalled()
})

it('says that a mirror is no address', async () => {
  const { ensure, said } = machine({ environment: { ELECTRON_MIRROR: 'mirror.example/electron' } })
  expect(await ensure()).toBe(cached)
  expect(said.join('\n')).toContain('mirror.example/electron')
})

it('says that the folder named has no Electron in it', async () => {
  const { ensure, said } = machine({ found: own, environment: { ELECTRON_OVERRIDE_DIST_PATH: folder } })
  expect(await ensure()).toBe(own)
  expect(said).toEqual([`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, where there is no electron: another Electron is used.`])
})

it('advises where there is no fallback', async () => {
  const { parts } = machine({ probe: blocked })
  await expect(ensureElectron(() => undefined, { ...parts, isFallbackPossible: false })).rejects.toThrow('ELECTRON_MIRROR')
})

it('refuses a fallback that is not the pinned file', () => {
  expect(() => assertTrusted(Buffer.from('something else'))).toThrow('is not the file this project trusts: sha512-')
})
