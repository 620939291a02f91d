import { onScopeDispose, ref, shallowRef } from 'vue'
import type { Doc } from 'yjs'
import { readSlip, slipMap } from '../../src-main/common/document/slip-map'
import { lengthCounter } from '../editor/count/lengths'
import type { EditorSession } from '../editor/editor-session'

const longestWait = 400 // ms a count may lag behind the typing

/** The story's lengths, counted when the page has nothing else to do, and the planned length from its slip. */
export function useLengths({ editor, onChange }: EditorSession, doc: Doc) {
  const count = lengthCounter()
  const counts = shallowRef(count(editor.state.doc))
  const plannedLength = ref(readSlip(doc).plannedLength)
  let counted = editor.state.doc
  let waiting = 0

  function recount() {
    waiting = 0
    if (editor.isDestroyed || editor.state.doc === counted) return
    counted = editor.state.doc
    counts.value = count(counted)
  }

  const readPlan = () => { plannedLength.value = readSlip(doc).plannedLength }
  const stopCounting = onChange(() => { if (editor.state.doc !== counted) waiting ||= requestIdleCallback(recount, { timeout: longestWait }) })
  slipMap(doc).observe(readPlan)
  onScopeDispose(() => {
    stopCounting()
    cancelIdleCallback(waiting)
    slipMap(doc).unobserve(readPlan)
  })

  return { counts, plannedLength }
}
