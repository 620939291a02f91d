import type { Node } from '@tiptap/pm/model'
import type { Slip } from '../../common/document/slip'
import type { FindingPlace, SubstitutedGlyph } from '../../common/print/preflight'
import type { ParameterValues } from '../../common/print/template-parameters'
import { facesOf, familiesOf } from './faces'
import type { FontShelf } from './font-shelf'
import { codePointName, isInvisible } from './missing-glyphs'

interface FacedText { text: string, face: string, placeAt(offset: number): FindingPlace }

/** Characters that the face they are set in lacks and another one draws in its place, most frequent first, each with the first place it stands at. */
export function substitutedGlyphs(doc: Node, slip: Slip, values: ParameterValues, fonts: FontShelf): SubstitutedGlyph[] {
  const faces = facesOf(fonts)
  const found = new Map<string, SubstitutedGlyph>()
  for (const { text, face, placeAt } of [...textsOf(doc, values), ...slipTexts(slip)]) {
    const [family, ...others] = familiesOf(face, faces).filter(fonts.has)
    if (family === undefined) continue
    for (const { 0: character, index } of text.matchAll(/./gsu)) {
      const by = isInvisible(character) ? undefined : substituteFor(character.codePointAt(0)!, family, others, fonts)
      if (by === undefined) continue
      const known = found.get(`${family} ${character}`) ?? { character, codePoint: codePointName(character), family, by, count: 0, place: placeAt(index) }
      found.set(`${family} ${character}`, { ...known, count: known.count + 1 })
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count)
}

const substituteFor = (codePoint: number, family: string, others: string[], fonts: FontShelf) =>
  fonts.covers([family], codePoint) ? undefined : others.find(other => fonts.covers([other], codePoint))

/** The kit's faces of parts of a story: the parameter that chooses each, if one does, and what it is without. */
const partFaces: Readonly<Record<string, [parameter: string | null, face: string]>> = {
  kicker: ['minorFace', 'kai'], headline: ['headlineFace', 'hei'], subhead: ['minorFace', 'kai'], crosshead: ['crossheadFace', 'hei'],
  quotation: [null, 'kai'], caption: [null, 'kai'], credit: [null, 'kai'], tableHeader: [null, 'hei'],
}

function textsOf(doc: Node, values: ParameterValues): FacedText[] {
  const chosen = (parameter: string | null, face: string) => parameter === null ? face : String(values[parameter] ?? face)
  const texts: FacedText[] = []
  doc.forEach((top, _, block) => {
    let offset = 0
    const read = (node: Node, outer: string) => {
      const part = partFaces[node.type.name]
      const face = part ? chosen(...part) : outer
      if (node.type.name === 'lineBreak') offset += 1
      if (!node.isText) return node.forEach(child => read(child, face))
      const start = offset
      const text = node.text!
      texts.push({ text, face: node.marks.some(({ type }) => type.name === 'strong') ? 'hei' : face, placeAt: index => ({ block, from: start + index, to: start + index + [...text.slice(index)][0]!.length }) })
      offset += text.length
    }
    read(top, chosen('bodyFace', 'song'))
  })
  return texts
}

/** Dateline and the line of the responsible editor, as the kit sets them. */
function slipTexts({ agency, datelinePlace, byline, editor }: Slip): FacedText[] {
  const ofField = (field: keyof Slip, text: string, face: string): FacedText => ({ text, face, placeAt: () => ({ field }) })
  return [
    ofField('agency', agency, 'hei'), ofField('datelinePlace', datelinePlace, 'hei'),
    ...byline.map(({ name }) => ofField('byline', name, 'kai')), ofField('editor', editor, 'kai'),
  ]
}
