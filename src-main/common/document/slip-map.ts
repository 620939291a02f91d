import type * as Y from 'yjs'
import { emptySlip, slipFields, type Slip } from './slip'

/** The story's slip, one entry a field; apart from the text, so that lists and panels need no schema. */
export const slipMap = (doc: Y.Doc) => doc.getMap<Slip[keyof Slip]>('slip')

/** The whole slip: fields nobody has filled have their empty value. */
export function readSlip(doc: Y.Doc): Slip {
  const map = slipMap(doc)
  const filled = slipFields.filter(field => map.has(field)).map(field => [field, map.get(field)])
  return { ...emptySlip, ...Object.fromEntries(filled) as Partial<Slip> }
}

/** Sets the given fields; those that already have the value are left alone. */
export function writeSlip(doc: Y.Doc, slip: Partial<Slip>): void {
  const map = slipMap(doc)
  doc.transact(() => {
    for (const field of slipFields) {
      const value = slip[field]
      if (value !== undefined && JSON.stringify(map.get(field)) !== JSON.stringify(value)) map.set(field, value)
    }
  })
}
