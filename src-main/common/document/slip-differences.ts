import { slipFields, type Slip } from './slip'

/** A field of the slip that differs between two states of a story. */
export interface SlipDifference { field: keyof Slip, from: unknown, to: unknown }

export function slipDifferences(before: Slip, after: Slip): SlipDifference[] {
  return slipFields.filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map(field => ({ field, from: before[field], to: after[field] }))
}
