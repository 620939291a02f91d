export const parameterTypes = ['face', 'size', 'length', 'tint', 'number', 'switch', 'choice'] as const
export type ParameterType = (typeof parameterTypes)[number]

export type ParameterValue = string | number | boolean
type Names = Record<'zh-CN' | 'en', string>

/** One thing a newsroom may set on a template, as its manifest declares it. */
export interface TemplateParameter {
  name: string
  label: Names
  type: ParameterType
  default: ParameterValue // face: song, hei, kai or a font family; size and length: pt; tint: percent of black
  least?: number
  most?: number
  choices?: { value: string, label: Names }[] // of `choice`
}

/** Values by a parameter's name. */
export type ParameterValues = Record<string, ParameterValue>

/** The faces every template has: 宋体, 黑体, 楷体. Other faces are font families of the newsroom's fonts folder. */
export const plainFaces = ['song', 'hei', 'kai'] as const

const bounds: Partial<Record<ParameterType, { least: number, most: number }>> = {
  size: { least: 4, most: 96 }, length: { least: 0, most: 100 }, tint: { least: 0, most: 100 }, number: { least: 0, most: 1000 },
}

/** The smallest and the largest value of a parameter that is a number. */
export function boundsOf({ type, least, most }: TemplateParameter): { least: number, most: number } {
  const usual = bounds[type] ?? { least: 0, most: 1000 }
  return { least: least ?? usual.least, most: most ?? usual.most }
}

/** Whether a value is one the parameter can take. */
export function isPossibleValue(parameter: TemplateParameter, value: unknown): value is ParameterValue {
  if (parameter.type === 'switch') return typeof value === 'boolean'
  if (parameter.type === 'choice') return parameter.choices?.some(choice => choice.value === value) ?? false
  if (parameter.type === 'face') return typeof value === 'string' && value.trim() !== ''
  const { least, most } = boundsOf(parameter)
  return typeof value === 'number' && value >= least && value <= most
}

/** A value for every parameter: the newsroom's where it is possible, else the template's. */
export function parameterValues(parameters: readonly TemplateParameter[], chosen: ParameterValues = {}): ParameterValues {
  return Object.fromEntries(parameters.map(parameter =>
    [parameter.name, isPossibleValue(parameter, chosen[parameter.name]) ? chosen[parameter.name]! : parameter.default]))
}
