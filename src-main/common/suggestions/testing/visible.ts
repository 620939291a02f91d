import type { Node } from '@tiptap/pm/model'
import { suggestionOf } from '../../document/node-suggestion'
import { deletionOf } from '../marks'

/** A text block as it reads in the final view, and where in the document its cursor places are (a place may stand at several positions). */
export interface VisibleBlock { start: number, container: Node, type: string, places: number[][] }

/** The text blocks a reader of the final text sees, in reading order. The same list comes of a tracked story and of the story edited untracked. */
export function visibleBlocks(doc: Node): VisibleBlock[] {
  const blocks: VisibleBlock[] = []
  visit(doc, 0, blocks)
  return blocks
}

function visit(parent: Node, start: number, blocks: VisibleBlock[]): void {
  let open: VisibleBlock | undefined
  parent.forEach((child, offset) => {
    const position = start + offset
    const isDeleted = suggestionOf(child).deleted !== undefined
    if (!child.isTextblock) {
      if (isDeleted) return
      open = undefined
      return visit(child, position + 1, blocks)
    }
    if (!isDeleted || (!open && hasWords(child))) {
      open = { start: position, container: parent, type: child.type.name, places: [[position + 1]] }
      blocks.push(open)
    } else if (!open) return
    else if (isDeleted) open.places.at(-1)!.push(position + 1)
    addPlaces(open, child, position + 1)
  })
}

const hasWords = (block: Node) => block.content.content.some(node => !deletionOf(node))

function addPlaces(block: VisibleBlock, node: Node, start: number): void {
  node.forEach((child, offset) => {
    for (let step = 0; step < child.nodeSize; step++) {
      const after = start + offset + step + 1
      if (deletionOf(child)) block.places.at(-1)!.push(after)
      else block.places.push([after])
    }
  })
}
