import { computed, shallowRef } from 'vue'
import type { PagePlan } from '../../src-main/common/print/page-plan'

const most = 200 // steps that are kept

/** What a planned page was before each change, and what was undone. */
export function planHistory() {
  const before = shallowRef<PagePlan[]>([])
  const after = shallowRef<PagePlan[]>([])

  return {
    canUndo: computed(() => before.value.length > 0),
    canRedo: computed(() => after.value.length > 0),
    /** Keeps the plan that is about to change. */
    record(plan: PagePlan) {
      before.value = [...before.value.slice(1 - most), plan]
      after.value = []
    },
    /** The plan before the last change, given the one there is now. */
    undo(now: PagePlan): PagePlan | undefined {
      const earlier = before.value.at(-1)
      if (!earlier) return undefined
      before.value = before.value.slice(0, -1)
      after.value = [...after.value, now]
      return earlier
    },
    redo(now: PagePlan): PagePlan | undefined {
      const later = after.value.at(-1)
      if (!later) return undefined
      after.value = after.value.slice(0, -1)
      before.value = [...before.value, now]
      return later
    },
    clear() {
      before.value = []
      after.value = []
    },
  }
}
