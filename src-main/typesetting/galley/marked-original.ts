import { Fragment, type Node } from '@tiptap/pm/model'
import { suggestionOf } from '../../common/document/node-suggestion'
import type { Stamp } from '../../common/document/stamp'
import { changesOf } from '../../common/suggestions/changes'
import { deletionsOf } from '../../common/suggestions/marks'
import { settledLook } from '../../common/suggestions/settle'
import { rejectAll } from '../../common/suggestions/resolve'

/**
 * The story in the order and the blocks it had before its suggestions, with what is suggested still on its words; words of nodes that go are
 * marked deleted. Where there are no words to mark (a break or a whole node put in, a rule or picture taken out, another look of a table)
 * stands a line break suggested as inserted.
 */
export function markedOriginal(doc: Node): Node {
  return doc.type.create(doc.attrs, childrenOf(doc, undefined).nodes)
}

/** The nodes that stand in a node, and the places that its kind has no room for. */
interface Marked { nodes: Node[], places: Node[] }

function childrenOf(parent: Node, gone: Stamp | undefined): Marked {
  const [nodes, places]: [Node[], Node[]] = [[], []]
  const put = (inline: Node[], like: Node) => {
    if (inline.length === 0) return
    if (like.isTextblock || hasRoom(parent)) append(nodes, inline, like)
    else places.push(...inline)
  }
  parent.forEach(child => {
    const { inserted } = suggestionOf(child)
    if (inserted && child.isTextblock) put([...stampsOn(child).map(stamp => placeOf(child, stamp)), ...inlineOf(child, gone)], child)
    else if (inserted) put(changesOf(parent.copy(Fragment.from(child))).map(({ stamp }) => placeOf(child, stamp)), child)
    else {
      const marked = nodeOf(child, gone)
      put(marked.places, child) // before it, where words end: a line of its own would count
      nodes.push(...marked.nodes)
    }
  })
  return { nodes, places }
}

const hasRoom = ({ type }: Node) => type.contentMatch.matchType(type.schema.nodes.paragraph!) !== null

const stampsOn = (node: Node): Stamp[] => {
  const { inserted, deleted, changed = [] } = suggestionOf(node)
  return [inserted, deleted, ...changed].filter(stamp => stamp !== undefined)
}

/** Lets inline content run on from the last text block, that of a list's last item, too; without one it stands in a block of its own. */
function append(nodes: Node[], inline: Node[], like: Node): void {
  const last = nodes.at(-1)
  if (last && endsInWords(last)) nodes[nodes.length - 1] = lengthened(last, inline)
  else nodes.push((like.isTextblock ? like.type : like.type.schema.nodes.paragraph!).create(null, inline))
}

const flowing = ['bulletList', 'orderedList', 'listItem', 'quotation']
const endsInWords = (node: Node): boolean => node.isTextblock || flowing.includes(node.type.name) && node.lastChild !== null && endsInWords(node.lastChild)

const lengthened = (node: Node, inline: Node[]): Node =>
  node.copy(node.isTextblock ? node.content.append(Fragment.fromArray(inline)) : node.content.replaceChild(node.childCount - 1, lengthened(node.lastChild!, inline)))

const placeOf = ({ type: { schema } }: Node, stamp: Stamp) => schema.nodes.lineBreak!.create({ suggestion: { inserted: stamp } })

/** A node that stays or goes; a text block keeps what is suggested about it. */
function nodeOf(node: Node, gone: Stamp | undefined): Marked {
  const { changed = [], deleted } = suggestionOf(node)
  const { type, attrs } = settledLook(node, changed, rejectAll)
  const plain = 'suggestion' in attrs ? { ...attrs, suggestion: null } : attrs
  if (node.isTextblock) return { nodes: [type.create(deleted || changed.length > 0 ? { ...attrs, suggestion: { ...deleted && { deleted }, changed } } : plain, inlineOf(node, gone), node.marks)], places: [] }
  const { nodes, places } = childrenOf(node, deleted ?? gone)
  const marked = type.create(plain, nodes, node.marks)
  const unseen = [...deleted && !isMarkedIn(marked, deleted) ? [deleted] : [], ...changed]
  return { nodes: [marked], places: [...unseen.map(stamp => placeOf(node, stamp)), ...places] }
}

function isMarkedIn(node: Node, { id }: Stamp): boolean {
  let isMarked = false
  node.descendants(child => { isMarked ||= child.isText && deletionsOf(child).some(stamp => stamp.id === id) })
  return isMarked
}

function inlineOf(block: Node, gone: Stamp | undefined): Node[] {
  const deletion = block.type.schema.marks.deletion!
  return block.children.map(child => gone && child.isText && !deletion.isInSet(child.marks) ? child.mark(deletion.create(gone).addToSet(child.marks)) : child)
}
