import type { Node } from '@tiptap/pm/model'
import { composeDateline, datelineSeparator } from '../../common/document/dateline'
import { deckTypes, type DeckType } from '../../common/document/nodes'
import { schema } from '../../common/document/schema'
import type { Slip } from '../../common/document/slip'
import { countParts, isDeckType } from '../../common/document/text'
import { viewOf } from '../../common/suggestions/views'
import { AppError } from '../../common/ipc/errors'
import { blockData, type BlockData } from './block-data'
import { finalReader, type InlineReader, type Run } from './inline-data'
import { printable } from './printable'

/** A story as templates receive it, as JSON: data, never markup. docs/templates.md describes it for those who write templates. */
export interface StoryData {
  deck: Record<DeckType, Run[][]>
  /** The dateline's opening (临江日报讯) and its people in parentheses (（记者甲）), each set in a face of its own. */
  dateline: { opening: string, people: string, separator: string } | null
  blocks: BlockData[]
  slip: {
    shortTitle: string, source: string, editor: string, dutyChief: string, section: string, page: string, publishedAt: string
  }
  characters: number
}

/** A story's text as it is printed, with its suggestions carried out. */
export function readDocument(text: unknown): Node {
  try {
    return viewOf(schema.nodeFromJSON(text), 'final')
  } catch (error) {
    throw new AppError('invalid-arguments', `The story's text is not of the story schema: ${String(error)}`)
  }
}

export function storyData(doc: Node, slip: Slip, reader: InlineReader = finalReader): StoryData {
  return {
    deck: Object.fromEntries(deckTypes.map(type => [type, deckLines(doc, type, reader)])) as StoryData['deck'],
    dateline: datelineData(slip),
    blocks: doc.children.filter(node => !isDeckType(node.type.name)).flatMap(block => blockData(block, reader) ?? []),
    slip: slipData(slip),
    characters: countParts(doc).total.characters,
  }
}

function deckLines(doc: Node, type: DeckType, reader: InlineReader): Run[][] {
  const lines: Run[][] = []
  doc.forEach(node => { if (node.type.name === type && !reader.isEmpty(node)) lines.push(reader.runs(node)) })
  return lines
}

function datelineData(slip: Slip): StoryData['dateline'] {
  const dateline = composeDateline(slip)
  if (dateline === '') return null
  const people = dateline.indexOf('（')
  const end = people < 0 ? dateline.length : people
  return { opening: printable(dateline.slice(0, end)), people: printable(dateline.slice(end)), separator: datelineSeparator(dateline) }
}

function slipData({ shortTitle, source, editor, dutyChief, section, page, publishedAt }: Slip): StoryData['slip'] {
  const cleaned = { shortTitle, source, editor, dutyChief, section, page, publishedAt }
  return Object.fromEntries(Object.entries(cleaned).map(([field, value]) => [field, printable(value)])) as typeof cleaned
}
