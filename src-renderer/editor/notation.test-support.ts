import type { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Command } from '@tiptap/pm/state'
import { schema } from '../../src-main/common/document/schema'
import { restored } from './plugins/structure'

const names: Record<string, string> = { k: 'kicker', h: 'headline', s: 'subhead', p: 'paragraph', c: 'crosshead' }
const letters = Object.fromEntries(Object.entries(names).map(([letter, name]) => [name, letter]))

/** A story in one line for tests: `k:引题 h:主^题 p:正文`; `^` is the cursor, a second one the selection's other end. */
export function stateOf(notation: string): EditorState {
  const ends: number[] = []
  let position = 0
  const lines = notation.split(' ').map(part => {
    const [letter, text = ''] = part.split(':')
    const clean = text.replaceAll('^', '')
    for (let at = text.indexOf('^'), passed = 0; at >= 0; at = text.indexOf('^', at + 1)) ends.push(position + 1 + at - passed++)
    position += clean.length + 2
    return schema.node(names[letter!]!, null, clean ? schema.text(clean) : [])
  })
  const doc = schema.node('doc', null, lines)
  return EditorState.create({ doc, selection: TextSelection.create(doc, ends[0] ?? 1, ends[1]) })
}

/** The same notation back from a state. */
export function notationOf({ doc, selection }: EditorState): string {
  const parts: string[] = []
  doc.forEach((node, offset) => parts.push(`${letters[node.type.name] ?? node.type.name}:${withCursor(node, offset + 1, selection.head)}`))
  return parts.join(' ')
}

function withCursor(node: Node, start: number, head: number): string {
  const at = head - start
  const text = node.textContent
  return node.isTextblock && at >= 0 && at <= node.content.size ? `${text.slice(0, at)}^${text.slice(at)}` : text
}

/** What a command makes of a story, order restored as the editor would; undefined when it does not apply. */
export function after(notation: string, command: Command): string | undefined {
  let state = stateOf(notation)
  const isDone = command(state, tr => { state = state.apply(tr) })
  if (!isDone) return undefined
  const tr = restored(state)
  return notationOf(tr ? state.apply(tr) : state)
}
