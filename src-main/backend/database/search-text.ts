/**
 * Text as the search index takes it: every character its own token, so that a phrase query finds any run of characters,
 * however short. Widths and cases are made equal; ASCII marks and spaces, which the tokenizer would drop, are spelt as codes.
 */
export function indexTokens(text: string): string {
  let tokens = ''
  for (const character of text.normalize('NFKC').toLowerCase()) tokens += tokenOf(character) + ' '
  return tokens
}

function tokenOf(character: string): string {
  const code = character.codePointAt(0)!
  const isToken = code > 127 || (code >= 48 && code <= 57) || (code >= 97 && code <= 122)
  return isToken ? character : `x${code.toString(16)}`
}

/** An FTS5 query for texts that hold every word of `filter`; undefined when it has none. */
export function indexQuery(filter: string): string | undefined {
  const words = filter.normalize('NFKC').split(/\s+/u).filter(word => word !== '')
  return words.length > 0 ? words.map(word => `"${indexTokens(word).trimEnd()}"`).join(' AND ') : undefined
}
