import { schema } from '../document/schema'
import type { Stamp } from '../document/stamp'
import { aligned } from './alignment'
import { mergedInline, mergedNode } from './merged-piece'
import { insertionOf, markSet, type Inline, type Piece, type Start, type Whole } from './pieces'
import { compare, worded } from './turns'

/**
 * What two copies made of one flow since they last were the same: pieces of the common state stand once and in their order, what either put in
 * stands where it was put, what either took out is gone. The same whichever copy is named first.
 */
export function mergedFlow(base: readonly Piece[], a: readonly Piece[], b: readonly Piece[]): Piece[] {
  const [inA, inB] = [copyOf(base, a), copyOf(base, b)]
  const out: Piece[] = []
  for (let index = 0; index <= base.length; index++) {
    out.push(...mergedGap(inA.putIn.get(index) ?? [], inB.putIn.get(index) ?? []))
    const [pieceA, pieceB] = [inA, inB].map(({ flow, places }) => flow[places[index] ?? -1])
    if (pieceA && pieceB) out.push(mergedPiece(base[index]!, pieceA, pieceB))
    else if (pieceA) out.push(...leftBehind(base, index, inA, inB))
    else if (pieceB) out.push(...leftBehind(base, index, inB, inA))
  }
  return out
}

/** Where the pieces of the common state are in a copy, and what it put in right before each of them; what it took out there follows. */
interface Copy { flow: readonly Piece[], places: readonly (number | undefined)[], putIn: Map<number, Piece[]> }

function copyOf(base: readonly Piece[], flow: readonly Piece[]): Copy {
  const places = aligned(base, flow)
  const putIn = new Map<number, Piece[]>()
  let [after, next] = [0, 0] // the piece of the common state and the place behind the last one found
  for (const [index, place] of [...places, flow.length].entries()) {
    if (place === undefined) continue
    if (place > next) putIn.set(after, flow.slice(next, place))
    ;[after, next] = [index + 1, place + 1]
  }
  return { flow, places, putIn }
}

function mergedPiece(base: Piece, a: Piece, b: Piece): Piece {
  if (base.kind === 'inline') return mergedInline(base, a as Inline, b as Inline)
  if (base.kind === 'start') return mergedNode(base, a as Start, b as Start)
  return mergedWhole(base, a as Whole, b as Whole)
}

function mergedWhole(base: Whole, a: Whole, b: Whole): Whole {
  const whole = { ...mergedNode(base, a, b), flow: mergedFlow(base.flow, a.flow, b.flow) }
  const { deleted } = whole.suggestion
  const unaware = [a, b].find(copy => !copy.suggestion.deleted)
  if (!deleted || base.suggestion.deleted || !unaware || !hasNewWords(base.flow, unaware.flow)) return whole
  const known = new Set([base, unaware === a ? b : a].flatMap(({ flow }) => keysOf(flow)))
  return { ...whole, flow: withWordsDeleted(whole.flow, known, deleted), suggestion: { ...whole.suggestion, deleted: undefined } }
}

/** What stays of a piece one copy took out: around words the other copy put in, their block and the nodes it is in. */
function leftBehind(base: readonly Piece[], index: number, has: Copy, lacks: Copy): Piece[] {
  const piece = has.flow[has.places[index]!]!
  if (piece.kind === 'inline') return []
  if (piece.kind === 'start') return isBlockGone(base, index, lacks) && isWrittenIn(base, index, has) ? [piece] : []
  const before = base[index] as Whole
  const flow = mergedFlow(before.flow, framesOf(before.flow), piece.flow)
  return hasWords(flow) ? [{ ...piece, flow }] : []
}

/** Where the block that begins at `start` ends. */
function endOf(base: readonly Piece[], start: number): number {
  let end = start + 1
  while (base[end]?.kind === 'inline') end++
  return end
}

/** Where one copy suggests to delete a node in which the other wrote, the words it knew go, and the node stays with the new ones. */
function withWordsDeleted(flow: readonly Piece[], known: ReadonlySet<string>, stamp: Stamp): Piece[] {
  return flow.map(piece => {
    if (piece.kind === 'whole') return { ...piece, flow: withWordsDeleted(piece.flow, known, stamp) }
    return piece.kind === 'inline' && known.has(piece.key) ? deletedInline(piece, stamp) : piece
  })
}

function deletedInline(piece: Inline, stamp: Stamp): Inline {
  if (piece.text === '') return { ...piece, suggestion: { ...piece.suggestion, deleted: piece.suggestion.deleted ?? stamp } }
  return { ...piece, marks: markSet([...piece.marks, schema.marks.deletion!.create(stamp)]) }
}

const keysOf = (flow: readonly Piece[]): string[] => flow.flatMap(piece => piece.kind === 'whole' ? keysOf(piece.flow) : [piece.key])

function hasNewWords(base: readonly Piece[], flow: readonly Piece[]): boolean {
  const places = aligned(base, flow)
  const known = new Map(places.map((place, index) => [place, base[index]]))
  return flow.some((piece, index) => {
    const before = known.get(index)
    return piece.kind === 'whole' ? hasNewWords(before?.kind === 'whole' ? before.flow : [], piece.flow) : piece.kind === 'inline' && !before
  })
}

/** Whether a copy took out a block with all its words, rather than the break before it. */
const isBlockGone = (base: readonly Piece[], start: number, { places }: Copy) => places.slice(start + 1, endOf(base, start)).every(place => place === undefined)

function isWrittenIn(base: readonly Piece[], start: number, { putIn }: Copy): boolean {
  for (let index = start + 1; index <= endOf(base, start); index++) if (putIn.get(index)?.[0]?.kind === 'inline') return true
  return false
}

/** Nodes and breaks without any words. */
const framesOf = (flow: readonly Piece[]): Piece[] =>
  flow.filter(({ kind }) => kind !== 'inline').map(piece => piece.kind === 'whole' ? { ...piece, flow: framesOf(piece.flow) } : piece)

const hasWords = (flow: readonly Piece[]): boolean => flow.some(piece => piece.kind === 'inline' || (piece.kind === 'whole' && hasWords(piece.flow)))

/** Both copies put something in at one place: words of the block that is there come before new blocks, and whose come first is the same for both. */
function mergedGap(a: Piece[], b: Piece[]): Piece[] {
  if (a.length === 0 || b.length === 0) return a.length > 0 ? a : b
  const shared = new Set(b.map(({ key }) => key))
  const known = a.filter(({ key }) => shared.has(key))
  if (known.length > 0) return mergedFlow(known.map(piece => lesser(piece, b.find(({ key }) => key === piece.key)!)), a, b)
  const [wordsA, wordsB] = [a, b].map(headOf) as [Piece[], Piece[]]
  return [...inOrder(wordsA, wordsB), ...inOrder(a.slice(wordsA.length), b.slice(wordsB.length))]
}

function headOf(pieces: Piece[]): Piece[] {
  const end = pieces.findIndex(({ kind }) => kind !== 'inline')
  return end < 0 ? pieces : pieces.slice(0, end)
}

const inOrder = (a: Piece[], b: Piece[]): Piece[] => [a, b].sort(([x], [y]) => compare(orderOf(x), orderOf(y))).flat()
const orderOf = (piece: Piece | undefined) => piece ? `${insertionOf(piece)?.id ?? ''}|${piece.key}` : ''

/** Copies that met others in between know a piece the common state has not: one of its two forms stands for it. */
const lesser = (a: Piece, b: Piece) => compare(worded(formOf(a)), worded(formOf(b))) <= 0 ? a : b
const formOf = (piece: Piece) => piece.kind === 'inline' ? [piece.marks, piece.suggestion] : [piece.type.name, piece.attrs, piece.suggestion]
