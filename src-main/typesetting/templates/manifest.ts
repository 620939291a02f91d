import { z } from 'zod'
import { templateKinds } from '../../common/print/print'

const slotShape = z.object({
  columns: z.number().int().min(1).max(16),
  lines: z.number().int().min(5).max(300),
  characters: z.number().int().min(5).max(80),
})
const names = z.object({ 'zh-CN': z.string().min(1), en: z.string().min(1) })
const fileName = z.string().regex(/^[\w-]+\.typ$/)

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
  fonts: z.array(z.string().min(1)).min(1), // the font families the template may use
})

export type Manifest = z.infer<typeof manifestShape>
