import { Extension } from '@tiptap/core'
import { findPlugin } from '../plugins/find'

export const FindAndReplace = Extension.create({
  name: 'findAndReplace',
  addProseMirrorPlugins: () => [findPlugin()],
})
