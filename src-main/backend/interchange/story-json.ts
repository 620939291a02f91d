import type { Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { composeDateline } from '../../common/document/dateline'
import { readSlip } from '../../common/document/slip-map'
import { readText } from '../../common/document/story-doc'
import { bodyBlocksOf, deckOf, textOf } from '../../common/document/text'
import type { StoryJson } from '../../common/interchange/import'
import type { StoryId } from '../../common/story/story'
import type { ImportRecord } from '../database/repositories/imports'

/** A stored story as the command line prints it, with what its import left out. */
export function storyJson(id: StoryId, doc: Y.Doc, imported?: Pick<ImportRecord, 'dropped' | 'warnings'>): StoryJson {
  const text = readText(doc)
  const slip = readSlip(doc)
  return {
    id,
    deck: deckOf(text),
    slip,
    body: bodyBlocksOf(text).flatMap(bodyEntries).filter(entry => entry.text !== '' || entry.type === 'rule' || entry.type === 'figure'),
    dateline: composeDateline(slip),
    dropped: imported?.dropped ?? [],
    warnings: imported?.warnings ?? [],
  }
}

type Entry = StoryJson['body'][number]

/** One entry for a paragraph, crosshead, figure or rule; one for each item of a list, row of a table and paragraph of a quotation. */
function bodyEntries(block: Node): Entry[] {
  switch (block.type.name) {
    case 'bulletList':
    case 'orderedList': return children(block).map(item => ({ type: 'listItem', text: textOf(item) }))
    case 'table': return children(block).map(row => ({ type: 'tableRow', text: children(row).map(textOf).join('\t') }))
    case 'quotation': return children(block).map(paragraph => ({ type: 'quotation', text: textOf(paragraph) }))
    default: return [{ type: block.type.name, text: textOf(block) }]
  }
}

function children(node: Node): Node[] {
  const found: Node[] = []
  node.forEach(child => found.push(child))
  return found
}
