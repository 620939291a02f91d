import { Fragment, Slice, type Schema } from '@tiptap/pm/model'

/** Plain text as paragraphs, one a line; indents and empty lines, which only lay a text out, are left behind. */
export function sliceOfPlainText(text: string, schema: Schema): Slice {
  const lines = text.split(/\r\n?|\n/).map(line => line.replace(/^[\s\u3000]+|\s+$/g, '')).filter(line => line !== '')
  const isInline = lines.length <= 1 && !/[\r\n]/.test(text)
  if (isInline) return new Slice(Fragment.from(schema.nodes.paragraph!.create(null, text ? schema.text(text) : null)), 1, 1)
  return Slice.maxOpen(Fragment.from(lines.map(line => schema.nodes.paragraph!.create(null, schema.text(line)))))
}
