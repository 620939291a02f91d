import type { Node } from '@tiptap/pm/model'
import { element, escapedXml } from './xml-text'

export interface WordPicture { bytes: Uint8Array, mediaType: string }

const unitsPerPixel = 9525 // English metric units at 96 dpi
const widest = 5_040_000 // 14 cm
const extensions: Record<string, string> = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/gif': 'gif', 'image/tiff': 'tiff' }
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'

/** The pictures of a file, each once; of kinds Word does not show only the place is kept. */
export function wordPictures(pictures: ReadonlyMap<string, WordPicture>) {
  const used = new Map<string, { id: string, target: string, bytes: Uint8Array }>()
  let last = 0

  return {
    used: () => [...used.values()],
    xmlOf(figure: Node): string {
      const hash = String(figure.attrs.picture)
      const [picture, width, height] = [pictures.get(hash), Number(figure.attrs.width), Number(figure.attrs.height)]
      const extension = picture && extensions[picture.mediaType]
      if (!picture || !extension || !width || !height) return ''
      const file = used.get(hash) ?? { id: `rPicture${used.size + 1}`, target: `media/picture${used.size + 1}.${extension}`, bytes: picture.bytes }
      used.set(hash, file)
      return inlineXml(++last, file.id, width, height)
    },
  }
}

function inlineXml(number: number, relation: string, width: number, height: number): string {
  const scale = Math.min(1, widest / (width * unitsPerPixel))
  const size = { cx: Math.round(width * unitsPerPixel * scale), cy: Math.round(height * unitsPerPixel * scale) }
  const name = escapedXml(`图${number}`)
  const picture = element('pic:pic', { 'xmlns:pic': `${drawing}/picture` },
    element('pic:nvPicPr', {}, element('pic:cNvPr', { id: number, name }), element('pic:cNvPicPr')),
    element('pic:blipFill', {}, element('a:blip', { 'r:embed': relation }), element('a:stretch', {}, element('a:fillRect'))),
    element('pic:spPr', {}, element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)), element('a:prstGeom', { prst: 'rect' }, element('a:avLst'))))
  return element('w:r', {}, element('w:drawing', {}, element('wp:inline', { 'xmlns:wp': `${drawing}/wordprocessingDrawing`, distT: 0, distB: 0, distL: 0, distR: 0 },
    element('wp:extent', size), element('wp:docPr', { id: number, name }),
    element('a:graphic', { 'xmlns:a': `${drawing}/main` }, element('a:graphicData', { uri: `${drawing}/picture` }, picture)))))
}
