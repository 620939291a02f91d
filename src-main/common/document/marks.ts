import { Mark } from '@tiptap/core'
import { cleanReading } from './ruby'

export const Strong = Mark.create({
  name: 'strong',
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b', getAttrs: element => element.style.fontWeight !== 'normal' && null }],
  renderHTML: ({ HTMLAttributes }) => ['strong', HTMLAttributes, 0],
})

/** 着重号: a dot under each character. */
export const EmphasisDots = Mark.create({
  name: 'emphasisDots',
  parseHTML: () => [{ tag: 'em[data-emphasis-dots]' }, { style: 'text-emphasis-style=dot' }],
  renderHTML: ({ HTMLAttributes }) => ['em', { ...HTMLAttributes, 'data-emphasis-dots': '' }, 0],
})

/**
 * 注音: how characters are read, set small above them. `reading` is never part of the text. `part` is the place of the one character it belongs to among those
 * read together, from 0, so that neighbours stay apart; null when the reading stands over all the words it marks.
 */
export const Ruby = Mark.create({
  name: 'ruby',
  inclusive: false,
  addAttributes: () => ({ reading: { default: '' }, part: { default: null } }),
  parseHTML: () => [
    { tag: 'ruby[data-reading]', getAttrs: element => rubyAttributes(element) ?? false },
    { tag: 'rt, rp', ignore: true },
  ],
  renderHTML: ({ mark: { attrs: { reading, part } } }) => ['ruby', { 'data-reading': String(reading), ...part !== null && { 'data-part': Number(part) } },
    ['span', {}, 0], ['rt', { contenteditable: 'false' }, String(reading)]],
})

function rubyAttributes(element: { getAttribute(name: string): string | null }) {
  const [reading, part] = [cleanReading(element.getAttribute('data-reading') ?? ''), element.getAttribute('data-part')]
  return reading === '' ? null : { reading, part: part !== null && /^\d{1,3}$/.test(part) ? Number(part) : null }
}

/** Whether an address may be kept in a story: web and mail only, never script or file. */
export function isSafeAddress(href: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(href.trim())
}

export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: element => isSafeAddress(element.getAttribute('href') ?? '') && null }],
  renderHTML: ({ HTMLAttributes }) => ['a', isSafeAddress(String(HTMLAttributes.href)) ? HTMLAttributes : {}, 0],
})

export const Subscript = Mark.create({
  name: 'subscript',
  excludes: 'superscript',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
})

export const Superscript = Mark.create({
  name: 'superscript',
  excludes: 'subscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: () => ['sup', 0],
})

/** Who suggested a change, in which pass, and when (Unix time, milliseconds). */
const suggestionAttributes = { id: { default: '' }, person: { default: '' }, role: { default: '' }, pass: { default: '' }, at: { default: 0 } }

function suggestion(name: 'insertion' | 'deletion' | 'formatting', tag: 'ins' | 'del' | 'span', attributes: object = {}) {
  return Mark.create({
    name,
    inclusive: false,
    excludes: '',
    addAttributes: () => ({ ...suggestionAttributes, ...attributes }),
    parseHTML: () => [], // never taken over from pasted text
    renderHTML: ({ HTMLAttributes: { id, pass } }) => [tag, { [`data-${name}`]: id, 'data-pass': pass }, 0],
  })
}

export const Insertion = suggestion('insertion', 'ins')
export const Deletion = suggestion('deletion', 'del')

/** One change of one style: `before` is the attributes the mark `style` had, null when the text had none; `turn` orders several changes of a style. */
export const Formatting = suggestion('formatting', 'span', { style: { default: '' }, before: { default: null }, turn: { default: 0 } })

/** The text a comment thread is about; the thread itself is in the story's `threads` map. */
export const Comment = Mark.create({
  name: 'comment',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ id: { default: '' } }),
  parseHTML: () => [],
  renderHTML: ({ HTMLAttributes }) => ['span', { 'data-comment': HTMLAttributes.id }, 0],
})

/** The marks that are the writer's, as against those of suggestions and comments. */
export const styleMarks: readonly string[] = [Ruby, Strong, EmphasisDots, Link, Subscript, Superscript].map(({ name }) => name)

/** Ruby is outermost: words read together stay under one reading whatever else part of them carries. */
export const documentMarks = [Ruby, Strong, EmphasisDots, Link, Subscript, Superscript, Insertion, Deletion, Formatting, Comment]
