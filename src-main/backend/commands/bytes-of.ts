import { readFile } from 'node:fs/promises'
import { AppError } from '../../common/ipc/errors'

/** The bytes of a file named on the command line. Throws `not-found` and `not-readable`. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') throw new AppError('not-found', 'There is no such file', { name: file })
    if (code !== '') throw new AppError('not-readable', `The file cannot be read (${code})`, { name: file })
    throw error
  }
}
