import type { NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { shallowRef } from 'vue'
import { Figure } from '../../../src-main/common/document/nodes'
import { readCrop } from '../../../src-main/common/print/picture-crop'

export interface PictureSource {
  /** A blob: address of the picture's file; rejects when the library has no such file. */
  addressOf(picture: string): Promise<string>
}

export interface FigureAttributes { picture: string, crop: unknown, width: number, height: number }

/** What is said under a picture as one works. */
export interface FigureNotes {
  /** Calls `show` now and whenever what is to be said changes; returns the function that ends it. */
  follow(figure: () => FigureAttributes, show: (note: { text: string, isWarning: boolean }) => void): () => void
}

/** The figure of the schema with a view: the picture above, caption and credit to be typed under it. */
export function figureWithView(pictures: PictureSource, notes?: FigureNotes) {
  return Figure.extend({ addNodeView: () => (props: NodeViewRendererProps) => figureView(props.node, pictures, notes) })
}

function figureView(first: Node, pictures: PictureSource, notes?: FigureNotes) {
  let node = first
  const attributes = shallowRef(first.attrs as FigureAttributes)
  const dom = document.createElement('figure')
  const frame = document.createElement('div')
  const contentDOM = document.createElement('div')
  frame.className = 'figure-picture'
  frame.contentEditable = 'false'
  contentDOM.className = 'figure-text'
  const note = document.createElement('p')
  note.className = 'figure-note'
  note.contentEditable = 'false'
  dom.append(frame, ...notes ? [note] : [], contentDOM)
  void showPicture(frame, node, pictures)
  const stop = notes?.follow(() => attributes.value, ({ text, isWarning }) => {
    note.textContent = text
    note.classList.toggle('is-warning', isWarning)
  })

  return {
    dom,
    contentDOM,
    update(next: Node) {
      if (next.type !== node.type) return false
      const isOther = ['picture', 'crop'].some(name => next.attrs[name] !== node.attrs[name])
      node = next
      if (!isOther) return true
      attributes.value = node.attrs as FigureAttributes
      void showPicture(frame, node, pictures)
      return true
    },
    ignoreMutation: (mutation: { type: string, target: globalThis.Node }) => mutation.type !== 'selection' && (frame.contains(mutation.target) || note.contains(mutation.target)),
    destroy: () => stop?.(),
  }
}

async function showPicture(frame: HTMLElement, { attrs: { picture, width, height, crop } }: Node, pictures: PictureSource) {
  const image = document.createElement('img')
  image.alt = ''
  image.draggable = false
  if (width && height) Object.assign(image, { width, height })
  frame.dataset.state = 'loading'
  frame.replaceChildren(cut(image, crop, Number(width), Number(height)))
  try {
    image.src = await pictures.addressOf(String(picture))
    frame.dataset.state = 'shown'
  } catch {
    frame.replaceChildren() // the style sheet says in words that the file is missing
    frame.dataset.state = 'missing'
  }
}

/** Only the part that is printed, in a window of its size. */
function cut(image: HTMLImageElement, value: unknown, width: number, height: number): HTMLElement {
  const crop = readCrop(value)
  if (!crop || !width || !height) return image
  const part = document.createElement('div')
  part.className = 'figure-part'
  part.style.aspectRatio = String((crop.width * width) / (crop.height * height))
  part.style.width = `min(100%, ${Math.round(crop.width * width)}px, ${60 * (crop.width * width) / (crop.height * height)}vh)`
  Object.assign(image.style, { width: `${100 / crop.width}%`, left: `${-100 * crop.x / crop.width}%`, top: `${-100 * crop.y / crop.height}%` })
  part.append(image)
  return part
}
