import type { Node } from '@tiptap/pm/model'
import { suggestionOf } from '../document/node-suggestion'
import type { Stamp } from '../document/stamp'
import { finalNode } from './views'
import { deletionOf, deletionsOf, hasSuggestions, insertionOf, stampOf, styleChangesOf } from './marks'

export type ChangeKind = 'insert' | 'delete' | 'replace' | 'transpose' | 'move' | 'break' | 'run-on' | 'style' | 'look' | 'insert-node' | 'delete-node' | 'slip'

/** One suggested change as a list shows it. `from` and `to` hold its first piece. */
export interface Change {
  stamp: Stamp
  kind: ChangeKind
  from: number
  to: number
  removed: string // words taken out, blocks apart by `\n`
  added: string
  names: string[] // styles changed, or types of nodes
  part: string // type of the block its first piece stands in
}

interface Piece { stamp: Stamp, kind: 'insertion' | 'deletion' | 'break' | 'run-on' | 'style' | 'look' | 'insert-node' | 'delete-node', from: number, to: number, text: string, name: string, part?: string }

/** Every suggested change of a story, in reading order. */
export function changesOf(doc: Node): Change[] {
  const pieces = new Map<string, Piece[]>()
  doc.descendants((node, position, parent) => {
    if (!hasSuggestions(node)) return false
    const part = (node.isInline ? parent ?? node : node).type.name
    for (const piece of piecesOf(node, position)) pieces.set(piece.stamp.id, [...pieces.get(piece.stamp.id) ?? [], { ...piece, part }])
    return true
  })
  return [...pieces.values()].map(changeOf)
}

function piecesOf(node: Node, from: number): Piece[] {
  const to = from + node.nodeSize
  const text = node.isText ? node.text! : node.type.name === 'lineBreak' ? '\n' : ''
  if (!node.isInline) return blockPieces(node, from, to)
  const [inserted, name] = [insertionOf(node), node.isText ? '' : node.type.name]
  return [
    ...inserted ? [{ stamp: inserted, kind: 'insertion' as const, from, to, text, name }] : [],
    ...deletionsOf(node).map(stamp => ({ stamp, kind: 'deletion' as const, from, to, text, name })),
    ...styleChangesOf(node.marks).map(change => ({ stamp: change, kind: 'style' as const, from, to, text, name: change.style })),
  ]
}

function blockPieces(node: Node, start: number, end: number): Piece[] {
  const { inserted, deleted, changed = [] } = suggestionOf(node)
  const [from, to] = node.isTextblock ? [start, start + 1] : [start, end]
  const piece = (stamp: Stamp, kind: Piece['kind']): Piece => ({ stamp, kind, from, to, text: node.isTextblock ? '\n' : finalNode(node)?.textContent ?? '', name: node.type.name })
  return [
    ...inserted ? [piece(inserted, node.isTextblock ? 'break' : 'insert-node')] : [],
    ...deleted ? [piece(deleted, node.isTextblock ? 'run-on' : 'delete-node')] : [],
    ...changed.map(look => ({ ...piece(look, 'look'), text: '' })),
  ]
}

function changeOf(pieces: Piece[]): Change {
  const first = pieces[0]!
  const has = (...kinds: Piece['kind'][]) => pieces.some(piece => kinds.includes(piece.kind))
  const added = wordsOf(pieces, 'insertion', 'break', 'insert-node')
  const removed = wordsOf(pieces, 'deletion', 'run-on', 'delete-node')
  const hasWords = pieces.some(piece => isInline(piece) && piece.name === '')
  const kind = hasWords ? kindOfWords(pieces, removed, added)
    : has('insert-node', 'insertion') ? 'insert-node' : has('delete-node', 'deletion') ? 'delete-node'
    : has('break') ? 'break' : has('run-on') ? 'run-on' : first.kind === 'look' ? 'look' : 'style'
  const names = pieces.filter(piece => !hasWords || !isInline(piece)).map(({ name }) => name)
  return { stamp: first.stamp, kind, from: first.from, to: first.to, part: first.part ?? '', removed: removed.trim(), added: added.trim(), names: [...new Set(names.filter(name => name !== ''))] }
}

const isInline = ({ kind }: Piece) => kind === 'insertion' || kind === 'deletion'

const wordsOf = (pieces: Piece[], ...kinds: Piece['kind'][]) => pieces.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text).join('')

const farthest = 12 // characters between the two halves of a transposition

/** 转移: the same words elsewhere; 对调: words that changed places. */
function kindOfWords(pieces: Piece[], removed: string, added: string): ChangeKind {
  if (removed.trim() === '') return 'insert'
  if (added.trim() === '') return 'delete'
  if (removed === added && !areNeighbours(pieces)) return gapOf(pieces) <= farthest ? 'transpose' : 'move'
  return isRotation(removed, added) ? 'transpose' : 'replace'
}

const areNeighbours = (pieces: Piece[]) => gapOf(pieces) === 0

function gapOf(pieces: Piece[]): number {
  const [inserted, deleted] = [pieces.filter(({ kind }) => kind === 'insertion'), pieces.filter(({ kind }) => kind === 'deletion')]
  const [a, b] = [inserted[0]!.from < deleted[0]!.from ? inserted : deleted, inserted[0]!.from < deleted[0]!.from ? deleted : inserted]
  return Math.max(0, b[0]!.from - a.at(-1)!.to)
}

const isRotation = (a: string, b: string) => a.length > 1 && a.length === b.length && a !== b && (a + a).includes(b)

/** The change with marks at or around a position, if any. */
export function changeAt(doc: Node, position: number): Stamp | undefined {
  const $position = doc.resolve(position)
  const nodes = [$position.nodeAfter, $position.nodeBefore].filter(node => node?.isInline)
  const stamps = nodes.flatMap(node => node ? [deletionOf(node), insertionOf(node), ...node.marks.filter(mark => mark.type.name === 'formatting').map(stampOf)] : [])
  const { inserted, deleted, changed } = suggestionOf($position.parent)
  return [...stamps, inserted, deleted, changed?.at(-1)].find(stamp => stamp !== undefined)
}

/** The ids of every change that has a piece between two positions. */
export function changesBetween(doc: Node, from: number, to: number): Set<string> {
  const ids = new Set<string>()
  doc.nodesBetween(from, to, (node, position) => {
    if (!hasSuggestions(node)) return false
    for (const piece of piecesOf(node, position)) if (piece.from < to && piece.to > from) ids.add(piece.stamp.id)
    return true
  })
  return ids
}
