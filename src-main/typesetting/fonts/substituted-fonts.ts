import type { SubstitutedFont } from '../../common/print/print'
import type { ParameterValues } from '../../common/print/template-parameters'
import { chosenFamilies, stoodIn, type FaceUse } from './faces'
import type { FontShelf } from './font-shelf'

/** Families a template asks for, by itself or because the newsroom chose them, that are not among the fonts, each with what is set instead. */
export function substitutedFonts(use: FaceUse, values: ParameterValues, fonts: FontShelf): SubstitutedFont[] {
  const own = use.fonts.find(family => fonts.has(family)) ?? stoodIn
  const asked = [...use.fonts.map(family => ({ family, by: own })), ...chosenFamilies(use, values).map(family => ({ family, by: stoodIn }))]
  const missing = asked.filter(({ family }) => !fonts.has(family))
  return missing.filter(({ family }, index) => missing.findIndex(other => other.family === family) === index)
}
