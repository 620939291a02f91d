import type { StoryData } from './story-data'

/** Every text of the story that is printed, readings among them. */
export function storyTexts({ deck, dateline, blocks, slip }: StoryData): string[] {
  return [deck, blocks].flatMap(part => [...stringsIn(part, 'text'), ...stringsIn(part, 'reading')]).concat(stringsIn(dateline), stringsIn(slip))
}

/** The strings inside a value, of one property or of all. */
function stringsIn(value: unknown, property?: string): string[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => {
    if (typeof inner === 'string') return property === undefined || name === property ? [inner] : []
    return stringsIn(inner, property)
  })
}
