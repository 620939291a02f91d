import { plainFaces, type ParameterValues, type TemplateParameter } from '../../common/print/template-parameters'
import type { FontShelf } from './font-shelf'

type PlainFace = (typeof plainFaces)[number]
export type Faces = Record<PlainFace, string[]>

const programFaces: Faces = {
  song: ['Noto Serif SC', 'LXGW WenKai', 'Noto Sans SC'],
  hei: ['Noto Sans SC', 'Noto Serif SC', 'LXGW WenKai'],
  kai: ['LXGW WenKai', 'Noto Serif SC', 'Noto Sans SC'],
}

/** What the kit sets where a chosen family is missing. */
export const stoodIn = programFaces.song[0]!

const isPlainFace = (face: string): face is PlainFace => (plainFaces as readonly string[]).includes(face)

/** The families of each plain face, tried in turn for every character; the newsroom's own fonts come last, for what the program's lack. */
export function facesOf(fonts: Pick<FontShelf, 'ownFamilies'>): Faces {
  const own = fonts.ownFamilies()
  return { song: [...programFaces.song, ...own], hei: [...programFaces.hei, ...own], kai: [...programFaces.kai, ...own] }
}

/** The families a face is set in, in turn: as `face` of the kit has them. */
export const familiesOf = (face: string, faces: Faces): string[] => isPlainFace(face) ? faces[face] : [face, ...faces.song]

/** The faces of a template: the families it names, and its parameters. */
export interface FaceUse { fonts: string[], parameters: TemplateParameter[] }

/** The families the newsroom chose for a template. */
export const chosenFamilies = ({ parameters }: Pick<FaceUse, 'parameters'>, values: ParameterValues): string[] =>
  parameters.filter(({ type }) => type === 'face').map(({ name }) => String(values[name])).filter(face => !isPlainFace(face))

/** Every family that may draw a character of a page. */
export const familiesOn = (use: FaceUse, values: ParameterValues, fonts: Pick<FontShelf, 'ownFamilies'>): string[] =>
  [...use.fonts, ...chosenFamilies(use, values), ...fonts.ownFamilies()]
