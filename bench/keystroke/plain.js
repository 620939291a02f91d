import { Editor, Mark, Node } from '@tiptap/core'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { UndoRedo } from '@tiptap/extensions'

const node = (name, tag, options) => Node.create({ name, parseHTML: () => [{ tag }], renderHTML: () => [tag, 0], ...options })
const mark = (name, tag) => Mark.create({ name, parseHTML: () => [{ tag }], renderHTML: () => [tag, 0] })

/** TipTap with what every editor has: paragraphs, headings, lists, bold, italic and undo. */
window.editor = new Editor({
  element: document.getElementById('editor'),
  injectCSS: false,
  extensions: [
    Node.create({ name: 'doc', topNode: true, content: 'block+' }), Node.create({ name: 'text', group: 'inline' }),
    node('paragraph', 'p', { group: 'block', content: 'inline*', priority: 1000 }), node('heading', 'h1', { group: 'block', content: 'inline*' }),
    BulletList, OrderedList, ListItem, mark('bold', 'strong'), mark('italic', 'em'), UndoRedo,
  ],
})
