import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-library'
import { reserveFile } from './reserve'

const full = () => Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })

function reserveIn(folder: string) {
  const file = join(folder, 'reserve')
  return { file, reserve: reserveFile(file) }
}

it('takes real room on the disk, and keeps it while it is not needed', () => {
  const { file, reserve } = reserveIn(temporaryFolder())
  expect(statSync(file).size).toBe(8 * 1024 * 1024)
  expect(statSync(file).blocks * 512).toBeGreaterThanOrEqual(8 * 1024 * 1024)
  expect(reserve.orGiveUp(() => 'done')).toBe('done')
  expect(existsSync(file)).toBe(true)
})

it('is given up when the disk is full, and the work is done after all', () => {
  const { file, reserve } = reserveIn(temporaryFolder())
  expect(reserve.orGiveUp(() => {
    if (existsSync(file)) throw full()
    return 'done'
  })).toBe('done')
})

it('cannot help twice, nor against other failures', () => {
  const { file, reserve } = reserveIn(temporaryFolder())
  expect(() => reserve.orGiveUp(() => { throw new Error('a bug') })).toThrow('a bug')
  expect(existsSync(file)).toBe(true)
  expect(() => reserve.orGiveUp(() => { throw full() })).toThrow(expect.objectContaining({ code: 'disk-full' }))
  expect(existsSync(file)).toBe(false)
})
