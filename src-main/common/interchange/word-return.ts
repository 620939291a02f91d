import type { Node } from '@tiptap/pm/model'
import { suggestionOf } from '../document/node-suggestion'
import { isSuggestion, stampOf } from '../suggestions/marks'
import { aligned } from './aligned'

/** Who changed a Word file, and when: local ISO time to the second with a Z, as Word writes it. */
export interface WordRevision { author: string, date: string }
/** Words of one look; `styles` are names of the schema's marks. */
export interface WordRun { text: string, styles: string[] }
export interface WordPiece extends WordRun { inserted?: WordRevision | undefined, deleted?: WordRevision | undefined, restyled?: { by: WordRevision, before: string[] } | undefined }
/** A paragraph of words; its break stands at its end. */
export interface WordBlock { pieces: WordPiece[], breakInserted?: WordRevision | undefined, breakDeleted?: WordRevision | undefined }
/** `parent` is the place in the list of the comment that is answered; offsets count characters of the block, all revisions shown. */
export interface WordComment extends WordRevision { text: string, parent: number | null, range: { from: { block: number, offset: number }, to: { block: number, offset: number } } | null }
/** What a Word file says; `styles` are changes of a paragraph's style, which are not taken. */
export interface WordReturn { blocks: WordBlock[], comments: WordComment[], styles: WordRevision[] }

/** One change to make to a story: positions of its document, and the lines that take the place of what stands there. */
export interface ReturnedEdit { from: number, to: number, lines: WordRun[][], by: WordRevision }
/** Words that were given a style, or had one taken away. */
export interface ReturnedStyling { from: number, to: number, added: string[], removed: string[], by: WordRevision }
export interface ReturnedComment { comment: WordComment, from: number, to: number }
/** What comes back, in order of place. `conflicts` are words whose place in the story is gone or was changed without a revision; `styles` counts changes of a paragraph's style. */
export interface ReturnPlan { edits: ReturnedEdit[], stylings: ReturnedStyling[], comments: ReturnedComment[], conflicts: string[], styles: number }

export const wordDate = (at: number) => new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', 'Z')

/** Words of one paragraph as they stood when the file went out, with the changes made to them since. */
interface Line { text: string, edits: ReturnedEdit[], stylings: ReturnedStyling[], joined?: WordRevision | undefined, blocks: { index: number, places: number[] }[] }

/** The changes a returned Word file makes to a story: revisions the story does not have itself. Nothing is changed by planning. */
export function planReturn(doc: Node, { blocks, comments, styles }: WordReturn): ReturnPlan {
  const known = knownRevisions(doc)
  const lines = linesOf(blocks, revision => revision !== undefined && !known.has(keyOf(revision)))
  const story = textBlocksOf(doc)
  const partner = aligned(lines.map(line => line.text), story.map(block => block.text))
  const plan: ReturnPlan = { edits: [], stylings: [], comments: [], conflicts: [], styles: styles.filter(revision => !known.has(keyOf(revision))).length }
  lines.forEach((line, index) => {
    const block = story[partner[index] ?? -1]
    if (!block) return void plan.conflicts.push(...conflictsOf(line))
    const placed = <Change extends { from: number, to: number }>(change: Change): Change => ({ ...change, from: block.start + change.from, to: block.start + change.to })
    plan.edits.push(...line.edits.map(placed))
    plan.stylings.push(...line.stylings.map(placed))
    const next = story[partner[index]! + 1]
    if (line.joined && next && partner[index + 1] === partner[index]! + 1) plan.edits.push({ from: block.start + block.text.length, to: next.start, lines: [[]], by: line.joined })
    else if (line.joined) plan.conflicts.push(line.text.slice(-quoted))
  })
  plan.edits = plan.edits.sort((a, b) => a.from - b.from || a.to - b.to)
  plan.comments = comments.map(comment => ({ comment, ...placeOf(comment, lines, story, partner) }))
  return plan
}

const keyOf = ({ author, date }: WordRevision) => `${author}|${date}`

function knownRevisions(doc: Node): Set<string> {
  const known = new Set<string>()
  const add = ({ person, at }: { person: string, at: number }) => known.add(keyOf({ author: person, date: wordDate(at) }))
  doc.descendants(node => {
    node.marks.filter(isSuggestion).forEach(mark => add(stampOf(mark)))
    const { inserted, deleted, changed = [] } = suggestionOf(node)
    for (const stamp of [inserted, deleted, ...changed]) if (stamp) add(stamp)
  })
  return known
}

function linesOf(blocks: readonly WordBlock[], isNew: (revision: WordRevision | undefined) => boolean): Line[] {
  const lines: Line[] = []
  let line: Line = { text: '', edits: [], stylings: [], blocks: [] }
  blocks.forEach(({ pieces, breakInserted, breakDeleted }, index) => {
    line.blocks.push({ index, places: placesOf(pieces, line, isNew) })
    const isBroken = isNew(breakInserted)
    if (isBroken && isNew(breakDeleted)) return
    if (isBroken) return addEdit(line, line.text.length, line.text.length, [[], []], breakInserted!)
    lines.push(line)
    if (isNew(breakDeleted)) line.joined = breakDeleted
    line = { text: '', edits: [], stylings: [], blocks: [] }
  })
  return line.blocks.length > 0 ? [...lines, line] : lines
}

/** Takes the pieces into the line; for every character of the block, and its end, the place in the line's words. */
function placesOf(pieces: readonly WordPiece[], line: Line, isNew: (revision: WordRevision | undefined) => boolean): number[] {
  const places: number[] = []
  for (const { text, styles, inserted, deleted, restyled } of pieces) {
    const from = line.text.length
    const isAdded = isNew(inserted)
    for (let offset = 0; offset < text.length; offset++) places.push(isAdded ? from : from + offset)
    if (isAdded && isNew(deleted)) continue
    if (isAdded) addEdit(line, from, from, [[{ text, styles }]], inserted!)
    else line.text += text
    if (!isAdded && isNew(deleted)) addEdit(line, from, from + text.length, [[]], deleted!)
    else if (!isAdded && restyled && isNew(restyled.by)) {
      const { by, before } = restyled
      line.stylings.push({ from, to: from + text.length, added: styles.filter(style => !before.includes(style)), removed: before.filter(style => !styles.includes(style)), by })
    }
  }
  return [...places, line.text.length]
}

/** Neighbouring changes of one person are one: what is put in takes the place of what is taken out. */
function addEdit(line: Line, from: number, to: number, lines: WordRun[][], by: WordRevision): void {
  const last = line.edits.at(-1)
  if (last?.to !== from || last.by.author !== by.author) return void line.edits.push({ from, to, lines, by })
  last.to = to
  last.lines = [...last.lines.slice(0, -1), [...last.lines.at(-1)!, ...lines[0]!], ...lines.slice(1)]
}

interface TextBlock { start: number, text: string }

function textBlocksOf(doc: Node): TextBlock[] {
  const blocks: TextBlock[] = []
  doc.descendants((node, position) => {
    if (node.isTextblock) blocks.push({ start: position + 1, text: node.textBetween(0, node.content.size, '', '\n') })
    return !node.isTextblock
  })
  return blocks
}

const quoted = 40

/** Lines as text. */
export const wordsOf = (lines: readonly WordRun[][]): string => lines.map(runs => runs.map(({ text }) => text).join('')).join('\n')

function conflictsOf({ text, edits }: Line): string[] {
  if (text.trim() === '' && edits.length === 0) return []
  return edits.length === 0 ? [text.slice(0, quoted)] : edits.map(({ from, to, lines }) => [text.slice(Math.max(0, from - 6), to), wordsOf(lines)].filter(Boolean).join(' → ').slice(0, 2 * quoted))
}

function placeOf({ range }: WordComment, lines: readonly Line[], story: readonly TextBlock[], partner: readonly number[]): { from: number, to: number } {
  const head = { from: story[0]?.start ?? 0, to: (story[0]?.start ?? 0) + (story[0]?.text.length ?? 0) }
  if (!range) return head
  const [from, to] = [range.from, range.to].map(({ block, offset }) => {
    const line = lines.findIndex(each => each.blocks.some(({ index }) => index === block))
    const places = lines[line]?.blocks.find(({ index }) => index === block)?.places
    const target = story[partner[line] ?? -1]
    return target && places ? target.start + places[Math.min(offset, places.length - 1)]! : undefined
  })
  return from === undefined || to === undefined || from >= to ? head : { from, to }
}
