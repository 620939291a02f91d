import { onScopeDispose, ref, shallowRef } from 'vue'
import type { Doc } from 'yjs'
import { readSlip, slipMap } from '../../src-main/common/document/slip-map'
import { lengthCounter } from '../editor/count/lengths'
import type { EditorSession } from '../editor/editor-session'

const pause = 100 // ms a count lags behind the typing: shown any sooner it would take the frame that the page proof is waiting for
const longestWait = 400 // ms it may lag besides, while there is something else to do

/** The story's lengths, counted when the page has nothing else to do, and the planned length from its slip. */
export function useLengths({ editor, onChange }: EditorSession, doc: Doc) {
  const count = lengthCounter()
  const counts = shallowRef(count(editor.state.doc))
  const plannedLength = ref(readSlip(doc).plannedLength)
  let counted = editor.state.doc
  let waiting: ReturnType<typeof setTimeout> | undefined
  let idle = 0

  function recount() {
    waiting = undefined
    if (editor.isDestroyed || editor.state.doc === counted) return
    counted = editor.state.doc
    counts.value = count(counted)
  }

  function recountSoon() {
    if (editor.state.doc !== counted) waiting ??= setTimeout(() => { idle = requestIdleCallback(recount, { timeout: longestWait }) }, pause)
  }

  const readPlan = () => { plannedLength.value = readSlip(doc).plannedLength }
  const stopCounting = onChange(recountSoon)
  slipMap(doc).observe(readPlan)
  onScopeDispose(() => {
    stopCounting()
    clearTimeout(waiting)
    cancelIdleCallback(idle)
    slipMap(doc).unobserve(readPlan)
  })

  return { counts, plannedLength }
}
