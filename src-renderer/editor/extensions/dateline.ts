import { Extension } from '@tiptap/core'
import { datelinePlugin, type DatelineSource } from '../plugins/dateline'

interface DatelineOptions { source: DatelineSource, onChosen: () => void }

/** The dateline composed from the slip, shown before the first paragraph's text. */
export const Dateline = Extension.create<DatelineOptions>({
  name: 'dateline',
  addProseMirrorPlugins() {
    return [datelinePlugin(this.options.source, this.options.onChosen)]
  },
})
