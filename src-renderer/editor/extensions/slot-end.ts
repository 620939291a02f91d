import { Extension } from '@tiptap/core'
import { slotEndPlugin } from '../plugins/slot-end'

export const SlotEndMark = Extension.create({
  name: 'slotEnd',
  addProseMirrorPlugins: () => [slotEndPlugin()],
})
