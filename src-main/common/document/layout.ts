import type * as Y from 'yjs'
import type { PageFormat } from '../print/page-format'
import { isPossibleSlot, placeOnPage, slotOf, type Place, type Slot } from '../print/slot'

/** A story's print plan: where it goes and how it is fitted. What nobody chose is null: then the person's settings say it. */
export interface Layout {
  template: string | null
  place: Place | null // on a page of a format
  slot: Slot | null // as typed, or as the place gave it: it stands in when the place's format is gone
  headlineScale: number // percent of the size the template chose, 80–120
  isBalanced: boolean // columns end level; otherwise each is filled before the next
}

export const headlineScales = { least: 80, most: 120 } as const

export const plainLayout: Readonly<Layout> = Object.freeze({ template: null, place: null, slot: null, headlineScale: 100, isBalanced: true })

const layoutFields = Object.keys(plainLayout) as (keyof Layout)[]

/** The print plan inside the story's document, one entry a field, so that two people can change different ones. */
export const layoutMap = (doc: Y.Doc) => doc.getMap<Layout[keyof Layout]>('layout')

/** The whole plan. An update may put anything into the map: what cannot be counts as not chosen. */
export function readLayout(doc: Y.Doc): Layout {
  const map = layoutMap(doc)
  const chosen = layoutFields.filter(field => isPossible[field](map.get(field))).map(field => [field, map.get(field)])
  return { ...plainLayout, ...Object.fromEntries(chosen) as Partial<Layout> }
}

/** Origin of changes of a plan that the person at the desk made: those can be undone. */
export const layoutOrigin = 'layout'

/** Sets the given fields; those that already have the value are left alone. */
export function writeLayout(doc: Y.Doc, layout: Partial<Layout>): void {
  const map = layoutMap(doc)
  doc.transact(() => {
    for (const field of layoutFields) {
      const value = layout[field]
      if (value !== undefined && JSON.stringify(map.get(field)) !== JSON.stringify(value)) map.set(field, value)
    }
  }, layoutOrigin)
}

/** The slot of a plan: its place's on a format there is, else the one kept with it. */
export function slotOfLayout({ place, slot }: Pick<Layout, 'place' | 'slot'>, formats: readonly PageFormat[]): Slot | null {
  const format = place && formats.find(({ id }) => id === place.format)
  return format ? slotOf(placeOnPage(place, format), format) : slot
}

/** Template and slot a story is set with: what its plan says, else what the person's settings say. A plan's template is never given another's slot. */
export function printPlan(layout: Layout, settings: { template: string, slot: Slot | null }, formats: readonly PageFormat[]): { template: string, slot: Slot | null } {
  const slot = slotOfLayout(layout, formats)
  return { template: layout.template ?? settings.template, slot: slot ?? (layout.template === null ? settings.slot : null) }
}

const isPossible: Record<keyof Layout, (value: unknown) => boolean> = {
  template: value => typeof value === 'string' && value !== '',
  place: value => hasWholes(value, ['firstColumn', 'columns', 'firstLine', 'lines', 'broken']) && 'format' in value && typeof value.format === 'string'
    && 'remainder' in value && (value.remainder === 'wider-column' || value.remainder === 'wider-gutters'),
  slot: value => hasWholes(value, ['columns', 'lines', 'characters']) && isPossibleSlot(value as Slot),
  headlineScale: value => typeof value === 'number' && value >= headlineScales.least && value <= headlineScales.most,
  isBalanced: value => typeof value === 'boolean',
}

function hasWholes(value: unknown, names: string[]): value is object {
  return typeof value === 'object' && value !== null && names.every(name => Number.isInteger((value as Record<string, unknown>)[name]))
}
