/** A reading and the stretch of a text it stands above, in UTF-16 units; `part` as the mark `ruby` keeps it. */
export interface Reading { from: number, to: number, reading: string, part: number | null }

/** Words read together: with more characters a reading each is needed, because such words never part at a line end. */
export const longestGroup = 8
const longestReading = 40 // characters

/** A reading as it may be kept: on one line, no control or invisible characters, not too long. */
export const cleanReading = (text: string) =>
  text.normalize('NFC').replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g, ' ').replace(/\s+/g, ' ').trim().slice(0, longestReading)

/**
 * What is typed for some words as readings of theirs: one each when there are as many as characters that are read (lín jiāng, or lin2 jiang1), else one over
 * all of them. Nothing when neither can be: no letters, or more than `longestGroup` of them under one reading.
 */
export function readingsFor(words: string, typed: string): Reading[] | undefined {
  const syllables = typed.split(/[\s\u3000'’]+/).map(syllable => cleanReading(withToneMark(syllable))).filter(syllable => syllable !== '')
  const read = [...words.matchAll(/[A-Za-z0-9]+|[\p{L}\p{N}]\p{M}*/gu)].map(({ 0: one, index }) => ({ from: index, to: index + one.length })) // a Latin word or number is read as one
  if (syllables.length === 0 || read.length === 0) return
  if (syllables.length === read.length) return read.map((stretch, part) => ({ ...stretch, reading: syllables[part]!, part: read.length === 1 ? null : part }))
  return read.length > longestGroup ? undefined : [{ from: read[0]!.from, to: read.at(-1)!.to, reading: cleanReading(syllables.join(' ')), part: null }]
}

const marked: Record<string, string> = { a: 'āáǎà', o: 'ōóǒò', e: 'ēéěè', i: 'īíǐì', u: 'ūúǔù', ü: 'ǖǘǚǜ' }

/** `zhong1` as `zhōng`, `lv4` as `lǜ`, `de5` as `de`; what is no numbered syllable stays as it is. The mark's place: GB/T 16159-2012, 汉语拼音方案. */
export function withToneMark(syllable: string): string {
  const [, letters, tone] = /^([a-zü]+?:?[a-zü]*)([0-5])$/i.exec(syllable) ?? []
  if (letters === undefined || !/[aoeiuüv]/i.test(letters)) return syllable
  const plain = letters.replace(/u:|v/g, 'ü').replace(/U:|V/g, 'Ü')
  const at = plain.search(/a|e/i) >= 0 ? plain.search(/a|e/i) : plain.search(/ou/i) >= 0 ? plain.search(/ou/i) : lastVowel(plain)
  if (tone === '0' || tone === '5' || at < 0) return plain
  const vowel = plain[at]!
  const toned = marked[vowel.toLowerCase()]![Number(tone) - 1]!
  return `${plain.slice(0, at)}${vowel === vowel.toLowerCase() ? toned : toned.toUpperCase()}${plain.slice(at + 1)}`
}

const lastVowel = (letters: string) => Math.max(...[...'iouüIOUÜ'].map(vowel => letters.lastIndexOf(vowel)))
