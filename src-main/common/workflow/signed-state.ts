import type { Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { emptySlip, slipFields, type Slip } from '../document/slip'
import { readSlip } from '../document/slip-map'
import { readText } from '../document/story-doc'
import { readSlipChanges } from '../suggestions/slip-changes'
import { viewOf } from '../suggestions/views'

/** Slip fields that steer the work and are no part of what is signed. */
const steering: readonly (keyof Slip)[] = ['priority', 'instructions', 'publishedAt', 'legalHold', 'plannedLength']

/**
 * What a signature stands for, as words to be hashed: the final text with its formatting, and the slip. Comments and suggestions not yet decided
 * are no part of it. Values nobody set are left out, so that fields a later version of the program adds leave old signatures valid.
 */
export function signedState(doc: Y.Doc): string {
  return JSON.stringify({ text: nodeState(viewOf(readText(doc), 'final')), slip: filled(doc).filter(([field]) => !steering.includes(field)) })
}

/** A proof with its marks, as words to be hashed: text with suggestions, the slip, and what was changed of it. */
export function markedState(doc: Y.Doc): string {
  const changes = readSlipChanges(doc).map(({ field, person, role, pass, from, to, at }) => [field, person, role, pass, from, to, at])
  return JSON.stringify({ text: nodeState(readText(doc)), slip: filled(doc), changes })
}

function filled(doc: Y.Doc): [field: keyof Slip, value: unknown][] {
  const slip = readSlip(doc)
  return slipFields.filter(field => JSON.stringify(slip[field]) !== JSON.stringify(emptySlip[field])).sort().map(field => [field, slip[field]])
}

/** One node as a signature sees it. */
export const stateOf = (node: Node): string => JSON.stringify(nodeState(node))

type State = [type: string, attributes: unknown[], content: State[] | string, marks: unknown[]]

function nodeState(node: Node): State {
  const marks = node.marks.filter(mark => mark.type.name !== 'comment').map(mark => [mark.type.name, given(mark.attrs, mark.type.spec.attrs)])
  return [node.type.name, given(node.attrs, node.type.spec.attrs), node.isText ? node.text! : joined(node.children.map(nodeState)), marks]
}

/** A comment's mark divides text that is one. */
function joined(children: State[]): State[] {
  const whole: State[] = []
  for (const child of children) {
    const last = whole.at(-1)
    if (last?.[0] === 'text' && child[0] === 'text' && JSON.stringify(last[3]) === JSON.stringify(child[3])) last[2] = `${last[2] as string}${child[2] as string}`
    else whole.push(child)
  }
  return whole
}

function given(attributes: Readonly<Record<string, unknown>>, spec: Readonly<Record<string, { default?: unknown }>> | null | undefined): unknown[] {
  return Object.keys(attributes).sort().filter(name => JSON.stringify(attributes[name]) !== JSON.stringify(spec?.[name]?.default)).map(name => [name, attributes[name]])
}
