import type { Node } from '@tiptap/pm/model'
import { suggestionOf } from '../../common/document/node-suggestion'
import type { Stamp } from '../../common/document/stamp'
import type { Change, ChangeKind } from '../../common/suggestions/changes'
import { deletionsOf, insertionOf, styleChangesOf } from '../../common/suggestions/marks'
import { textRun, type Run } from '../story/inline-data'
import { printable } from '../story/printable'
import { colourOf } from './pass-colours'
import { noteKind, noteText, type MarginNote } from './notes'
import { transpositionsIn, type Transposition } from './transpositions'

/** How the words of a run are marked. */
export interface WordMark { look: 'strike' | 'ring' | 'over' | 'under', colour: string }

/** A place in the line where a mark stands; `note` is the margin note its leader goes to. */
export interface Place { text: '', sign: string, colour: string, note?: number, isFirst?: true }

/** Reads text blocks of a `markedOriginal` of `doc` as runs with marks and places, and collects the notes in reading order. */
export function markedReader(doc: Node, changes: Change[]) {
  const retyped = retypedIn(doc)
  const byId = new Map(changes.map(change => [change.stamp.id, change]))
  const moves = changes.filter(({ kind }) => kind === 'move').map(({ stamp }) => stamp.id)
  const notes: MarginNote[] = []
  const noted = new Set<string>()

  /** The place of a change, with a leader the first time; `role` tells the two ends of a move apart. */
  function place(stamp: Stamp, sign: string, role: 'source' | 'target' | 'style' = 'source', isStyled = true): Place[] {
    const change = byId.get(stamp.id)
    const key = `${stamp.id} ${change?.kind === 'move' || role === 'style' ? role : ''}`
    if (!change || noted.has(key)) return []
    noted.add(key)
    const colour = colourOf(stamp.pass)
    const shown: Change = role === 'style' ? { ...change, kind: 'style' } : change
    const text = noteText(shown, { isTarget: role === 'target', number: moves.indexOf(stamp.id) + 1, isStyled, isRetyped: retyped.has(stamp.id) })
    notes.push({ kind: noteKind(shown), text, colour, change: stamp.id })
    return [{ text: '', sign, colour, note: notes.length - 1 }]
  }

  function runsOf(block: Node): Run[] {
    const { deleted, changed = [] } = suggestionOf(block)
    const runs: Run[] = [...deleted ? place(deleted, 'run-on') : [], ...changed.flatMap(look => place(look, 'plain'))]
    const turned = transpositionsIn(block, byId)
    let offset = 0
    block.forEach((child, _, index) => {
      runs.push(...pieces(child, offset, turned, block.maybeChild(index + 1)))
      offset += child.nodeSize
    })
    return runs.map((run, index) => 'sign' in run && runs.slice(0, index).every(other => 'sign' in other) ? { ...run, isFirst: true as const } : run)
  }

  function pieces(node: Node, offset: number, turned: Transposition[], next: Node | null): Run[] {
    const [inserted, deletions] = [insertionOf(node), deletionsOf(node)]
    const styled = stylePlaces(node, next)
    const isTurn = ({ id }: Stamp) => turned.some(turn => turn.id === id)
    if (inserted) return [...isTurn(inserted) ? [] : insertedPlace(node, inserted), ...deletions.filter(stamp => !isTurn(stamp)).flatMap(stamp => place(stamp, 'plain')), ...styled]
    if (!node.isText) return [...deletions.flatMap(stamp => place(stamp, 'run-on')), ...styled, { break: true }]
    const within = turned.find(({ from, to }) => offset < to && offset + node.nodeSize > from)
    const ends = deletions.filter(stamp => !isTurn(stamp) && !continues(stamp, next)).flatMap(stamp => place(stamp, lookOf(stamp) === 'ring' ? 'ring' : 'strike'))
    if (within) return [...turnedRuns(node, offset, within), ...ends, ...styled]
    const mark = markOf(deletions[0]) ?? styleMark(styleChangesOf(node.marks))
    return [{ ...textRun(node), text: printable(node.text!), ...mark && { mark } }, ...ends, ...styled]
  }

  /** Where changes of style end. */
  function stylePlaces(node: Node, next: Node | null): Place[] {
    return styleChangesOf(node.marks).filter(change => !next || !styleChangesOf(next.marks).some(({ id }) => id === change.id))
      .flatMap(change => place(change, 'under', 'style', node.marks.some(({ type }) => type.name === change.style)))
  }

  /** A place without words of its own: what was put in there, or what happened to a whole node. */
  function insertedPlace(node: Node, stamp: Stamp): Place[] {
    const kind = byId.get(stamp.id)?.kind
    return place(stamp, node.isText || !kind ? 'insert' : signs[kind] ?? 'insert', 'target')
  }

  const lookOf = ({ id }: Stamp): WordMark['look'] => ['replace', 'move'].includes(byId.get(id)?.kind ?? '') ? 'ring' : 'strike'
  const markOf = (deleted: Stamp | undefined): WordMark | undefined => deleted && { look: lookOf(deleted), colour: colourOf(deleted.pass) }

  return { runsOf, notes }
}

/** The changes that made a node one of another kind. */
function retypedIn(doc: Node): Set<string> {
  const retyped = new Set<string>()
  doc.descendants(node => { for (const { id, type } of suggestionOf(node).changed ?? []) if (type !== node.type.name) retyped.add(id) })
  return retyped
}

/** What stands where a change has no words. */
const signs: Partial<Record<ChangeKind, string>> = { 'break': 'break', 'run-on': 'run-on', 'delete-node': 'plain', 'look': 'plain' }

const styleMark = (styles: { pass: string }[]): WordMark | undefined => styles.length > 0 ? { look: 'under', colour: colourOf(styles.at(-1)!.pass) } : undefined

const continues = ({ id }: Stamp, next: Node | null) => next !== null && !insertionOf(next) && deletionsOf(next).some(stamp => stamp.id === id)

/** 对调: the first of the two over-lined, the second underlined, a stroke between them. */
function turnedRuns(node: Node, offset: number, { from, middle, to, pass }: Transposition): Run[] {
  const colour = colourOf(pass)
  const run = (start: number, end: number, look?: WordMark['look']): Run[] => {
    const text = node.text!.slice(Math.max(0, start - offset), Math.max(0, end - offset))
    return text === '' ? [] : [{ ...textRun(node), text: printable(text), ...look && { mark: { look, colour } } }]
  }
  const isTurn = middle > offset && middle <= offset + node.nodeSize
  return [...run(offset, from), ...run(Math.max(from, offset), middle, 'over'), ...isTurn ? [{ text: '' as const, sign: 'turn', colour }] : [], ...run(Math.max(middle, offset), to, 'under'), ...run(Math.max(to, offset), offset + node.nodeSize)]
}
