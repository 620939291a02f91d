import { getSchema } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { documentMarks } from './marks'
import { NodeSuggestions } from './node-suggestion'
import { documentNodes } from './nodes'

/** The nodes and marks of a story, without views: the editor adds its own to these. */
export const documentExtensions = [...documentNodes, ...documentMarks, NodeSuggestions]

/** The one schema of a story's text: used by the editor, the backend, imports, exports and print. Needs no DOM. */
export const schema: Schema = getSchema(documentExtensions)
