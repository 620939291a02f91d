const han = /\p{Script=Han}/u
const latinLetterOrDigit = /[A-Za-z0-9]/

export const hasHan = (text: string) => han.test(text)

/** ASCII letters and digits only: what a half-width mark may stand between. */
export const isLatin = (character: string) => latinLetterOrDigit.test(character)

/** Whether a UTF-16 unit takes a full character cell in Chinese setting: Han, kana, full-width marks, Chinese quotation marks and dashes. */
export function isWide(character: string): boolean {
  const code = character.charCodeAt(0)
  return (code >= 0x2E80 && code <= 0x9FFF) || (code >= 0xD800 && code <= 0xDFFF) || (code >= 0xF900 && code <= 0xFAFF)
    || (code >= 0xFE30 && code <= 0xFE4F) || (code >= 0xFF01 && code <= 0xFF60) || '“”‘’…—·'.includes(character)
}

const fullWidthLetterOrDigit = /[０-９Ａ-Ｚａ-ｚ％]/g
const spaces = /[\s\u3164]{2,}|[^\S ]|\u3164/g // a plain space alone is as it should be
const untidy = /[^\S ]| {2}|[\u3164\uFEFF\uD800-\uDFFF０-９Ａ-Ｚａ-ｚ％\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069]/
const invisible = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g

/** Well formed, without invisible characters; runs of any kind of space one plain space, none at the ends; full-width letters and digits half width. */
export function tidied(text: string): string {
  if (!text.startsWith(' ') && !text.endsWith(' ') && !untidy.test(text)) return text
  return wellFormed(text.replace(invisible, ''))
    .replace(spaces, ' ')
    .trim()
    .replace(fullWidthLetterOrDigit, character => String.fromCharCode(character.charCodeAt(0) - 0xFEE0))
}

const surrogate = /[\uD800-\uDFFF]/

const wellFormed = (text: string) => surrogate.test(text) ? text.replace(/\p{Surrogate}/gu, '\uFFFD') : text

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/** The lines of a file, whatever system ended them. */
export const splitLines = (text: string): string[] => text.split(lineEnd)
