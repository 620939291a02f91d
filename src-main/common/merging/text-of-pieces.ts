import { Fragment, type Node, type NodeType } from '@tiptap/pm/model'
import { suggestionAttribute, type NodeSuggestion } from '../document/node-suggestion'
import { schema } from '../document/schema'
import { insertionOf, type Inline, type Look, type Piece, type Start } from './pieces'

/** Which piece a node was made of, and which words a text block. */
export interface Origins { pieces: Map<Node, Piece>, words: Map<Node, readonly Inline[]> }

/** The text a flow stands for, of the story schema. */
export function textOfPieces(flow: readonly Piece[], origins: Origins = { pieces: new Map(), words: new Map() }): Node {
  return schema.topNodeType.create(null, contentOf(flow, schema.topNodeType, origins))
}

function contentOf(flow: readonly Piece[], container: NodeType, origins: Origins): Fragment {
  const nodes: Node[] = []
  let open: { start: Start | Implied, words: Inline[] } | undefined
  const close = () => {
    if (!open) return
    const block = nodeOf(open.start, Fragment.fromArray(open.words.map(inlineNode)))
    origins.words.set(block, open.words)
    if ('key' in open.start) origins.pieces.set(block, open.start)
    nodes.push(block)
    open = undefined
  }
  for (const piece of flow) {
    if (piece.kind === 'inline') {
      open ??= { start: startFor(piece), words: [] }
      open.words.push(piece)
      continue
    }
    close()
    if (piece.kind === 'start') open = { start: piece, words: [] }
    else {
      const node = nodeOf(piece, contentOf(piece.flow, piece.type, origins))
      origins.pieces.set(node, piece)
      if (piece.type.isLeaf || piece.type.validContent(node.content)) nodes.push(node) // one that lost all it must hold goes with it
    }
  }
  close()
  return fitted(Fragment.fromArray(nodes), container)
}

type Implied = Look & { suggestion: NodeSuggestion }

/** Words whose block is gone, at the beginning of a container: they are in one that comes and goes with them. */
const startFor = (words: Inline): Implied => ({ type: schema.nodes.paragraph!, attrs: {}, suggestion: { inserted: insertionOf(words) } })

const nodeOf = ({ type, attrs, suggestion }: Implied, content: Fragment) => type.create({ ...attrs, suggestion: suggestionAttribute(suggestion) }, content)

const inlineNode = ({ text, marks, suggestion }: Inline): Node =>
  text === '' ? schema.node('lineBreak', { suggestion: suggestionAttribute(suggestion) }) : schema.text(text, marks)

/** A figure has one caption and one credit: words of a second one run on from the first. */
function fitted(content: Fragment, container: NodeType): Fragment {
  if (container.validContent(content)) return content
  if (container.name !== 'figure') return content.size > 0 ? content : container.contentMatch.fillBefore(Fragment.empty, true) ?? content
  const joined = ['caption', 'credit'].flatMap(name => {
    const [first, ...more] = content.content.filter(node => node.type.name === name)
    return first ? [first.copy(more.reduce((sum, node) => sum.append(node.content), first.content))] : []
  })
  return Fragment.fromArray(joined)
}
