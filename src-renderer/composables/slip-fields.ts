import { onScopeDispose, shallowReactive, type InjectionKey } from 'vue'
import type * as Y from 'yjs'
import type { Author } from '../../src-main/common/document/stamp'
import { emptySlip, slipFields, type Slip } from '../../src-main/common/document/slip'
import { readSlip, slipMap } from '../../src-main/common/document/slip-map'
import { writePlainField, writeTrackedField } from '../../src-main/common/suggestions/slip-changes'

export interface SlipFields {
  values: Slip
  write<F extends keyof Slip>(field: F, value: Slip[F]): void
}

export const slipFieldsKey: InjectionKey<SlipFields> = Symbol('slip fields')

/** The slip of a story as reactive fields; each field is written and heard by itself, so that two people can fill one slip. What `author` writes is tracked. */
export function useSlipFields(doc: Y.Doc, author: () => Author | null): SlipFields {
  const map = slipMap(doc)
  const values = shallowReactive<Slip>(readSlip(doc))

  function follow(event: Y.YMapEvent<Slip[keyof Slip]>) {
    const changed = slipFields.filter(field => event.keysChanged.has(field))
    Object.assign(values, Object.fromEntries(changed.map(field => [field, map.get(field) ?? emptySlip[field]])))
  }

  map.observe(follow)
  onScopeDispose(() => map.unobserve(follow))

  return {
    values,
    write(field, value) {
      if (JSON.stringify(values[field]) === JSON.stringify(value)) return
      const tracking = author()
      if (tracking) writeTrackedField(doc, field, value, values[field], tracking)
      else writePlainField(doc, field, value)
    },
  }
}
