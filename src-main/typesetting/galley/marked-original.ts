import { Fragment, type Node } from '@tiptap/pm/model'
import { suggestionOf } from '../../common/document/node-suggestion'
import type { Stamp } from '../../common/document/stamp'
import { settledLook } from '../../common/suggestions/settle'
import { rejectAll } from '../../common/suggestions/resolve'

/**
 * The story in the order and the blocks it had before its suggestions, with what is suggested still on its words. Where a break or a whole
 * node is put in stands a line break suggested as inserted; words of nodes that go are marked deleted.
 */
export function markedOriginal(doc: Node): Node {
  return doc.type.create(doc.attrs, Fragment.fromArray(childrenOf(doc, undefined)))
}

function childrenOf(parent: Node, gone: Stamp | undefined): Node[] {
  const out: Node[] = []
  parent.forEach(child => {
    const { inserted, deleted } = suggestionOf(child)
    if (inserted && child.isTextblock) append(out, [placeOf(child, inserted), ...inlineOf(child, gone)], child)
    else if (inserted) append(out, [placeOf(child, inserted)], child)
    else out.push(nodeOf(child, child.isTextblock ? gone : deleted ?? gone))
  })
  return out
}

/** Lets inline content run on from the last text block; without one it stands in a block of its own. */
function append(out: Node[], inline: Node[], like: Node): void {
  const last = out.at(-1)
  if (last?.isTextblock) out[out.length - 1] = last.copy(last.content.append(Fragment.fromArray(inline)))
  else out.push((like.isTextblock ? like.type : like.type.schema.nodes.paragraph!).create(null, inline))
}

const placeOf = ({ type: { schema } }: Node, inserted: Stamp) => schema.nodes.lineBreak!.create({ suggestion: { inserted } })

function nodeOf(node: Node, gone: Stamp | undefined): Node {
  const { changed = [], deleted } = suggestionOf(node)
  const { type, attrs } = settledLook(node, changed, rejectAll)
  const suggestion = node.isTextblock && (deleted || changed.length > 0) ? { ...deleted && { deleted }, changed } : null
  const content = node.isTextblock ? inlineOf(node, gone) : childrenOf(node, gone)
  return type.create('suggestion' in attrs ? { ...attrs, suggestion } : attrs, content, node.marks)
}

function inlineOf(block: Node, gone: Stamp | undefined): Node[] {
  const deletion = block.type.schema.marks.deletion!
  return block.children.map(child => gone && child.isText && !deletion.isInSet(child.marks) ? child.mark(deletion.create(gone).addToSet(child.marks)) : child)
}
