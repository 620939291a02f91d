import type { Mark, Node } from '@tiptap/pm/model'

/** One text block of a story, or a node without text (picture, rule), character by character. */
export interface Line {
  part: string // type of the node
  block: number // the top-level node it stands in
  offset: number // of its first character in that node's text, in UTF-16 units
  look: string // what it stands in and its attributes, equal for blocks that look alike
  words: string[] // characters, never halves; a line break is `\n`
  styles: string[] // of each character
}

/** The lines of a text as it stands, in reading order. */
export function linesOf(text: Node): Line[] {
  const lines: Line[] = []
  text.forEach((top, _position, block) => {
    let offset = 0
    const walk = (node: Node, within: string[]) => {
      const path = [...within, node.type.name]
      if (node.isTextblock || node.isLeaf || node.type.name === 'figure') {
        const line = { part: node.type.name, block, offset, look: lookOf(node, path), ...charactersOf(node) }
        lines.push(line)
        offset += line.words.join('').length
      }
      if (!node.isTextblock) node.forEach(child => walk(child, path))
    }
    walk(top, [])
  })
  return lines
}

function lookOf(node: Node, path: string[]): string {
  const given = Object.entries(node.attrs).filter(([name, value]) => name !== 'suggestion' && JSON.stringify(value) !== JSON.stringify(node.type.spec.attrs?.[name]?.default))
  return JSON.stringify([path, given])
}

function charactersOf(node: Node): Pick<Line, 'words' | 'styles'> {
  const [words, styles]: [string[], string[]] = [[], []]
  if (node.isTextblock) {
    node.forEach(child => {
      const characters = child.isText ? [...child.text!] : ['\n']
      const style = child.marks.filter(mark => mark.type.name !== 'comment').map(nameOf).sort().join(' ')
      words.push(...characters)
      styles.push(...characters.map(() => style))
    })
  }
  return { words, styles }
}

const nameOf = ({ type: { name }, attrs }: Mark) => name === 'link' ? `link:${String(attrs.href)}` : name === 'ruby' ? `ruby:${encodeURIComponent(String(attrs.reading))}` : name

/** Everything about a line in one string, to tell lines that are the same. */
export const keyOf = ({ look, words, styles }: Line) => JSON.stringify([look, words.join(''), styles])
