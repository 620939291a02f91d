import { AppError } from '../../common/ipc/errors'
import type { ImportReading } from '../../common/interchange/import'

export interface DecodedText { text: string, encoding: ImportReading['encoding'] }

const mebibyte = 1024 * 1024
export const largestImport = 20 * mebibyte

/** The text of a file in UTF-8, UTF-16 or GB18030, told by its byte order mark or its bytes. Throws `empty`, `too-large` or `not-readable`. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > largestImport) throw new AppError('too-large', 'The file is larger than 20 MB', { bytes: bytes.length, most: largestImport })
  const decoded = decode(bytes)
  if (decoded.text.trim() === '') throw new AppError('empty', 'There is no text in the file', { cause: 'no-text' })
  if (isBinary(decoded.text)) throw new AppError('not-readable', 'This is no text file; nothing was stored', { cause: 'binary' })
  return decoded
}

function decode(bytes: Uint8Array): DecodedText {
  const marked = byteOrderMark(bytes)
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked }
  const wide = unmarkedUtf16(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide }
  return tried(bytes, 'utf-8') ?? tried(bytes, 'gb18030') ?? leastDamaged(bytes)
}

function byteOrderMark([first, second, third]: Uint8Array): ImportReading['encoding'] | undefined {
  if (first === 0xEF && second === 0xBB && third === 0xBF) return 'utf-8'
  if (first === 0xFF && second === 0xFE) return 'utf-16le'
  return first === 0xFE && second === 0xFF ? 'utf-16be' : undefined
}

const looked = 4096

/**
 * UTF-16 without a mark. In a text of lines and spaces the zero bytes of its ASCII stand on one side only; Chinese without any ASCII
 * has the high bytes of Han characters and full-width marks on one side.
 */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0 || bytes.length < 4) return undefined
  const head = bytes.subarray(0, looked)
  if (!head.includes(0)) return undefined
  const texts = (['utf-16le', 'utf-16be'] as const).map(encoding => ({ encoding, share: shareOfPlainCharacters(head, encoding) }))
  const best = texts[0]!.share >= texts[1]!.share ? texts[0]! : texts[1]!
  return best.share > 0.9 ? best.encoding : undefined
}

const plainCharacter = /[\n\r\t -~\u2014-\u2026\u3000-\u301F\u4E00-\u9FFF\uFF00-\uFF5E]/g

function shareOfPlainCharacters(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes)
  return (text.match(plainCharacter)?.length ?? 0) / text.length
}

function tried(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): DecodedText | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** A damaged text: the encoding that leaves fewer characters unknown; unknown ones stay visible as U+FFFD. */
function leastDamaged(bytes: Uint8Array): DecodedText {
  const readings = (['utf-8', 'gb18030'] as const).map(encoding => ({ text: new TextDecoder(encoding).decode(bytes), encoding }))
  return damage(readings[0]!.text) <= damage(readings[1]!.text) ? readings[0]! : readings[1]!
}

const damage = (text: string) => (text.match(/\uFFFD/g)?.length ?? 0) / text.length

const controls = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g

/** Zero characters, or more than one control or unknown character in a hundred, are no text's. */
function isBinary(text: string): boolean {
  if (/^(%PDF-|PK\u0003\u0004|\{\\rtf)/.test(text) || text.includes('\u0000')) return true
  return ((text.match(controls)?.length ?? 0) + (text.match(/\uFFFD/g)?.length ?? 0)) / text.length > 0.01
}
