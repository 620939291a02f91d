import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { datelineSeparator } from '../../../src-main/common/document/dateline'
import { bodyStart, topNode } from '../commands/top-nodes'

interface DatelineState { dateline: string, decorations: DecorationSet }

export const datelineKey = new PluginKey<DatelineState>('dateline')

export interface DatelineSource {
  /** The dateline as the slip gives it now. */
  read(): string
  /** Calls back after every change of the slip; returns the function that ends it. */
  follow(listener: () => void): () => void
}

/**
 * Shows the composed dateline at the beginning of the first body paragraph, as an attribute that the style sheet draws before the text:
 * it is no part of the text, cannot be selected or copied, and a change of the slip never touches the nodes of a composition.
 */
export function datelinePlugin(source: DatelineSource, onChosen: () => void) {
  return new Plugin<DatelineState>({
    key: datelineKey,
    state: {
      init: (_config, { doc }) => shown(source.read(), doc),
      apply(tr, value) {
        const dateline: string | undefined = tr.getMeta(datelineKey)
        if (dateline !== undefined) return shown(dateline, tr.doc)
        return tr.docChanged ? mapped(value, tr) : value
      },
    },
    props: {
      decorations: state => datelineKey.getState(state)?.decorations,
      handleClick: (view, position, event) => isOnDateline(view, position, event) && (onChosen(), true),
    },
    view: view => followSlip(view, source),
  })
}

/** The decoration goes with its paragraph as long as that is the first one; otherwise it is made anew. */
function mapped(value: DatelineState, tr: Transaction): DatelineState {
  const paragraph = firstParagraph(tr.doc)
  const decorations = value.decorations.map(tr.mapping, tr.doc)
  const isInPlace = decorations.find().some(decoration => decoration.from === paragraph?.before && decoration.to === paragraph.after)
  return isInPlace ? { ...value, decorations } : shown(value.dateline, tr.doc)
}

function shown(dateline: string, doc: Node): DatelineState {
  const paragraph = dateline ? firstParagraph(doc) : undefined
  if (!paragraph) return { dateline, decorations: DecorationSet.empty }
  const attributes = { 'data-dateline': dateline + datelineSeparator(dateline) }
  return { dateline, decorations: DecorationSet.create(doc, [Decoration.node(paragraph.before, paragraph.after, attributes)]) }
}

/** The paragraph the dateline opens: the first of the body that is no list, table or quotation. */
function firstParagraph(doc: Node) {
  for (let index = bodyStart(doc)?.index ?? doc.childCount; index < doc.childCount; index++) {
    if (doc.child(index).type.name === 'paragraph') return topNode(doc, index)
  }
  return undefined
}

/** Whether a click fell on the dateline: before the first character, or on a line above it. */
function isOnDateline(view: EditorView, position: number, event: MouseEvent): boolean {
  const [decoration] = datelineKey.getState(view.state)!.decorations.find()
  if (!decoration || position !== decoration.from + 1) return false
  const { left, top } = view.coordsAtPos(position)
  return event.clientY < top || event.clientX < left - 2
}

function followSlip(view: EditorView, source: DatelineSource) {
  const update = () => {
    const dateline = source.read()
    if (dateline !== datelineKey.getState(view.state)?.dateline) view.dispatch(view.state.tr.setMeta(datelineKey, dateline).setMeta('addToHistory', false))
  }
  return { destroy: source.follow(update) }
}
