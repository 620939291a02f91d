import type { Attrs, Mark, NodeType } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { suggestionOf, withoutSuggestion, type NodeSuggestion } from '../document/node-suggestion'
import { schema } from '../document/schema'
import type { Stamp } from '../document/stamp'
import { textFragment } from '../document/story-doc'
import { compare, worded } from './turns'

/** A character, or a line break, whose `text` is empty. `key` is its Yjs id, the same in every copy that has it. */
export interface Inline { kind: 'inline', key: string, text: string, marks: readonly Mark[], suggestion: NodeSuggestion }

/** The beginning of a text block: what stands before the next start or whole node is in it. */
export interface Start extends Look { kind: 'start', key: string, suggestion: NodeSuggestion }

/** Any other node, with all it holds. */
export interface Whole extends Look { kind: 'whole', key: string, suggestion: NodeSuggestion, flow: Piece[] }

/** Type and attributes of a node, without what is suggested about it. */
export interface Look { type: NodeType, attrs: Attrs }

export type Piece = Inline | Start | Whole

/** A story's text as a row of pieces. Nothing of the document is touched, not even what fits no schema. */
export const piecesOf = (doc: Y.Doc): Piece[] => flowOf(textFragment(doc))

function flowOf(parent: Y.XmlFragment | Y.XmlElement): Piece[] {
  return parent.toArray().flatMap(child => child instanceof Y.XmlElement ? elementPieces(child) : [])
}

function elementPieces(element: Y.XmlElement): Piece[] {
  const type = schema.nodes[element.nodeName]
  if (!type) return []
  const look = lookOf(type, element)
  return type.isTextblock ? [{ kind: 'start', ...look }, ...inlinePieces(element)] : [{ kind: 'whole', ...look, flow: flowOf(element) }]
}

function lookOf(type: NodeType, element: Y.XmlElement) {
  const node = type.create(element.getAttributes() as Attrs)
  return { key: keyOf(element._item!.id), type, attrs: withoutSuggestion(node.attrs), suggestion: suggestionOf(node) }
}

function inlinePieces(block: Y.XmlElement): Inline[] {
  return block.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return characters(child)
    if (!(child instanceof Y.XmlElement) || child.nodeName !== 'lineBreak') return []
    const { key, suggestion } = lookOf(schema.nodes.lineBreak!, child)
    return [{ kind: 'inline', key, text: '', marks: [], suggestion }]
  })
}

/** A text's characters. Follows its items; formats between them say which marks the characters have. */
export function characters(text: Y.XmlText): Inline[] {
  const pieces: Inline[] = []
  const open = new Map<string, Attrs | null>()
  let marks: readonly Mark[] = []
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) {
      open.set(item.content.key, item.content.value as unknown as Attrs | null)
      marks = marksOf(open)
    } else if (item.content instanceof Y.ContentString) {
      let { clock } = item.id
      for (const character of item.content.str) {
        pieces.push({ kind: 'inline', key: keyOf({ client: item.id.client, clock }), text: character, marks, suggestion: {} })
        clock += character.length
      }
    }
  }
  return pieces
}

const hash = /--[a-zA-Z0-9+/=]{8}$/ // the binding's, after the names of marks that may stand side by side

function marksOf(open: Map<string, Attrs | null>): readonly Mark[] {
  return markSet([...open].flatMap(([key, attrs]) => {
    const type = schema.marks[key.replace(hash, '')]
    return type && attrs !== null ? [type.create(attrs)] : []
  }))
}

/** Marks in an order of their own, so that the same marks make the same set. */
export function markSet(marks: readonly Mark[]): readonly Mark[] {
  const sorted = marks.map(mark => ({ mark, order: worded(mark.attrs) })).sort((a, b) => compare(a.order, b.order))
  return sorted.reduce<readonly Mark[]>((set, { mark }) => mark.addToSet(set), [])
}

/** All characters and line breaks of a flow, those in whole nodes too. */
export const inlinesOf = (flow: readonly Piece[]): Inline[] =>
  flow.flatMap(piece => piece.kind === 'inline' ? [piece] : piece.kind === 'whole' ? inlinesOf(piece.flow) : [])

export const idOf = (key: string) => {
  const [client, clock] = key.split(':')
  return { client: Number(client), clock: Number(clock) }
}

export const keyOf = ({ client, clock }: { client: number, clock: number }) => `${client}:${clock}`

/** Whose insertion a piece is, if any. */
export function insertionOf(piece: Piece): Stamp | undefined {
  if (piece.kind !== 'inline' || piece.text === '') return piece.suggestion.inserted
  return piece.marks.find(mark => mark.type.name === 'insertion')?.attrs as Stamp | undefined
}
