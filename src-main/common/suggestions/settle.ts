import { Mark, type Attrs, type MarkType, type Node, type NodeType } from '@tiptap/pm/model'
import type { FormerLook } from '../document/node-suggestion'
import type { Stamp } from '../document/stamp'
import { isSuggestion, stampOf, styleChangesOf, type StyleChange } from './marks'
import type { Judge } from './resolve'

interface Turn<Value> extends Stamp { before: Value }

/**
 * What a row of changes of one thing comes to. Each knows what was there before it; the thing itself is what the last one made.
 * To accept a change settles those before it; to reject one lets the next begin where it began.
 */
export function settledTurns<Value, T extends Turn<Value>>(turns: T[], current: Value, judge: Judge): { left: T[], current: Value } {
  const accepted = turns.map(judge).lastIndexOf('accept')
  const left: T[] = []
  let before: { value: Value } | undefined
  for (const turn of turns.slice(accepted + 1)) {
    const start = before ? { ...turn, before: before.value } : turn
    before = undefined
    if (judge(turn) === 'reject') before = { value: start.before }
    else left.push(start)
  }
  return { left, current: before ? before.value : current }
}

/** The marks of a text whose suggestions are decided. */
export function settledStyles(marks: readonly Mark[], judge: Judge): readonly Mark[] {
  if (!marks.some(isSuggestion)) return marks
  let settled: readonly Mark[] = marks.filter(mark => !isSuggestion(mark) || (mark.type.name !== 'formatting' && judge(stampOf(mark)) === 'keep'))
  const formatting = marks.find(mark => mark.type.name === 'formatting')?.type
  if (!formatting) return settled
  const { marks: types } = formatting.schema
  for (const style of new Set(styleChangesOf(marks).map(change => change.style))) {
    settled = settledStyle(settled, turnsOf(marks, style), types[style]!, formatting, judge)
  }
  return settled
}

function settledStyle(marks: readonly Mark[], turns: StyleChange[], type: MarkType, formatting: MarkType, judge: Judge): readonly Mark[] {
  const own = type.isInSet(marks)
  const { left, current } = settledTurns(turns, own ? own.attrs : null, judge)
  const styled = current === null ? type.removeFromSet(marks) : type.create(current).addToSet(marks)
  return left.reduce<readonly Mark[]>((set, change) => formatting.create(change).addToSet(set), styled)
}

/** The changes of one style on a text, oldest first. */
export function turnsOf(marks: readonly Mark[], style: string): StyleChange[] {
  return styleChangesOf(marks).filter(change => change.style === style).sort((a, b) => a.turn - b.turn)
}

/** Type and attributes of a node whose changes are decided. */
export function settledLook(node: Node, changed: FormerLook[], judge: Judge): { type: NodeType, attrs: Attrs, changed: FormerLook[] } {
  if (changed.length === 0) return { type: node.type, attrs: node.attrs, changed }
  const turns = changed.map(look => ({ ...look, before: { type: look.type, attrs: look.attrs } }))
  const { left, current } = settledTurns(turns, { type: node.type.name, attrs: node.attrs as Record<string, unknown> }, judge)
  return {
    type: node.type.schema.nodes[current.type]!,
    attrs: current.attrs,
    changed: left.map(({ before, ...stamp }) => ({ ...stamp, ...before })),
  }
}
