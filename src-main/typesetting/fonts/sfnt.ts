import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Reads so many bytes of a font file from an offset. Throws when the file ends too early. */
export type Read = (offset: number, length: number) => Buffer

export interface TablePlace { offset: number, length: number }

/** Reads of a font file what is asked for; it is open no longer than that. */
export function readingFont<Result>(file: string, use: (read: Read) => Result): Result {
  const handle = openSync(file, 'r')
  const size = fstatSync(handle).size
  try {
    return use((offset, length) => {
      if (offset + length > size) throw new Error(`${file} is no font: it ends too early`)
      const bytes = Buffer.alloc(length)
      readSync(handle, bytes, 0, length, offset)
      return bytes
    })
  } finally {
    closeSync(handle)
  }
}

export const isCollection = (read: Read) => read(0, 4).toString('latin1') === 'ttcf'

/** Where each font of the file begins: one, or those of a collection. */
export function fontOffsets(read: Read): number[] {
  if (!isCollection(read)) return [0]
  const count = read(8, 4).readUInt32BE()
  const offsets = read(12, count * 4)
  return Array.from({ length: count }, (_, index) => offsets.readUInt32BE(index * 4))
}

/** The tables of the font that begins there, in the order of its directory (OpenType 1.9, “Table Directory”). */
export function tablePlaces(read: Read, start: number): Map<string, TablePlace> {
  const records = read(start + 12, read(start + 4, 2).readUInt16BE() * 16)
  return new Map(Array.from({ length: records.length / 16 }, (_, index) => {
    const at = index * 16
    return [records.toString('latin1', at, at + 4), { offset: records.readUInt32BE(at + 8), length: records.readUInt32BE(at + 12) }]
  }))
}

/** Reads a table whole. Throws when the font has none of that name. */
export function tableReader(read: Read, start: number): (tag: string) => Buffer {
  const places = tablePlaces(read, start)
  return tag => {
    const place = places.get(tag)
    if (!place) throw new Error(`No ${tag} table: not a font`)
    return read(place.offset, place.length)
  }
}
