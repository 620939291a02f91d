import type { DrawItem, Matrix, PageProof, ProofPage } from './print'

/** Items that stood in the proof sent before: the place of the first among all items of that proof, and how many follow each other. */
type KeptItems = [first: number, count: number]

/** An item that stood elsewhere in the proof sent before: its place among all items of that proof, and its own place on the page now. */
type MovedItem = [place: number, x: number, y: number]

type PackedPage = Omit<ProofPage, 'items'> & { items: (DrawItem | KeptItems | MovedItem)[] }

/**
 * A page proof on its way between processes, as one text: that crosses each border far faster than thousands of small objects.
 * What the receiver has of the proof of revision `base` is not sent again; with `base` null everything is sent.
 */
export interface SentProof extends Omit<PageProof, 'pages'> { revision: number, base: number | null, packedPages: string }

export interface SettingToSend extends Omit<PageProof, 'pages' | 'glyphs'> { pages: ProofPage[], glyphs: ReadonlyMap<string, string> }

/** The side that sets pages. It returns the function that packs one for a receiver that has the proof of revision `known`, or none. */
export function proofSender() {
  let revision = Date.now() * 1_000 // none that a process before this one gave: it sends no thousand pages in a millisecond
  let sent: Sent[] = [] // the items sent last
  let places = new Map<string, number[]>() // theirs, by what they draw
  const sentGlyphs = new Set<string>()

  function unsentGlyphs(glyphs: ReadonlyMap<string, string>): Record<string, string> {
    const unsent = [...glyphs].filter(([id]) => !sentGlyphs.has(id))
    for (const [id] of unsent) sentGlyphs.add(id)
    return Object.fromEntries(unsent)
  }

  function packed(pages: ProofPage[]): string {
    const [before, placesBefore] = [sent, places]
    ;[sent, places] = [[], new Map()]
    const texts = pages.map(({ width, height, items }) => {
      const entries: Entry[] = []
      for (const item of items) {
        const drawn = drawnText(item)
        add(entries, { item, drawn }, before, placesBefore.get(drawn) ?? [])
        const place = sent.push({ item, drawn }) - 1
        if (!places.get(drawn)?.push(place)) places.set(drawn, [place])
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

type Entry = string | KeptItems | MovedItem
interface Sent { item: DrawItem, drawn: string }

const runTexts = new WeakMap<string[], string>() // by the list of glyphs, which is the same object where a run was drawn before

/** What the item draws and what bounds it, wherever it stands. */
function drawnText(item: DrawItem): string {
  const text = unboundText(item)
  return item.clips ? `${text.slice(0, -1)},"clips":${JSON.stringify(item.clips)}}` : text
}

function unboundText(item: DrawItem): string {
  const known = item.type === 'glyphs' ? runTexts.get(item.glyphs) : undefined
  if (known !== undefined) return known
  const text = JSON.stringify({ ...item, matrix: undefined, clips: undefined })
  if (item.type === 'glyphs') runTexts.set(item.glyphs, text)
  return text
}

/** Adds the item; `before` are the items sent last, among which those at `places` draw the same. */
function add(entries: Entry[], { item, drawn }: Sent, before: Sent[], places: number[]) {
  const last = entries.at(-1)
  const kept = typeof last === 'object' && last.length === 2 ? last : undefined
  const stands = (place: number) => isAlike(before[place]!.item.matrix, item.matrix, 6)
  const next = kept && kept[0] + kept[1]
  if (next !== undefined && before[next]?.drawn === drawn && stands(next)) return void kept![1]++
  const place = places.find(stands)
  if (place !== undefined) return void entries.push([place, 1])
  const elsewhere = places.find(like => isAlike(before[like]!.item.matrix, item.matrix, 4))
  entries.push(elsewhere === undefined ? `{"matrix":[${item.matrix.join()}],${drawn.slice(1)}` : [elsewhere, item.matrix[4], item.matrix[5]])
}

function isAlike(one: Matrix, other: Matrix, entries: 4 | 6): boolean {
  for (let index = 0; index < entries; index++) if (one[index] !== other[index]) return false
  return true
}

/**
 * The side that draws them. What stood in the proof before comes as the same objects, by which it is known that nothing of it changed; of what was
 * moved the lists of glyphs are the same objects.
 */
export function proofReceiver() {
  let known: number | null = null
  let items: DrawItem[] = []
  return {
    /** The revision of the proof taken last, to be told with the next question. */
    known: () => known,
    take({ packedPages, revision, base, ...rest }: SentProof): PageProof {
      const before = base === null ? [] : items
      const pages = (JSON.parse(packedPages) as PackedPage[]).map(page => ({ ...page, items: page.items.flatMap(entry => unpacked(entry, before)) }))
      items = pages.flatMap(page => page.items)
      known = revision
      return { ...rest, pages }
    },
  }
}

function unpacked(entry: DrawItem | KeptItems | MovedItem, before: DrawItem[]): DrawItem | DrawItem[] {
  if (!Array.isArray(entry)) return entry
  if (entry.length === 2) return before.slice(entry[0], entry[0] + entry[1])
  const [place, x, y] = entry
  const item = before[place]!
  const [a, b, c, d] = item.matrix
  return { ...item, matrix: [a, b, c, d, x, y] }
}

/** A proof that was sent whole. */
export const unpackProof = (sent: SentProof): PageProof => proofReceiver().take(sent)
