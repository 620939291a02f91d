import type { Mark, Node } from '@tiptap/pm/model'

const blocks: Readonly<Record<string, string>> = {
  paragraph: 'p', crosshead: 'h2', quotation: 'blockquote', bulletList: 'ul', orderedList: 'ol', listItem: 'li',
  table: 'table', tableRow: 'tr', tableCell: 'td', tableHeader: 'th', figure: 'figure', caption: 'figcaption', credit: 'small',
}
const styles: Readonly<Record<string, string>> = { strong: 'strong', emphasisDots: 'em', subscript: 'sub', superscript: 'sup' }

/** Blocks of a story as HTML for other programs: structure and emphasis, no styling; what is suggested to go is left out. */
export function htmlOf(nodes: readonly Node[]): string {
  return nodes.map(node => {
    if (node.isText) return hasMark(node, 'deletion') ? '' : styled(escapedHtml(node.text!), node.marks)
    if (node.type.name === 'lineBreak') return '<br>'
    if (node.type.name === 'rule') return '<hr>'
    const tag = blocks[node.type.name] ?? 'p'
    return `<${tag}>${htmlOf(node.children)}</${tag}>`
  }).join('')
}

const hasMark = (node: Node, name: string) => node.marks.some(mark => mark.type.name === name)

function styled(html: string, marks: readonly Mark[]): string {
  return marks.reduce((inner, { type, attrs }) => {
    if (type.name === 'ruby') return `<ruby>${inner}<rp>（</rp><rt>${escapedHtml(String(attrs.reading))}</rt><rp>）</rp></ruby>`
    return styles[type.name] ? `<${styles[type.name]}>${inner}</${styles[type.name]}>` : inner
  }, html)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
export const escapedHtml = (text: string) => text.replace(/[&<>]/g, character => entities[character]!)
