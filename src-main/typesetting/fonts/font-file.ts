/** What is read of a TrueType or OpenType file: its family names and the characters it can draw. */
export interface FontFacts { families: string[], covers(codePoint: number): boolean }

/** Reads one font, or every font of a collection. Throws when the bytes are no font. */
export function readFonts(bytes: Buffer): FontFacts[] {
  const isCollection = bytes.toString('latin1', 0, 4) === 'ttcf'
  const offsets = isCollection ? Array.from({ length: bytes.readUInt32BE(8) }, (_, index) => bytes.readUInt32BE(12 + index * 4)) : [0]
  return offsets.map(offset => {
    const tables = tableOffsets(bytes, offset)
    return { families: familyNames(bytes, tableAt(tables, 'name')), covers: characterMap(bytes, tableAt(tables, 'cmap')) }
  })
}

function tableOffsets(bytes: Buffer, start: number): Map<string, number> {
  const count = bytes.readUInt16BE(start + 4)
  return new Map(Array.from({ length: count }, (_, index) => {
    const record = start + 12 + index * 16
    return [bytes.toString('latin1', record, record + 4), bytes.readUInt32BE(record + 8)]
  }))
}

function tableAt(tables: Map<string, number>, tag: string): number {
  const offset = tables.get(tag)
  if (offset === undefined) throw new Error(`No ${tag} table: not a font`)
  return offset
}

/** Name 1 (family) and 16 (typographic family), in every language of the Windows and Unicode platforms. */
function familyNames(bytes: Buffer, table: number): string[] {
  const [count, strings] = [bytes.readUInt16BE(table + 2), table + bytes.readUInt16BE(table + 4)]
  const names = Array.from({ length: count }, (_, index) => table + 6 + index * 12)
    .filter(record => [0, 3].includes(bytes.readUInt16BE(record)) && [1, 16].includes(bytes.readUInt16BE(record + 6)))
    .map(record => {
      const start = strings + bytes.readUInt16BE(record + 10)
      return Buffer.from(bytes.subarray(start, start + bytes.readUInt16BE(record + 8))).swap16().toString('utf16le')
    })
  return [...new Set(names)]
}

/** The best Unicode subtable: format 12 (all planes) before format 4 (the basic plane). */
function characterMap(bytes: Buffer, table: number): (codePoint: number) => boolean {
  const count = bytes.readUInt16BE(table + 2)
  const subtables = Array.from({ length: count }, (_, index) => table + bytes.readUInt32BE(table + 4 + index * 8 + 4))
  const byFormat = (format: number) => subtables.find(offset => bytes.readUInt16BE(offset) === format)
  const [all, basic] = [byFormat(12), byFormat(4)]
  if (all !== undefined) return inRanges(groupsOf(bytes, all))
  if (basic !== undefined) return inRanges(segmentsOf(bytes, basic))
  return () => false
}

type Range = [first: number, last: number]

function groupsOf(bytes: Buffer, offset: number): Range[] {
  return Array.from({ length: bytes.readUInt32BE(offset + 12) }, (_, index) => {
    const group = offset + 16 + index * 12
    return [bytes.readUInt32BE(group), bytes.readUInt32BE(group + 4)]
  })
}

function segmentsOf(bytes: Buffer, offset: number): Range[] {
  const length = bytes.readUInt16BE(offset + 6)
  return Array.from({ length: length / 2 }, (_, index) => [bytes.readUInt16BE(offset + 16 + length + index * 2), bytes.readUInt16BE(offset + 14 + index * 2)])
}

/** Ranges come in ascending order, as both formats demand. */
function inRanges(ranges: Range[]) {
  return (codePoint: number) => {
    let [low, high] = [0, ranges.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const [first, last] = ranges[middle]!
      if (codePoint < first) high = middle - 1
      else if (codePoint > last) low = middle + 1
      else return true
    }
    return false
  }
}
