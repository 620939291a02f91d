import { PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { spaceName } from '../colour-spaces'
import { entry, textOf, type PdfxFile } from '../pdfx-file'
import { both, type Requirement } from './requirement'

/** Colours, transparency and overprint. */
export const colourRequirements: readonly Requirement[] = [
  {
    id: 'colour-spaces', standards: both,
    check(file, standard) {
      const forbidden = standard === 'x-1a' ? /RGB|Lab|Cal|ICCBased/ : /DeviceRGB|ICCBased 4/
      const found = spacesOf(file).find(space => forbidden.test(space))
      return found
    },
  },
  { id: 'transparency', standards: ['x-1a'], check: file => transparencyIn(file)[0] },
  {
    id: 'blend-modes', standards: ['x-4'],
    check({ dictionaries }) {
      const unknown = dictionaries.flatMap(dictionary => entry(dictionary, 'BM') ? String(entry(dictionary, 'BM')).match(/[A-Za-z]+/g) ?? [] : []).find(mode => !blendModes.has(mode))
      return unknown && `Blend mode ${unknown} is not one of the standard's`
    },
  },
  {
    id: 'transfer', standards: both,
    check({ dictionaries }) {
      const states = dictionaries.filter(isGraphicsState)
      if (states.some(state => entry(state, 'TR'))) return 'A graphics state has a transfer function'
      if (states.some(state => entry(state, 'TR2') && textOf(entry(state, 'TR2')) !== 'Default')) return 'A graphics state has a transfer function'
      return states.some(state => entry(state, 'HTP')) ? 'A graphics state has a halftone phase' : undefined
    },
  },
  {
    id: 'halftones', standards: both,
    check({ dictionaries }) {
      const other = dictionaries.find(dictionary => entry(dictionary, 'HalftoneType') && !['1', '5'].includes(String(entry(dictionary, 'HalftoneType'))))
      return other && `Halftone of type ${String(entry(other, 'HalftoneType'))}`
    },
  },
  {
    id: 'black-overprints', standards: both, // print.md's own: black text never leaves a white edge in a colour
    check({ paints }) {
      const black = paints.filter(({ kind, space, colour }) => kind !== 'image' && space === 'DeviceCMYK' && colour.join(' ') === '0 0 0 1')
      return black.some(({ overprints, overprintMode }) => !overprints || overprintMode !== 1) ? 'Black is not set to overprint' : undefined
    },
  },
]

const blendModes = new Set(['Normal', 'Compatible', 'Multiply', 'Screen', 'Overlay', 'Darken', 'Lighten', 'ColorDodge', 'ColorBurn', 'HardLight', 'SoftLight', 'Difference',
  'Exclusion', 'Hue', 'Saturation', 'Color', 'Luminosity'])

const isGraphicsState = (dictionary: PDFDict) => textOf(entry(dictionary, 'Type')) === 'ExtGState' || ['ca', 'CA', 'BM', 'SMask', 'OPM', 'TR', 'TR2', 'HTP'].some(name => dictionary.has(PDFName.of(name)))

/** Every colour space that is painted with, named by resources, or used by a picture, shading or transparency group. */
export function spacesOf({ paints, dictionaries, document: { context } }: PdfxFile): string[] {
  const named = dictionaries.flatMap(dictionary => [dictionary.get(PDFName.of('ColorSpace')), dictionary.get(PDFName.of('CS'))].flatMap(value => {
    const object = value && context.lookup(value)
    return object instanceof PDFDict ? object.values().map(space => spaceName(context, space)) : object ? [spaceName(context, value)] : []
  }))
  return [...new Set([...paints.map(({ space }) => space), ...named])].sort()
}

/** Each kind of transparency in the file, in words. */
export function transparencyIn({ dictionaries, streams }: PdfxFile): string[] {
  const found = new Set<string>()
  for (const dictionary of dictionaries.filter(isGraphicsState)) {
    if (['ca', 'CA'].some(name => entry(dictionary, name) && Number(String(entry(dictionary, name))) !== 1)) found.add('Something is not opaque')
    if (entry(dictionary, 'BM') && !/^\/(Normal|Compatible)$/.test(String(entry(dictionary, 'BM')))) found.add('A blend mode is used')
  }
  if (dictionaries.some(dictionary => entry(dictionary, 'SMask') && textOf(entry(dictionary, 'SMask')) !== 'None')) found.add('A soft mask is used')
  if (dictionaries.some(dictionary => textOf(entry(dictionary, 'S')) === 'Transparency')) found.add('A transparency group is used')
  if (streams.some(({ dict }: PDFRawStream) => entry(dict, 'SMaskInData') && String(entry(dict, 'SMaskInData')) !== '0')) found.add('A picture has a soft mask')
  return [...found]
}
