import { isCollection, tablePlaces, type Read } from './sfnt'

const noGlyphs = Buffer.alloc(4)
const leftOut = 'gvar' // how a variable font's outlines vary: it is set as it is by default

/**
 * A TrueType font without its outlines: everything text is set by, in a thirtieth of the room. All its glyphs are empty: `loca` gives each no length in `glyf`
 * (OpenType 1.9, “loca”). Null where the outlines are elsewhere, as in `CFF`, or the file is a collection.
 */
export function withoutOutlines(read: Read): Buffer | null {
  if (isCollection(read)) return null
  const places = tablePlaces(read, 0)
  if (!places.has('glyf') || !places.has('loca')) return null
  const tables = [...places].filter(([tag]) => tag !== leftOut).map(([tag, { offset, length }]): [string, Buffer] =>
    [tag, tag === 'glyf' ? noGlyphs : tag === 'loca' ? Buffer.alloc(length) : read(offset, length)])
  const directory = Buffer.alloc(12 + tables.length * 16)
  read(0, 12).copy(directory)
  directory.writeUInt16BE(tables.length, 4)
  const parts: Buffer[] = [directory]
  let at = directory.length
  for (const [index, [tag, bytes]] of tables.entries()) {
    const record = 12 + index * 16
    directory.write(tag, record, 'latin1') // no check sum: nobody reads it
    directory.writeUInt32BE(at, record + 8)
    directory.writeUInt32BE(bytes.length, record + 12)
    const padding = Buffer.alloc(-bytes.length & 3)
    parts.push(bytes, padding)
    at += bytes.length + padding.length
  }
  return Buffer.concat(parts)
}
