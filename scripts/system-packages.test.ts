import { expect, it } from 'vitest'
import { installSystemPackages, missingAmong, namesKnown } from './system-packages.mjs'

it('asks a bare machine for all that the program and its tests need', () => {
  const { needed, tests } = missingAmong(new Set(), { hasDisplay: false, isUbuntu: false })
  expect(needed.sort()).toEqual(['fonts-noto-cjk', 'libasound2', 'libatspi2.0-0', 'libgbm1', 'libgtk-3-0', 'libnotify4', 'libnss3', 'libsecret-1-0', 'libxss1', 'xauth', 'xvfb'])
  expect(tests.sort()).toEqual(['chromium', 'gcc', 'ghostscript', 'libc6-dev', 'libreoffice-writer-nogui', 'poppler-utils', 'qpdf'])
})

it('wants no virtual display beside a real one, and no Chromium of Ubuntu, which has no package of it', () => {
  const { needed, tests } = missingAmong(new Set(['libnss3']), { hasDisplay: true, isUbuntu: true })
  expect(needed).not.toContain('xvfb')
  expect(needed).not.toContain('libnss3')
  expect(tests).not.toContain('chromium')
})

it('knows the libraries that newer systems call t64', () => {
  const { needed } = missingAmong(new Set(['libasound2t64']), { hasDisplay: true, isUbuntu: true })
  expect(needed).not.toContain('libasound2')
  expect(namesKnown(['libgtk-3-0', 'libnss3'], new Set(['libgtk-3-0t64', 'libnss3']))).toEqual(['libgtk-3-0t64', 'libnss3'])
})

/** A machine where commands matching `fails` end badly; notes what was run and said. */
function machine(isRoot: boolean, fails = /^$/) {
  const [ran, said]: [string[], string[]] = [[], []]
  const run = async (command: string, args: string[]) => {
    ran.push([command, ...args].join(' '))
    if (fails.test(ran.at(-1)!)) throw new Error(`${command} failed`)
    return command === 'apt-cache' ? 'xvfb\nqpdf' : ''
  }
  return { ran, said, install: (missing: { needed: string[], tests: string[] }) => installSystemPackages(missing, (text: string) => said.push(text), { isRoot: () => isRoot, run }) }
}
const installs = (ran: string[]) => ran.filter(line => line.includes(' install '))

it('installs as root, or by sudo that asks for no password', async () => {
  const root = machine(true)
  expect(await root.install({ needed: ['xvfb'], tests: ['qpdf'] })).toBe(true)
  expect(installs(root.ran)).toEqual([expect.stringMatching(/^env DEBIAN_FRONTEND=noninteractive apt-get .* xvfb qpdf$/)])
  const user = machine(false)
  expect(await user.install({ needed: ['xvfb'], tests: [] })).toBe(true)
  expect(installs(user.ran)).toEqual([expect.stringMatching(/^sudo -n env /)])
})

it('says the command where it may not install, and stops only where the program cannot run', async () => {
  const tests = machine(false, /^sudo/)
  expect(await tests.install({ needed: [], tests: ['qpdf'] })).toBe(false)
  expect(tests.said[0]).toContain('sudo apt-get update && sudo apt-get install qpdf')
  await expect(machine(false, /^sudo/).install({ needed: ['xvfb'], tests: [] })).rejects.toThrow('cannot run without them')
})

it('goes on without packages for tests that cannot be had, and says what failed', async () => {
  const { install, said } = machine(true, /apt-get .*update/)
  expect(await install({ needed: [], tests: ['qpdf'] })).toBe(false)
  expect(said[0]).toContain('env failed')
  expect(said[0]).toContain('sudo apt-get install qpdf')
  await expect(machine(true, /update/).install({ needed: ['xvfb'], tests: [] })).rejects.toThrow('cannot run without them')
})
