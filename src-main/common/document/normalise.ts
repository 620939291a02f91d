import { Fragment, type Node } from '@tiptap/pm/model'
import { deckTypes } from './nodes'
import { isDeckType } from './text'

/** The story in the order a newspaper prints it: kickers, headline lines, subheads, body. Stable, and nothing is lost. */
export function normalised(doc: Node): Node {
  const children: Node[] = []
  doc.forEach(child => children.push(child))
  const sorted = [...children].sort(byPart)
  return sorted.every((child, index) => child === children[index]) ? doc : doc.copy(Fragment.from(sorted))
}

export function isNormal(doc: Node): boolean {
  return normalised(doc) === doc
}

const partOf = (node: Node) => isDeckType(node.type.name) ? deckTypes.indexOf(node.type.name) : deckTypes.length
const byPart = (a: Node, b: Node) => partOf(a) - partOf(b)
