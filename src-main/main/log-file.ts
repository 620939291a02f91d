import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const sizeLimit = 1_000_000 // bytes until a log file makes way for a new one
const kept = 3 // older files kept beside it

export interface LogFile {
  readonly path: string
  write(text: string): void
}

/** A log that rotates at a size: `x.log`, `x.log.1` … Each entry begins with the time. */
export function logFile(path: string, limit = sizeLimit): LogFile {
  mkdirSync(dirname(path), { recursive: true })
  let size = sizeOf(path)

  function rotate() {
    for (let number = kept; number > 1; number--) move(`${path}.${number - 1}`, `${path}.${number}`)
    move(path, `${path}.1`)
    size = 0
  }

  return {
    path,
    write(text) {
      if (size > limit) rotate()
      const entry = `${new Date().toISOString()} ${text.endsWith('\n') ? text : `${text}\n`}`
      appendFileSync(path, entry)
      size += Buffer.byteLength(entry)
    },
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function move(from: string, to: string) {
  if (statSync(from, { throwIfNoEntry: false })) renameSync(from, to)
}
