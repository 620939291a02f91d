const longest = 40 // columns a cell may take on the screen

/** Rows under their heads, in columns that line up in a terminal, where Chinese characters are two wide. */
export function table(heads: string[], rows: string[][]): string {
  const cells = [heads, ...rows].map(row => row.map(cell => cut(cell.replace(/\s+/gu, ' '))))
  const widths = heads.map((_, column) => Math.max(...cells.map(row => widthOf(row[column] ?? ''))))
  return cells.map(row => row.map((cell, column) => cell + ' '.repeat(widths[column]! - widthOf(cell))).join('  ').trimEnd()).join('\n')
}

const isWide = (character: string) => /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u.test(character)

export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += isWide(character) ? 2 : 1
  return width
}

function cut(text: string): string {
  if (widthOf(text) <= longest) return text
  let kept = ''
  for (const character of text) {
    if (widthOf(kept + character) > longest - 1) break
    kept += character
  }
  return `${kept}…`
}
