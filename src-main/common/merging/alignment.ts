import { differences } from '../comparison/edit-script'
import { insertionOf, type Piece } from './pieces'

type Places = (number | undefined)[]

/**
 * Where each piece of the common state stands in one copy's flow, in order; undefined where the copy took it out. Pieces keep their Yjs ids,
 * save that the binding moves words (the tail of a block that is broken) and may let one block's element stand for another's. So what a piece is counts
 * first: what it is and its id, then what it is alone, between those found (words before the breaks between them), then its id alone: an insertion that
 * was accepted.
 */
export function aligned(base: readonly Piece[], copy: readonly Piece[]): Places {
  const [names, namesInCopy, placeOf] = [base.map(nameOf), copy.map(nameOf), new Map(copy.map(({ key }, index) => [key, index]))]
  const found: Places = base.map(({ kind, key }, index) => {
    const place = kind === 'start' ? undefined : placeOf.get(key)
    return place !== undefined && namesInCopy[place] === names[index] ? place : undefined
  })
  for (const isWanted of [(piece: Piece) => piece.kind !== 'start', () => true]) {
    const [inBase, inCopy] = [base, copy].map(pieces => (from: number, to: number) => indexes(from, to).filter(index => isWanted(pieces[index]!))) as [Picked, Picked]
    for (const { fromA, toA, fromB, toB } of gapsIn(found, copy.length)) matchNames(found, inBase(fromA, toA), inCopy(fromB, toB), names, namesInCopy)
  }
  for (const { fromA, toA, fromB, toB } of gapsIn(found, copy.length)) {
    for (let [index, start] = [fromA, fromB]; index < toA; index++) {
      const place = placeOf.get(base[index]!.key)
      if (place !== undefined && place >= start && place < toB) start = (found[index] = place) + 1
    }
  }
  return found
}

/** Stretches of both that nothing was found in yet. */
function gapsIn(found: Places, length: number): { fromA: number, toA: number, fromB: number, toB: number }[] {
  const gaps = []
  let [fromA, fromB] = [0, 0]
  for (let index = 0; index <= found.length; index++) {
    const place = index < found.length ? found[index] : length
    if (place === undefined) continue
    if (fromA < index && fromB < place) gaps.push({ fromA, toA: index, fromB, toB: place })
    ;[fromA, fromB] = [index + 1, place + 1]
  }
  return gaps
}

type Picked = (from: number, to: number) => number[]
const indexes = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

function matchNames(found: Places, inBase: number[], inCopy: number[], names: string[], namesInCopy: string[]): void {
  let [a, b] = [0, 0]
  const gaps = differences(inBase.map(index => names[index]!), inCopy.map(index => namesInCopy[index]!))
  for (const gap of [...gaps, { fromA: inBase.length, toA: inBase.length, toB: inCopy.length }]) {
    while (a < gap.fromA) found[inBase[a++]!] = inCopy[b++]
    ;[a, b] = [gap.toA, gap.toB]
  }
}

/** What a piece is, whoever looks at it: a block that was given another look is still the block it was, save that a caption is no credit. */
function nameOf(piece: Piece): string {
  const inserted = insertionOf(piece)?.id ?? ''
  if (piece.kind === 'inline') return `${piece.text}|${inserted}`
  const type = piece.suggestion.changed?.[0]?.type ?? piece.type.name
  return `${piece.kind}|${piece.kind === 'whole' || ['caption', 'credit'].includes(type) ? type : ''}|${inserted}`
}
