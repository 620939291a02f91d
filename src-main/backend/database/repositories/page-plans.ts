import type { Placement, PagePlan, PagePlanId, PagePlanSummary } from '../../../common/print/page-plan'
import type { Place } from '../../../common/print/slot'
import type { Db } from '../connection'

type PlanRow = Omit<PagePlan, 'placements'>
type PlacementRow = Omit<Place, 'format'> & Omit<Placement, 'place'>

const planColumns = 'id, format, template, paper, date, number, section, editor'

/** Planned pages and the stories placed on them. */
export function pagePlanRepository(db: Db) {
  const list = db.prepare<[], PagePlanSummary>(`
    SELECT ${planColumns}, updated_at AS updatedAt, (SELECT count(*) FROM page_placements WHERE plan = id) AS stories
    FROM page_plans ORDER BY date DESC, number, updated_at DESC`)
  const find = db.prepare<[PagePlanId], PlanRow>(`SELECT ${planColumns} FROM page_plans WHERE id = ?`)
  const placements = db.prepare<[PagePlanId], PlacementRow>(`
    SELECT stories.id AS story, first_column AS firstColumn, columns, first_line AS firstLine, lines, broken, remainder, template
    FROM page_placements JOIN stories ON stories.number = story WHERE plan = ? ORDER BY position`)
  const write = db.prepare<[PlanRow & { now: number }]>(`
    INSERT INTO page_plans VALUES (@id, @format, @template, @paper, @date, @number, @section, @editor, @now)
    ON CONFLICT (id) DO UPDATE SET format = @format, template = @template, paper = @paper, date = @date, number = @number, section = @section,
      editor = @editor, updated_at = @now`)
  const clear = db.prepare<[PagePlanId]>('DELETE FROM page_placements WHERE plan = ?')
  const place = db.prepare<[PlacementRow & { plan: PagePlanId, position: number }]>(`
    INSERT INTO page_placements SELECT @plan, @position, number, @firstColumn, @columns, @firstLine, @lines, @broken, @remainder, @template FROM stories WHERE id = @story`)
  const remove = db.prepare<[PagePlanId]>('DELETE FROM page_plans WHERE id = ?')

  function toPlacement({ story, template, ...place }: PlacementRow, format: string): Placement {
    return { story, place: { format, ...place }, template }
  }

  return {
    /** Newest date first, then by page number. */
    list: (): PagePlanSummary[] => list.all(),
    find(id: PagePlanId): PagePlan | undefined {
      const row = find.get(id)
      return row && { ...row, placements: placements.all(id).map(placement => toPlacement(placement, row.format)) }
    },
    /** Adds a plan, or puts it in place of the one of this id. Stories that are gone are left out. To be called in a transaction. */
    write({ placements: placed, ...plan }: PagePlan, now: number): void {
      write.run({ ...plan, now })
      clear.run(plan.id)
      placed.forEach(({ place: at, ...placement }, position) => place.run({ ...at, ...placement, plan: plan.id, position }))
    },
    remove: (id: PagePlanId): boolean => remove.run(id).changes > 0,
  }
}
export type PagePlanRepository = ReturnType<typeof pagePlanRepository>
