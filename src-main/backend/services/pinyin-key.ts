const first = 0x4E00
const last = 0x9FFF
const longest = 40 // characters that decide the order
let placeOf: Uint16Array | undefined

/** A text that sorts in plain binary order as a Chinese reader expects: marks ignored, digits, Latin, then Han by pinyin. */
export function pinyinKey(text: string): string {
  let key = ''
  for (const character of text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '').slice(0, longest)) key += placed(character)
  return key
}

/** A Han character gives way to the one whose code is its place in pinyin order. */
function placed(character: string): string {
  const code = character.codePointAt(0)!
  return code < first || code > last ? character : String.fromCharCode(first + pinyinPlaces()[code - first]!)
}

/** Place of each Han character of the main block in pinyin order; made once, on first use. */
function pinyinPlaces(): Uint16Array {
  if (placeOf) return placeOf
  const compare = new Intl.Collator('zh-Hans-CN-u-co-pinyin').compare
  const characters = Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index)).sort(compare)
  placeOf = new Uint16Array(characters.length)
  for (const [place, character] of characters.entries()) placeOf[character.charCodeAt(0) - first] = place
  return placeOf
}
