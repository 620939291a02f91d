import { expect, it } from 'vitest'
import { AppError } from '../../common/ipc/errors'
import { asStorageError } from './storage-error'

it.each([
  ['SQLITE_FULL', 'disk-full'], ['ENOSPC', 'disk-full'], ['SQLITE_IOERR_WRITE', 'storage-failed'], ['SQLITE_READONLY_DBMOVED', 'storage-failed'],
  ['SQLITE_CORRUPT_INDEX', 'damaged-library'], ['SQLITE_NOTADB', 'damaged-library'], ['EROFS', 'storage-failed'],
])('tells %s as %s', (cause, code) => {
  const error = Object.assign(new Error('failed'), { code: cause })
  expect(asStorageError(error)).toMatchObject({ code, message: 'failed', details: { cause } })
})

it('leaves bugs and refusals as they are', () => {
  for (const error of [new TypeError('a bug'), Object.assign(new Error('a bug'), { code: 'SQLITE_ERROR' }), new AppError('not-found', 'none')]) {
    expect(asStorageError(error)).toBe(error)
  }
})
