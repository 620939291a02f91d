import { fontOffsets, readingFont, tableReader } from './sfnt'

/** What is read of a TrueType or OpenType file: its family names and the characters it can draw. */
export interface FontFacts { families: string[], covers(codePoint: number): boolean }

/** Reads one font, or every font of a collection, and of the file no more than it needs. Throws when it is no font. */
export const readFonts = (file: string): FontFacts[] => readingFont(file, read => fontOffsets(read).map(offset => {
  const table = tableReader(read, offset)
  return { families: familyNames(table('name')), covers: characterMap(table('cmap')) }
}))

/** Name 1 (family) and 16 (typographic family), in every language of the Windows and Unicode platforms. */
function familyNames(table: Buffer): string[] {
  const [count, strings] = [table.readUInt16BE(2), table.readUInt16BE(4)]
  const names = Array.from({ length: count }, (_, index) => 6 + index * 12)
    .filter(record => [0, 3].includes(table.readUInt16BE(record)) && [1, 16].includes(table.readUInt16BE(record + 6)))
    .map(record => {
      const start = strings + table.readUInt16BE(record + 10)
      return Buffer.from(table.subarray(start, start + table.readUInt16BE(record + 8))).swap16().toString('utf16le')
    })
  return [...new Set(names)]
}

/** The best Unicode subtable: format 12 (all planes) before format 4 (the basic plane). */
function characterMap(table: Buffer): (codePoint: number) => boolean {
  const count = table.readUInt16BE(2)
  const subtables = Array.from({ length: count }, (_, index) => table.readUInt32BE(4 + index * 8 + 4))
  const byFormat = (format: number) => subtables.find(offset => table.readUInt16BE(offset) === format)
  const [all, basic] = [byFormat(12), byFormat(4)]
  if (all !== undefined) return inRanges(groupsOf(table, all))
  if (basic !== undefined) return inRanges(segmentsOf(table, basic))
  return () => false
}

/** First and last code point of each range, one after the other. */
type Ranges = Uint32Array

function groupsOf(table: Buffer, offset: number): Ranges {
  const count = table.readUInt32BE(offset + 12)
  return Uint32Array.from({ length: count * 2 }, (_, index) => table.readUInt32BE(offset + 16 + (index >> 1) * 12 + (index & 1) * 4))
}

function segmentsOf(table: Buffer, offset: number): Ranges {
  const length = table.readUInt16BE(offset + 6) // twice the number of segments
  const [ends, starts] = [offset + 14, offset + 16 + length]
  return Uint32Array.from({ length }, (_, index) => table.readUInt16BE((index & 1 ? ends : starts) + (index >> 1) * 2))
}

/** Ranges come in ascending order, as both formats demand. */
function inRanges(ranges: Ranges) {
  return (codePoint: number) => {
    let [low, high] = [0, ranges.length / 2 - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      if (codePoint < ranges[middle * 2]!) high = middle - 1
      else if (codePoint > ranges[middle * 2 + 1]!) low = middle + 1
      else return true
    }
    return false
  }
}
