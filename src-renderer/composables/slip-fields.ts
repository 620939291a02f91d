import { onScopeDispose, shallowReactive, type InjectionKey } from 'vue'
import type * as Y from 'yjs'
import { emptySlip, slipFields, type Slip } from '../../src-main/common/document/slip'
import { readSlip, slipMap } from '../../src-main/common/document/slip-map'

export interface SlipFields {
  values: Slip
  write<F extends keyof Slip>(field: F, value: Slip[F]): void
}

export const slipFieldsKey: InjectionKey<SlipFields> = Symbol('slip fields')

/** The slip of a story as reactive fields; each field is written and heard by itself, so that two people can fill one slip. */
export function useSlipFields(doc: Y.Doc): SlipFields {
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
      if (JSON.stringify(values[field]) !== JSON.stringify(value)) map.set(field, value)
    },
  }
}
