import { Mark } from '@tiptap/pm/model'
import type { FormerLook, NodeSuggestion } from '../document/node-suggestion'
import { schema } from '../document/schema'
import type { Stamp } from '../document/stamp'
import { isStyle, type StyleChange } from '../suggestions/marks'
import { turnsOf } from '../suggestions/settle'
import { markSet, type Inline, type Look, type Start, type Whole } from './pieces'
import { merged, mergedRow, valuesOf, type Row } from './turns'

type Values = Record<string, unknown> | null

/** A character both copies have, with what either did to it. */
export function mergedInline(base: Inline, a: Inline, b: Inline): Inline {
  return { ...base, marks: Mark.sameSet(a.marks, b.marks) ? a.marks : mergedMarks(base.marks, a.marks, b.marks), suggestion: mergedSuggestion(base.suggestion, a.suggestion, b.suggestion) }
}

/** Insertions, deletions and comments: those both have, and those one of them put there. */
function mergedMarks(base: readonly Mark[], a: readonly Mark[], b: readonly Mark[]): readonly Mark[] {
  const plain = [...a, ...b].filter(mark => !isStyle(mark) && mark.type.name !== 'formatting')
  let marks: readonly Mark[] = plain.filter(mark => (mark.isInSet(a) && mark.isInSet(b)) || !mark.isInSet(base))
  const styles = new Set([base, a, b].flat().map(mark => mark.type.name === 'formatting' ? (mark.attrs as StyleChange).style : isStyle(mark) ? mark.type.name : ''))
  for (const style of [...styles].filter(Boolean).sort()) marks = withStyle(marks, style, mergedRow(styleRow(base, style), styleRow(a, style), styleRow(b, style)))
  return markSet(marks)
}

function styleRow(marks: readonly Mark[], style: string): Row<Values> {
  const [turns, own] = [turnsOf(marks, style), schema.marks[style]!.isInSet(marks)]
  const befores = [...turns.map(({ before }) => before), own ? { ...own.attrs } : null]
  return { origin: befores[0]!, turns: turns.map((turn, index) => ({ stamp: stampIn(turn), after: befores[index + 1]! })) }
}

const stampIn = ({ id, person, role, pass, at }: Stamp): Stamp => ({ id, person, role, pass, at })

function withStyle(marks: readonly Mark[], style: string, row: Row<Values>): readonly Mark[] {
  const values = valuesOf(row)
  const changes = row.turns.map(({ stamp }, turn) => schema.marks.formatting!.create({ ...stamp, style, before: values[turn], turn }))
  const current = values.at(-1)
  return [...marks, ...changes, ...current ? [schema.marks[style]!.create(current)] : []]
}

/** A node both copies have, with what either made of it; what it holds is merged elsewhere. */
export function mergedNode<P extends Start | Whole>(base: P, a: P, b: P): P {
  const row = mergedRow(lookRow(base), lookRow(a), lookRow(b))
  const values = valuesOf(row)
  const changed = row.turns.map(({ stamp }, index) => ({ ...stamp, type: values[index]!.type, attrs: values[index]!.attrs }))
  const { type, attrs } = values.at(-1)!
  return { ...base, type: schema.nodes[type]!, attrs, suggestion: { ...mergedSuggestion(base.suggestion, a.suggestion, b.suggestion), changed } }
}

type NamedLook = Pick<FormerLook, 'type' | 'attrs'>

function lookRow({ type, attrs, suggestion: { changed = [] } }: Look & { suggestion: NodeSuggestion }): Row<NamedLook> {
  const looks = [...changed.map(({ type, attrs }) => ({ type, attrs })), { type: type.name, attrs }]
  return { origin: looks[0]!, turns: changed.map((look, index) => ({ stamp: stampIn(look), after: looks[index + 1]! })) }
}

function mergedSuggestion(base: NodeSuggestion, a: NodeSuggestion, b: NodeSuggestion): NodeSuggestion {
  const of = (field: 'inserted' | 'deleted'): Stamp | undefined => merged(base[field], a[field], b[field])
  return { inserted: of('inserted'), deleted: of('deleted') }
}
