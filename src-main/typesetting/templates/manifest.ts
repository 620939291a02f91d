import { z } from 'zod'
import { templateKinds } from '../../common/print/print'
import { slotBounds } from '../../common/print/slot'
import { isPossibleValue, parameterTypes, type TemplateParameter } from '../../common/print/template-parameters'

const bounded = ({ least, most }: { least: number, most: number }) => z.number().int().min(least).max(most)
const slotShape = z.object({ columns: bounded(slotBounds.columns), lines: bounded(slotBounds.lines), characters: bounded(slotBounds.characters) })
const names = z.object({ 'zh-CN': z.string().min(1), en: z.string().min(1) })
const fileName = z.string().regex(/^[\w-]+\.typ$/)

const parameterShape = z.strictObject({
  name: z.string().regex(/^[a-zA-Z][\w-]{0,39}$/),
  label: names,
  type: z.enum(parameterTypes),
  default: z.union([z.string(), z.number(), z.boolean()]),
  least: z.number().exactOptional(),
  most: z.number().exactOptional(),
  choices: z.array(z.strictObject({ value: z.string().min(1), label: names })).min(1).exactOptional(),
}).refine(parameter => isPossibleValue(parameter as TemplateParameter, parameter.default), { path: ['default'], error: 'not a value this parameter can take' })

/** `manifest.json` of a template folder. */
export const manifestShape = z.strictObject({
  format: z.literal(1),
  kind: z.enum(templateKinds).default('story'),
  name: names,
  description: names,
  main: fileName,
  isSlotChosen: z.boolean(),
  slot: slotShape,
  bodySize: z.number().min(4).max(24),
  linePitch: z.number().min(4).max(48),
  isForPress: z.boolean(),
  drawsChanges: z.boolean().default(false), // suggested changes as proofreading marks
  fonts: z.array(z.string().min(1)).min(1), // the font families the template may use
  parameters: z.array(parameterShape).max(60).default([]),
})

export type Manifest = z.infer<typeof manifestShape>
