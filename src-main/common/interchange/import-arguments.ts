import { z } from 'zod'
import { dropReasons, lineRoles } from './import'

const importLine = z.object({
  number: z.int().positive(),
  original: z.string(),
  role: z.enum(lineRoles),
  reason: z.enum(dropReasons).optional(),
  isUncertain: z.boolean(),
})

/** What a story is made of when a reading comes back from the page: the lines and their roles. All else is derived from them anew. */
export const assignedReading = z.object({
  name: z.string().max(500),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']),
  lines: z.array(importLine).refine(lines => lines.every((line, index) => index === 0 || line.number > lines[index - 1]!.number), 'Lines are in the order of the file'),
})
