import * as Y from 'yjs'
import { schema } from '../document/schema'
import { textFragment } from '../document/story-doc'
import { writerOf, type Writer } from './writers'

/** Words of one person in one go; `person` is empty for words of whom nobody knows, imported ones for instance. */
export interface Passage { words: string, person: string, role: string, at: number | null, isSuggestion: boolean }

export interface AuthoredLine { part: string, passages: Passage[] }

/** Who wrote what of the final text, block by block: from suggestions, which name their author, and else from who sat at the desk. */
export function authorshipOf(doc: Y.Doc, writers: readonly Writer[]): AuthoredLine[] {
  const lines: AuthoredLine[] = []
  const walk = (node: Y.XmlFragment | Y.XmlElement) => {
    for (const child of node.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue
      if (schema.nodes[child.nodeName]?.isTextblock) lines.push({ part: child.nodeName, passages: joined(passagesOf(child, writers)) })
      else walk(child)
    }
  }
  walk(textFragment(doc))
  return lines.filter(({ passages }) => passages.length > 0)
}

function passagesOf(block: Y.XmlElement, writers: readonly Writer[]): Passage[] {
  return block.toArray().flatMap(child => child instanceof Y.XmlText ? textPassages(child, writers) : child instanceof Y.XmlElement && child.nodeName === 'lineBreak' ? [{ words: '\n', person: '', role: '', at: null, isSuggestion: false }] : [])
}

/** Follows the text's items, each of which knows its client and clock; formats between them say what is suggested. */
function textPassages(text: Y.XmlText, writers: readonly Writer[]): Passage[] {
  const passages: Passage[] = []
  const open = new Map<string, unknown>()
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) open.set(item.content.key, item.content.value)
    else if (item.content instanceof Y.ContentString && !stampNamed(open, 'deletion')) passages.push(...stringPassages(item.content.str, item.id, stampNamed(open, 'insertion'), writers))
  }
  return passages
}

interface NamedStamp { person: string, role: string, at: number }

/** Marks that may stand side by side have a hash after their name in the Yjs text. */
function stampNamed(open: Map<string, unknown>, name: string): NamedStamp | undefined {
  const found = [...open].find(([key, value]) => value !== null && (key === name || key.startsWith(`${name}--`)))
  return found?.[1] as NamedStamp | undefined
}

function stringPassages(words: string, { client, clock }: { client: number, clock: number }, stamp: NamedStamp | undefined, writers: readonly Writer[]): Passage[] {
  if (stamp) return [{ words, person: stamp.person, role: stamp.role, at: stamp.at, isSuggestion: true }]
  const changes = writers.filter(writer => writer.client === client && writer.clock > clock && writer.clock < clock + words.length).map(writer => writer.clock - clock).sort((a, b) => a - b)
  return [0, ...changes].map((from, index, starts) => {
    const writer = writerOf(writers, client, clock + from)
    return { words: words.slice(from, starts[index + 1]), person: writer?.person ?? '', role: writer?.role ?? '', at: writer?.at ?? null, isSuggestion: false }
  })
}

/** Neighbouring words of one person are one passage, dated by the first; suggested ones by themselves. */
function joined(passages: Passage[]): Passage[] {
  const out: Passage[] = []
  for (const passage of passages) {
    const last = out.at(-1)
    if (last && (last.person === passage.person && last.isSuggestion === passage.isSuggestion || passage.words === '\n')) last.words += passage.words
    else if (passage.words !== '') out.push({ ...passage })
  }
  return out
}
