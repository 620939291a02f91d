import type { Mark, Node } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import { readingsFor } from '../../../src-main/common/document/ruby'

/** Words of one text block a reading can be set above, with the readings they have. */
export interface ReadWords { from: number, to: number, words: string, reading: string }

/** The selected words, or those that are read together at the cursor; undefined where none are, or where the selection holds more than words of one block. */
export function readWords(state: EditorState): ReadWords | undefined {
  const { from, to, $from, $to, empty } = state.selection
  if (!$from.parent.isTextblock || !$from.sameParent($to)) return
  const range = empty ? readAt(state) : { from, to }
  if (!range || range.from === range.to) return
  const pieces: Node[] = []
  const start = $from.start()
  $from.parent.nodesBetween(range.from - start, range.to - start, (node, position) => {
    pieces.push(node.isText ? node.cut(Math.max(0, range.from - start - position), range.to - start - position) : node)
  })
  if (pieces.some(node => !node.isText)) return
  return { from: range.from, to: range.to, words: pieces.map(node => node.text).join(''), reading: readingsOf(pieces) }
}

/** The stretch of annotated words around the cursor: neighbours whose places among those read together follow each other. */
function readAt({ selection: { $from }, schema }: EditorState): { from: number, to: number } | undefined {
  const stretches: { from: number, to: number, mark: Mark }[] = []
  $from.parent.forEach((child, offset) => {
    const mark = schema.marks.ruby!.isInSet(child.marks)
    const [from, last] = [$from.start() + offset, stretches.at(-1)]
    if (!mark) return
    if (last?.to === from && follows(last.mark, mark)) Object.assign(last, { to: from + child.nodeSize, mark })
    else stretches.push({ from, to: from + child.nodeSize, mark })
  })
  return stretches.find(({ from, to }) => from <= $from.pos && $from.pos <= to)
}

const partOf = (mark: Mark) => mark.attrs.part as number | null
const follows = (before: Mark, after: Mark) => before.eq(after) || partOf(before) !== null && partOf(after) !== null && partOf(after) === partOf(before)! + 1

/** The readings as they would be typed: each once. */
function readingsOf(pieces: Node[]): string {
  const marks = pieces.flatMap(node => node.marks.find(mark => mark.type.name === 'ruby') ?? [])
  return marks.filter((mark, index) => index === 0 || !mark.eq(marks[index - 1]!)).map(mark => String(mark.attrs.reading)).join(' ')
}

/** Sets what is typed above the words at the selection, one reading a character or one over all; an empty one takes readings off. False where it cannot be. */
export function setReading(typed: string): Command {
  return (state, dispatch) => {
    const read = readWords(state)
    const type = state.schema.marks.ruby!
    const readings = typed.trim() === '' ? [] : read && readingsFor(read.words, typed)
    if (!read || !readings) return false
    const tr = state.tr.removeMark(read.from, read.to, type)
    for (const { from, to, reading, part } of readings) tr.addMark(read.from + from, read.from + to, type.create({ reading, part }))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}
