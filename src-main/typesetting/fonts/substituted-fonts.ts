import type { SubstitutedFont } from '../../common/print/print'
import { plainFaces, type ParameterValues, type TemplateParameter } from '../../common/print/template-parameters'
import type { FontShelf } from './font-shelf'

const stoodIn = 'Noto Serif SC' // what the kit sets where a chosen family is missing

/** Families a template asks for, by itself or because the newsroom chose them, that are not among the fonts, each with what is set instead. */
export function substitutedFonts({ fonts: named, parameters }: { fonts: string[], parameters: TemplateParameter[] }, values: ParameterValues, fonts: FontShelf): SubstitutedFont[] {
  const chosen = parameters.filter(({ type }) => type === 'face').map(({ name }) => String(values[name])).filter(face => !(plainFaces as readonly string[]).includes(face))
  const own = named.find(family => fonts.has(family)) ?? stoodIn
  const missing = [...named.map(family => ({ family, by: own })), ...chosen.map(family => ({ family, by: stoodIn }))].filter(({ family }) => !fonts.has(family))
  return missing.filter(({ family }, index) => missing.findIndex(other => other.family === family) === index)
}
