import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { FileSource } from '../../common/ipc/contract'
import { AppError } from '../../common/ipc/errors'

export interface FileContent { name: string, bytes: Uint8Array }

/** Files a person chose in a dialog of main, by the token the page was given for each. The page never names a path. */
export function fileGrants() {
  const granted = new Map<string, { path: string, mode: 'read' | 'write' }>()

  return {
    add(token: string, path: string, mode: 'read' | 'write'): void {
      granted.set(token, { path, mode })
    },
    /** The path behind a token; a token to write is good for one export. */
    pathOf(token: string, mode: 'read' | 'write'): string {
      const grant = granted.get(token)
      if (grant?.mode !== mode) throw new AppError('not-found', 'No file was chosen')
      if (mode === 'write') granted.delete(token)
      return grant.path
    },
  }
}
export type FileGrants = ReturnType<typeof fileGrants>

/** The content of a file the page gave or a person chose; refuses what is larger than `mostBytes`. */
export function readSource(source: FileSource, grants: FileGrants, mostBytes: number): FileContent {
  if ('grant' in source) return readFileAt(grants.pathOf(source.grant, 'read'), mostBytes)
  if (source.bytes.byteLength > mostBytes) throw tooLarge(source.name, source.bytes.byteLength, mostBytes)
  return { name: basename(source.name), bytes: source.bytes }
}

export function readFileAt(path: string, mostBytes: number): FileContent {
  const name = basename(path)
  try {
    const { size } = statSync(path)
    if (size > mostBytes) throw tooLarge(name, size, mostBytes)
    return { name, bytes: readFileSync(path) }
  } catch (error) {
    throw asReadError(error, name)
  }
}

function tooLarge(name: string, bytes: number, most: number) {
  return new AppError('too-large', `${name} has ${bytes} bytes, ${most} are the most`, { name, bytes, most })
}

function asReadError(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof AppError) return error
  if (error.code === 'ENOENT') return new AppError('not-found', `${name} is not there`, { name })
  return new AppError('not-readable', `${name} cannot be read`, { name, cause: String(error.code) })
}
