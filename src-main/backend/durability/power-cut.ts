/** One record of power-cut-shim.c. */
export interface Operation {
  kind: 'write' | 'truncate' | 'unlink' | 'sync' | 'printed'
  name: string // of the file in the library folder; "." is the folder itself
  offset: number // where it was written, or the new length
  bytes: Buffer
}

/**
 * What a disk does with writes that were not synced when the power fails: all lost; each kept or lost, in no order;
 * or kept sector by sector.
 */
export const fates = ['dropped', 'in part', 'torn'] as const
export type Fate = (typeof fates)[number]

const headLength = 64
const sector = 512
const kinds: Record<string, Operation['kind']> = { W: 'write', T: 'truncate', U: 'unlink', S: 'sync', P: 'printed' }

export function readTrace(trace: Buffer): Operation[] {
  const operations: Operation[] = []
  for (let at = 0; at < trace.length;) {
    const begin = at + headLength
    const end = begin + Number(trace.readBigInt64LE(at + 56))
    operations.push({
      kind: kinds[String.fromCharCode(trace[at]!)]!,
      name: trace.toString('utf8', at + 1, at + 48).replace(/\0.*$/s, ''),
      offset: Number(trace.readBigInt64LE(at + 48)),
      bytes: trace.subarray(begin, end),
    })
    at = end
  }
  return operations
}

/** The files as they are found when the power failed after these operations. */
export function filesAfterCut(operations: readonly Operation[], fate: Fate, random: () => number): Map<string, Buffer> {
  const files = new Map<string, GrowingFile>()
  const lastSync = new Map<string, number>()
  for (const [index, { kind, name }] of operations.entries()) if (kind === 'sync') lastSync.set(name, index)
  for (const [index, operation] of operations.entries()) {
    const synced = Math.max(lastSync.get(operation.name) ?? -1, operation.kind === 'unlink' ? lastSync.get('.') ?? -1 : -1)
    for (const part of index < synced ? [operation] : survivors(operation, fate, random)) apply(files, part)
  }
  return new Map([...files].map(([name, file]) => [name, file.content()]))
}

/** What is left of an operation that was not synced. */
function survivors(operation: Operation, fate: Fate, random: () => number): Operation[] {
  if (fate === 'dropped') return []
  if (fate === 'in part' || operation.kind !== 'write') return random() < 0.5 ? [operation] : []
  return sectorsOf(operation).filter(() => random() < 0.7)
}

function sectorsOf({ bytes, offset, ...operation }: Operation): Operation[] {
  return Array.from({ length: Math.ceil(bytes.length / sector) }, (_, index) => (
    { ...operation, offset: offset + index * sector, bytes: bytes.subarray(index * sector, (index + 1) * sector) }
  ))
}

function apply(files: Map<string, GrowingFile>, { kind, name, offset, bytes }: Operation): void {
  if (kind === 'unlink') files.delete(name)
  if (kind !== 'write' && kind !== 'truncate') return
  const file = files.get(name) ?? new GrowingFile()
  files.set(name, file)
  if (kind === 'write') file.write(offset, bytes)
  else file.truncate(offset)
}

/** A file in memory; what was never written is zero. */
class GrowingFile {
  private bytes = Buffer.alloc(1 << 20)
  private length = 0

  write(offset: number, bytes: Buffer): void {
    this.makeRoom(offset + bytes.length)
    bytes.copy(this.bytes, offset)
    this.length = Math.max(this.length, offset + bytes.length)
  }

  truncate(length: number): void {
    this.makeRoom(length)
    this.bytes.fill(0, length)
    this.length = length
  }

  content(): Buffer {
    return this.bytes.subarray(0, this.length)
  }

  private makeRoom(length: number): void {
    if (length <= this.bytes.length) return
    this.bytes = Buffer.concat([this.bytes], Math.max(length, this.bytes.length * 2))
  }
}
