import { Node } from '@tiptap/core'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'

/** Lenient on purpose: order is the normaliser's work, see docs/architecture.md. */
export const Doc = Node.create({ name: 'doc', topNode: true, content: '(block | deckLine)+' })

export const Text = Node.create({ name: 'text', group: 'inline' })

export const deckTypes = ['kicker', 'headline', 'subhead'] as const
export type DeckType = (typeof deckTypes)[number]

function deckLine(name: DeckType, tag: string) {
  return Node.create({
    name,
    group: 'deckLine',
    content: 'inline*',
    defining: true,
    parseHTML: () => [{ tag: `${tag}[data-deck="${name}"]`, priority: 60 }], // before the plain paragraph
    renderHTML: ({ HTMLAttributes }) => [tag, { ...HTMLAttributes, 'data-deck': name }, 0],
  })
}

export const Kicker = deckLine('kicker', 'p') // 引题
export const Headline = deckLine('headline', 'h1') // 主题: one node is one line
export const Subhead = deckLine('subhead', 'p') // 副题

export const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  priority: 1000,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
})

export const Crosshead = Node.create({
  name: 'crosshead', // 小标题
  group: 'block',
  content: 'inline*',
  defining: true,
  parseHTML: () => ['h2', 'h3', 'h4', 'h5', 'h6'].map(tag => ({ tag })),
  renderHTML: ({ HTMLAttributes }) => ['h2', HTMLAttributes, 0],
})

export const Quotation = Node.create({
  name: 'quotation',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
})

export const Rule = Node.create({
  name: 'rule',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: ({ HTMLAttributes }) => ['hr', HTMLAttributes],
})

/** A break inside a paragraph. Deck lines have none: each line is a node. */
export const LineBreak = Node.create({
  name: 'lineBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
})

/** An attribute that is an object or nothing; in HTML it is JSON. */
const objectAttribute = (name: string) => ({
  default: null,
  parseHTML: (element: { getAttribute(name: string): string | null }) => parsed(element.getAttribute(`data-${name}`)),
  renderHTML: (attributes: Record<string, unknown>) => attributes[name] ? { [`data-${name}`]: JSON.stringify(attributes[name]) } : {},
})

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text) as unknown
  } catch {
    return null // pasted from elsewhere: no crop
  }
}

const attribute = (name: string, fallback: string | number | null = null) => ({
  default: fallback,
  parseHTML: (element: { getAttribute(name: string): string | null }) => element.getAttribute(`data-${name}`) ?? fallback,
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
})

/**
 * A picture with its caption and credit. `picture` is the hash the library keeps the file under, `width` and `height` the pixels of the whole upright picture;
 * `crop` is the part that is printed and `focus` the point that matters most, in fractions of it (print/picture-crop.ts).
 */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'caption? credit?',
  isolating: true,
  draggable: true,
  addAttributes: () => ({ picture: attribute('picture', ''), width: attribute('width', 0), height: attribute('height', 0), crop: objectAttribute('crop'), focus: objectAttribute('focus') }),
  parseHTML: () => [{ tag: 'figure[data-picture]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, 0],
})

export const Caption = Node.create({
  name: 'caption', // 图片说明
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'figcaption:not([data-credit])', context: 'figure/' }],
  renderHTML: ({ HTMLAttributes }) => ['figcaption', HTMLAttributes, 0],
})

export const Credit = Node.create({
  name: 'credit', // 图片署名
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'figcaption[data-credit]', context: 'figure/' }],
  renderHTML: ({ HTMLAttributes }) => ['figcaption', { ...HTMLAttributes, 'data-credit': '' }, 0],
})

export const documentNodes = [
  Doc, Text, Kicker, Headline, Subhead, Paragraph, Crosshead, Quotation, Rule, LineBreak, Figure, Caption, Credit,
  BulletList, OrderedList, ListItem, Table.configure({ resizable: false }), TableRow, TableHeader, TableCell,
]
