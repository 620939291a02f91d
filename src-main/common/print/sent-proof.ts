import type { DrawItem, PageProof, ProofPage } from './print'

/** Items that stood in the proof sent before: the place of the first among all items of that proof, and how many follow each other. */
type KeptItems = [first: number, count: number]

type PackedPage = Omit<ProofPage, 'items'> & { items: (DrawItem | KeptItems)[] }

/**
 * A page proof on its way between processes, as one text: that crosses each border far faster than thousands of small objects.
 * What the receiver has of the proof of revision `base` is not sent again; with `base` null everything is sent.
 */
export interface SentProof extends Omit<PageProof, 'pages'> { revision: number, base: number | null, packedPages: string }

export interface SettingToSend extends Omit<PageProof, 'pages' | 'glyphs'> { pages: ProofPage[], glyphs: ReadonlyMap<string, string> }

/** The side that sets pages. It returns the function that packs one for a receiver that has the proof of revision `known`, or none. */
export function proofSender() {
  let revision = Date.now() // none that a process before this one gave
  let places = new Map<string, number>() // of the items sent last, by their text
  const sentGlyphs = new Set<string>()

  function unsentGlyphs(glyphs: ReadonlyMap<string, string>): Record<string, string> {
    const unsent = [...glyphs].filter(([id]) => !sentGlyphs.has(id))
    for (const [id] of unsent) sentGlyphs.add(id)
    return Object.fromEntries(unsent)
  }

  function packed(pages: ProofPage[]): string {
    const before = places
    places = new Map()
    let count = 0
    const texts = pages.map(({ width, height, items }) => {
      const entries: (string | KeptItems)[] = []
      for (const item of items) {
        const text = JSON.stringify(item)
        places.set(text, count++)
        add(entries, text, before.get(text))
      }
      return `{"width":${width},"height":${height},"items":[${entries.map(entry => typeof entry === 'string' ? entry : `[${entry.join()}]`).join()}]}`
    })
    return `[${texts.join()}]`
  }

  return function send({ pages, glyphs, ...rest }: SettingToSend, known: number | null): SentProof {
    const base = known === revision ? known : null
    if (base === null) {
      places.clear()
      sentGlyphs.clear()
    }
    return { ...rest, base, revision: ++revision, glyphs: unsentGlyphs(glyphs), packedPages: packed(pages) }
  }
}

function add(entries: (string | KeptItems)[], text: string, place: number | undefined) {
  const last = entries.at(-1)
  if (place === undefined) entries.push(text)
  else if (Array.isArray(last) && last[0] + last[1] === place) last[1]++
  else entries.push([place, 1])
}

/** The side that draws them. What stood in the proof before comes as the same objects, by which it is known that nothing of it changed. */
export function proofReceiver() {
  let known: number | null = null
  let items: DrawItem[] = []
  return {
    /** The revision of the proof taken last, to be told with the next question. */
    known: () => known,
    take({ packedPages, revision, base, ...rest }: SentProof): PageProof {
      const before = base === null ? [] : items
      const pages = (JSON.parse(packedPages) as PackedPage[]).map(page => ({ ...page, items: page.items.flatMap(entry => Array.isArray(entry) ? before.slice(entry[0], entry[0] + entry[1]) : entry) }))
      items = pages.flatMap(page => page.items)
      known = revision
      return { ...rest, pages }
    },
  }
}

/** A proof that was sent whole. */
export const unpackProof = (sent: SentProof): PageProof => proofReceiver().take(sent)
