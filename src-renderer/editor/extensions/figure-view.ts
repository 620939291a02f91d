import type { NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Figure } from '../../../src-main/common/document/nodes'
import { readCrop } from '../../../src-main/common/print/picture-crop'

export interface PictureSource {
  /** A blob: address of the picture's file; rejects when the library has no such file. */
  addressOf(picture: string): Promise<string>
}

/** The figure of the schema with a view: the picture above, caption and credit to be typed under it. */
export function figureWithView(pictures: PictureSource) {
  return Figure.extend({ addNodeView: () => (props: NodeViewRendererProps) => figureView(props.node, pictures) })
}

function figureView(first: Node, pictures: PictureSource) {
  let node = first
  const dom = document.createElement('figure')
  const frame = document.createElement('div')
  const contentDOM = document.createElement('div')
  frame.className = 'figure-picture'
  frame.contentEditable = 'false'
  contentDOM.className = 'figure-text'
  dom.append(frame, contentDOM)
  void showPicture(frame, node, pictures)

  return {
    dom,
    contentDOM,
    update(next: Node) {
      if (next.type !== node.type) return false
      const isOther = ['picture', 'crop'].some(name => next.attrs[name] !== node.attrs[name])
      node = next
      if (isOther) void showPicture(frame, node, pictures)
      return true
    },
    ignoreMutation: (mutation: { type: string, target: globalThis.Node }) => mutation.type !== 'selection' && frame.contains(mutation.target),
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
