import type { StoryData } from './story-data'

/** Every text of the story that is printed. */
export function storyTexts({ deck, dateline, blocks, slip }: StoryData): string[] {
  return [...stringsIn(deck, 'text'), ...stringsIn(dateline), ...stringsIn(blocks, 'text'), ...stringsIn(slip)]
}

/** The strings inside a value, of one property or of all. */
function stringsIn(value: unknown, property?: string): string[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => {
    if (typeof inner === 'string') return property === undefined || name === property ? [inner] : []
    return stringsIn(inner, property)
  })
}
