import { breakColumns } from '../../src-main/common/print/column-arithmetic'
import type { PageFormat } from '../../src-main/common/print/page-format'
import { measureOf, type Place } from '../../src-main/common/print/slot'

type Translate = (key: string, values: Record<string, unknown>) => string

export interface PlaceWords {
  sum: string // 4 栏破 3：17 字 × 3，余 2
  steps: string // 4 × 13 + 3 = 55，55 − 2 = 53，53 ÷ 3 = 17 余 2
  share: string // who gets the rest; empty when nothing is left over
}

/** The column arithmetic of a place, as print editors write it. */
export function placeWords(t: Translate, place: Place, format: PageFormat): PlaceWords {
  const { columns: merged, broken, remainder } = place
  const measure = measureOf(place, format)
  const { characters, gutter, widerColumns, rest } = breakColumns(measure, broken, format.gutter, remainder)
  const kind = broken === merged ? 'plain' : broken === 1 ? 'merged' : rest > 0 ? 'broken' : 'brokenEvenly'
  const gutters = figure((broken - 1) * format.gutter)
  const free = figure(measure - (broken - 1) * format.gutter)
  return {
    sum: t(`page.sum.${kind}`, { merged, broken, characters, rest: figure(rest) }),
    steps: broken === merged ? '' : t(broken === 1 ? 'page.steps.merged' : 'page.steps.broken', {
      merged, own: format.characters, between: figure((merged - 1) * format.gutter), measure: figure(measure), gutters, free, broken, characters, rest: figure(rest),
    }),
    share: rest === 0 || broken === 1 ? '' : widerColumns > 0
      ? t('page.share.columns', { columns: widerColumns, characters: characters + 1 })
      : t('page.share.gutters', { gutter: figure(gutter) }),
  }
}

/** At most two decimals. */
const figure = (value: number) => String(Math.round(value * 100) / 100)
