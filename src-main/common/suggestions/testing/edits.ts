import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import { schema } from '../../document/schema'
import { randomText, type Random } from './random'
import { visibleBlocks, type VisibleBlock } from './visible'

/** One edit of a person, in terms of what the final text shows; `apply` makes it of either copy of the story, tracked or not, what `selection` names being selected. */
export interface Edit { name: string, apply(state: EditorState): Transaction, selection?(state: EditorState): [number, number], isCut?: boolean }

interface Spot { block: number, place: number, spread: number }

interface EditOptions { extent?: 'words' | 'blocks' | 'all', words?(random: Random): string, styles?: readonly string[] }

/** A random edit of a story that reads as `text`: of words only, or of blocks and tables, too, or of all, which moves and repeats words. `words` makes what is typed. */
export function randomEdit(text: Node, random: Random, { extent = 'all', words = randomText, styles = ['strong', 'emphasisDots', 'superscript', 'subscript', 'ruby'] }: EditOptions = {}): Edit {
  const blocks = visibleBlocks(text)
  const spot = (block = random.below(blocks.length)): Spot => ({ block, place: random.below(blocks[block]!.places.length), spread: random.below(8) })
  const kinds: [number, () => Edit][] = [
    [8, () => typing(spot(), words(random))],
    [5, () => deleting(rangeInBlock(blocks, spot(), random))],
    [4, () => replacing(rangeInBlock(blocks, spot(), random), words(random))],
    [4, () => styling(rangeInBlock(blocks, spot(), random), random.one(styles), random.chance(0.6))],
    [4, () => deleting(rangeOverBlocks(blocks, spot(), random))],
    [2, () => replacing(rangeOverBlocks(blocks, spot(), random), words(random))],
    [4, () => splitting(spot(), blocks, () => words(random))],
    [2, () => pasting(rangeInBlock(blocks, spot(), random), blocks, Array.from({ length: 2 + random.below(2) }, () => words(random)))],
    [1, () => breaking(spot())],
    [1, () => insertingNode(spot(), random, words)],
    [1, () => deletingNode(random.below(100))],
    [1, () => retyping(spot().block)],
    [1, () => addingRow(random.below(100))],
    [2, () => dragging(text, rangeInBlock(blocks, spot(), random), spot())],
    [2, () => transposing(text, spot())],
    [1, () => replacingEverywhere(text, spot(), words(random))],
  ]
  const possible = extent === 'words' ? kinds.slice(0, 4) : extent === 'blocks' ? kinds.slice(0, -3) : kinds
  let choice = random.below(possible.reduce((sum, [weight]) => sum + weight, 0))
  return possible.find(([weight]) => (choice -= weight) < 0)![1]()
}

/** What an input method does: the letters of a word, each in place of those before, then the word. */
export function composing(text: Node, random: Random): Edit[] {
  const blocks = visibleBlocks(text)
  const block = random.below(blocks.length)
  const start: Spot = { block, place: random.below(blocks[block]!.places.length), spread: 7 }
  const letters = random.one(['n', 'ni', 'nih', 'ni hao'])
  const drafts = [...Array.from(letters, (_, index) => letters.slice(0, index + 1)), random.one(['你', '你好', '北京'])]
  return drafts.map((draft, index) => replacing([start, { ...start, place: start.place + (drafts[index - 1] ?? '').length }], draft))
}

/** Words cut out of one block and pasted into another. */
export function cutAndPaste(text: Node, random: Random): Edit[] {
  const blocks = visibleBlocks(text)
  const spot = (block: number): Spot => ({ block, place: random.below(blocks[block]!.places.length), spread: random.below(8) })
  const from = random.below(blocks.length)
  const to = (from + 1 + random.below(blocks.length - 1)) % blocks.length
  const range = rangeInBlock(blocks, spot(from), random)
  return [{ ...deleting(range), name: 'cut', isCut: true }, putting(wordsIn(text, range), spot(to))]
}

const positionOf = (state: EditorState, { block, place, spread }: Spot): number => {
  const positions = visibleBlocks(state.doc)[block]!.places[place]!
  return positions[spread % positions.length]!
}

function rangeInBlock(blocks: VisibleBlock[], from: Spot, random: Random): [Spot, Spot] {
  const { places } = blocks[from.block]!
  return [from, { ...from, place: Math.min(places.length - 1, from.place + random.below(5)), spread: random.below(8) }]
}

/** To a later block of the same container, as an author selects over paragraphs. */
function rangeOverBlocks(blocks: VisibleBlock[], from: Spot, random: Random): [Spot, Spot] {
  const { container, type } = blocks[from.block]!
  const later = blocks.map((block, index) => ({ block, index })).slice(from.block + 1, from.block + 4).filter(({ block }) => block.container === container && block.type === type && container.type.name !== 'figure')
  if (later.length === 0) return rangeInBlock(blocks, from, random)
  const { block, index } = random.one(later)
  return [from, { block: index, place: random.below(block.places.length), spread: random.below(8) }]
}

function ends(state: EditorState, [from, to]: [Spot, Spot]): [number, number] {
  const [a, b] = [positionOf(state, from), positionOf(state, to)]
  return [Math.min(a, b), Math.max(a, b)]
}

const typing = (spot: Spot, words: string): Edit => ({ name: `type ${words}`, apply: state => state.tr.insert(positionOf(state, spot), schema.text(words)) })

const deleting = (range: [Spot, Spot]): Edit => ({
  name: 'delete',
  selection: state => ends(state, range),
  apply: state => {
    const [from, to] = ends(state, range)
    return state.tr.setSelection(TextSelection.create(state.doc, from, to)).replace(from, to)
  },
})

const replacing = (range: [Spot, Spot], words: string): Edit => ({
  name: `replace by ${words}`,
  selection: state => ends(state, range),
  apply: state => state.tr.replace(...ends(state, range), new Slice(Fragment.from(schema.text(words)), 0, 0)),
})

/** What a stretch within a block holds. */
function wordsIn(text: Node, range: [Spot, Spot]): Fragment {
  const [from, to] = placesIn(text, range)
  return text.slice(from, to).content
}

const placesIn = (text: Node, [from, to]: [Spot, Spot]) => {
  const { places } = visibleBlocks(text)[from.block]!
  return [places[from.place]!.at(-1)!, places[to.place]![0]!] as const
}

const putting = (words: Fragment, spot: Spot): Edit => ({ name: 'paste', apply: state => state.tr.insert(positionOf(state, spot), words) })

/** Words taken out of one place and put into another, outside of them, at once. */
function dragging(text: Node, range: [Spot, Spot], target: Spot): Edit {
  const words = wordsIn(text, range)
  const isOutside = target.block !== range[0].block || target.place < range[0].place || target.place > range[1].place
  return {
    name: 'drag',
    apply: state => {
      const [[from, to], place] = [ends(state, range), positionOf(state, target)]
      const tr = isOutside ? state.tr.delete(from, to) : state.tr
      return isOutside ? tr.insert(tr.mapping.map(place), words) : tr
    },
  }
}

/** The character at a place goes behind the next one. */
function transposing(text: Node, { block, place, spread }: Spot): Edit {
  const { places } = visibleBlocks(text)[block]!
  const [first, second] = [0, 1].map(step => ({ block, place: Math.min(places.length - 1, place + step), spread }))
  if (place + 2 >= places.length) return typing(first!, '换')
  const words = wordsIn(text, [first!, second!])
  return {
    name: 'transpose',
    apply: state => {
      const [from, to] = placesIn(state.doc, [first!, second!])
      const tr = state.tr.delete(from, to)
      return tr.insert(tr.mapping.map(visibleBlocks(state.doc)[block]!.places[place + 2]![0]!), words)
    },
  }
}

/** Every place where the story has the character that stands at a spot. */
function replacingEverywhere(text: Node, { block, place }: Spot, words: string): Edit {
  const characterAt = (position: number) => text.textBetween(position, position + 1, '', '\n')
  const wanted = characterAt(visibleBlocks(text)[block]!.places[place]![0]!)
  const found = visibleBlocks(text).flatMap(({ places }, index) => places.slice(0, -1).flatMap(([position], at) => characterAt(position!) === wanted ? [{ block: index, place: at }] : []))
  return {
    name: `replace all ${wanted} by ${words}`,
    apply: state => {
      const { tr } = state
      const blocks = visibleBlocks(state.doc)
      for (const each of [...found].reverse()) {
        const { places } = blocks[each.block]!
        tr.replaceWith(places[each.place]!.at(-1)!, places[each.place + 1]![0]!, schema.text(words))
      }
      return tr
    },
  }
}

/** In lists the item is split, elsewhere the block; the new block is of the same type. */
function splitting(spot: Spot, blocks: VisibleBlock[], words: () => string): Edit {
  const { container, type } = blocks[spot.block]!
  const depth = container.type.name === 'listItem' ? 2 : 1
  if (container.type.name === 'figure') return typing(spot, words())
  return {
    name: 'split',
    apply: state => state.tr.split(positionOf(state, spot), depth, [...depth === 2 ? [{ type: schema.nodes.listItem! }] : [], { type: schema.nodes[type]! }]),
  }
}

function pasting(range: [Spot, Spot], blocks: VisibleBlock[], lines: string[]): Edit {
  const { container, type } = blocks[range[0].block]!
  if (container.type.name === 'figure') return typing(range[0], lines[0]!)
  const slice = new Slice(Fragment.from(lines.map(words => schema.node(type, null, schema.text(words)))), 1, 1)
  return { name: `paste ${lines.join('/')}`, apply: state => state.tr.replace(...ends(state, range), slice) }
}

const styling = (range: [Spot, Spot], style: string, isOn: boolean): Edit => ({
  name: `${isOn ? 'add' : 'take'} ${style}`,
  apply: state => isOn ? state.tr.addMark(...ends(state, range), schema.mark(style)) : state.tr.removeMark(...ends(state, range), schema.marks[style]),
})

const breaking = (spot: Spot): Edit => ({ name: 'line break', apply: state => state.tr.insert(positionOf(state, spot), schema.node('lineBreak')) })

/** A table, a rule or a paragraph above a block of the story's top level. */
function insertingNode(spot: Spot, random: Random, words: (random: Random) => string): Edit {
  const cell = () => schema.node('tableCell', null, [schema.node('paragraph', null, schema.text(words(random)))])
  const node = random.one([
    () => schema.node('rule'), () => schema.node('paragraph', null, schema.text(words(random))),
    () => schema.node('table', null, [schema.node('tableRow', null, [cell(), cell()])]),
    () => schema.node('figure', { picture: 'b', width: 1, height: 1 }, [schema.node('caption')]),
  ])()
  return {
    name: `insert ${node.type.name}`,
    apply: state => {
      const $start = state.doc.resolve(visibleBlocks(state.doc)[spot.block]!.start)
      return state.tr.insert($start.depth > 0 ? $start.before(1) : $start.pos, node)
    },
  }
}

/** The whole table, list, figure, quotation or rule of that number among those the final text shows. */
const deletingNode = (number: number): Edit => ({
  name: 'delete node',
  apply: state => {
    const found = wholeNodes(state.doc, node => !node.isTextblock)
    const target = found[number % Math.max(1, found.length)]
    return target === undefined ? state.tr : state.tr.delete(target, target + state.doc.nodeAt(target)!.nodeSize)
  },
})

const retyping = (block: number): Edit => ({
  name: 'retype',
  apply: state => {
    const { start } = visibleBlocks(state.doc)[block]!
    const name = state.doc.nodeAt(start)!.type.name
    const next = ({ paragraph: 'crosshead', crosshead: 'paragraph' } as Record<string, string>)[name]
    const isTop = state.doc.resolve(start).depth === 0
    return next && isTop ? state.tr.setBlockType(start + 1, start + 1, schema.nodes[next]!) : state.tr
  },
})

const addingRow = (number: number): Edit => ({
  name: 'add row',
  apply: state => {
    const tables = wholeNodes(state.doc, node => node.type.name === 'table')
    const table = tables[number % Math.max(1, tables.length)]
    if (table === undefined) return state.tr
    const cell = schema.node('tableCell', null, [schema.node('paragraph')])
    return state.tr.insert(table + 1, schema.node('tableRow', null, [cell, cell]))
  },
})

function wholeNodes(doc: Node, isWanted: (node: Node) => boolean): number[] {
  const found: number[] = []
  doc.forEach((node, offset) => {
    const suggestion = node.attrs.suggestion as { deleted?: unknown } | null
    if (isWanted(node) && !suggestion?.deleted) found.push(offset)
  })
  return found
}
