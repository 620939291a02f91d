/** An uncompressed TIFF 6.0 file in CMYK; `inks` are the pixels row by row, four bytes each, 255 for a full ink. */
export function cmykTiff(width: number, height: number, inks: Uint8Array): Buffer {
  const [short, long] = [3, 4]
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [256, long, 1, width], [257, long, 1, height], [258, short, 4, 0], [259, short, 1, 1], [262, short, 1, 5], [273, long, 1, 0],
    [277, short, 1, 4], [278, long, 1, height], [279, long, 1, inks.byteLength], [284, short, 1, 1],
  ]
  const directory = 8
  const bits = directory + 2 + entries.length * 12 + 4
  const pixels = bits + 8
  const head = Buffer.alloc(pixels)
  head.write('II*\0', 0, 'latin1')
  head.writeUInt32LE(directory, 4)
  head.writeUInt16LE(entries.length, directory)
  entries.forEach(([tag, type, count, value], index) => {
    const at = directory + 2 + index * 12
    head.writeUInt16LE(tag, at)
    head.writeUInt16LE(type, at + 2)
    head.writeUInt32LE(count, at + 4)
    head.writeUInt32LE(tag === 258 ? bits : tag === 273 ? pixels : value, at + 8)
  })
  for (let channel = 0; channel < 4; channel++) head.writeUInt16LE(8, bits + channel * 2)
  return Buffer.concat([head, inks])
}
