/** A glyph in Typst's drawings: `font` tells one font from others, `glyph` is its number in that font. */
export interface GlyphId { font: string, glyph: number }

const bytesOfFont = 4

/** `g`, then in base64 four bytes that stand for the font and the glyph's number, its lowest byte first, without zeros at the end. */
export function readGlyphId(id: string): GlyphId {
  const bytes = Buffer.from(id.slice(1), 'base64')
  return { font: bytes.toString('hex', 0, bytesOfFont), glyph: bytes.subarray(bytesOfFont).reduceRight((number, byte) => number * 256 + byte, 0) }
}
