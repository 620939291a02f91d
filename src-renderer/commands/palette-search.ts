/** What the palette shows for a query: every typed character in order, names that start with it or hold it whole first. */
export function ranked<T>(items: readonly T[], query: string, textOf: (item: T) => string): T[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return [...items]
  return items
    .map((item, index) => ({ item, index, rank: rankOf(textOf(item).toLowerCase(), wanted) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ item }) => item)
}

function rankOf(text: string, wanted: string): number {
  const at = text.indexOf(wanted)
  if (at >= 0) return at === 0 ? 0 : 1
  return holdsInOrder(text, wanted.replace(/\s/g, '')) ? 2 : Infinity
}

function holdsInOrder(text: string, wanted: string): boolean {
  let from = 0
  return [...wanted].every(character => {
    const at = text.indexOf(character, from)
    from = at + 1
    return at >= 0
  })
}
