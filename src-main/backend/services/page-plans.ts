import type { BackendApi } from '../../common/ipc/contract'
import { AppError } from '../../common/ipc/errors'
import type { Implementation } from '../../common/ipc/rpc'
import type { PageFormat } from '../../common/print/page-format'
import type { PagePlan, PagePlanId, PlannedPage } from '../../common/print/page-plan'
import { placeOnPage } from '../../common/print/slot'
import type { Repositories } from '../database/repositories'
import type { FileGrants } from './files'
import type { PagePrint } from './page-print'

export interface PagePlanOptions {
  isWriter: boolean
  formats(): PageFormat[]
  print: PagePrint
  grants: FileGrants
}

/** Planned pages: stories placed on the grid of a page format. */
export function pagePlanService({ pagePlans, stories, transaction }: Pick<Repositories, 'pagePlans' | 'stories' | 'transaction'>, { isWriter, formats, print, grants }: PagePlanOptions) {
  function find(id: PagePlanId): PagePlan {
    const plan = pagePlans.find(id)
    if (!plan) throw new AppError('not-found', `No planned page ${id}`, { id })
    return plan
  }

  function planned(id: PagePlanId): PlannedPage {
    const plan = find(id)
    return { plan, stories: plan.placements.flatMap(({ story }) => stories.summary(story) ?? []) }
  }

  function formatOf(plan: Pick<PagePlan, 'format'>): PageFormat {
    const format = formats().find(({ id }) => id === plan.format)
    if (!format) throw new AppError('not-found', `No page format ${plan.format}`, { format: plan.format })
    return format
  }

  function assertWriter(): void {
    if (!isWriter) throw new AppError('read-only', 'The library is in use by another process', { cause: 'locked' })
  }

  const api: Implementation<BackendApi>['pages'] = {
    list: pagePlans.list,
    open: planned,
    save(plan) {
      assertWriter()
      const format = formatOf(plan)
      const placements = plan.placements.map(placement => ({ ...placement, place: placeOnPage(placement.place, format) }))
      if (new Set(placements.map(({ story }) => story)).size < placements.length) throw new AppError('invalid-arguments', 'A story stands on a page once')
      transaction(() => pagePlans.write({ ...plan, placements }, Date.now()))
      return planned(plan.id)
    },
    remove(id) {
      assertWriter()
      if (!pagePlans.remove(id)) throw new AppError('not-found', `No planned page ${id}`, { id })
    },
    templateFor: print.templateFor,
    async proof(id, known) {
      const plan = find(id)
      return print.proof(plan, formatOf(plan), known)
    },
    async preflight(id) {
      const plan = find(id)
      return print.preflight(plan, formatOf(plan))
    },
    async export(id, output, target) {
      const plan = find(id)
      return print.exportTo(plan, formatOf(plan), output, grants.pathOf(target, 'write'))
    },
  }

  return { api }
}
export type PagePlanService = ReturnType<typeof pagePlanService>
