import type { Node } from '@tiptap/pm/model'
import { computed, watch, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { positionOfFinal } from '../../src-main/common/suggestions/final-places'
import { carried, goToSlotEnd, setSlotEnd, type SlotEnd } from '../editor/plugins/slot-end'
import type { EditorSession } from '../editor/editor-session'
import { useProofStore } from '../stores/proof'
import { useCommands } from './use-commands'

/** Keeps the mark where the slot ends true to what the typesetter says. It stays as it is while an input method composes. */
export function useSlotEnd(session: ShallowRef<EditorSession | undefined>) {
  const { t } = useI18n()
  const proof = useProofStore()
  let asked: Node | undefined // the text as it is asked about
  let answered: Node | undefined // the text the known lines are of

  const text = () => session.value?.editor.state.doc
  const overset = () => (proof.fit?.over ?? 0) > 0 ? proof.setText?.overset ?? null : null

  function end(now: Node): SlotEnd | null {
    const over = overset()
    const at = over && answered && positionOfFinal(answered, over)
    if (!over || at === undefined || at === null) return null
    return { at: carried(answered!, now, at), label: t('fit.slotEnd', { lines: proof.setText!.fit.over, characters: over.characters }) }
  }

  function mark() {
    if (!session.value || proof.isComposing) return
    const { editor } = session.value
    setSlotEnd(end(editor.state.doc))(editor.state, editor.view.dispatch)
  }

  watch(() => proof.linesAsked, () => { asked = text() }, { flush: 'sync' })
  watch(() => proof.setText, () => { answered = asked }, { flush: 'sync' })
  watch(session, () => { if (proof.isSetTextCurrent) asked = answered = text() }, { flush: 'sync' })
  watch([session, overset, () => proof.isComposing, () => t('fit.slotEnd')], mark)

  const isKnown = computed(() => overset() !== null) // menus follow this, not each fit

  function go() {
    const open = session.value
    if (!open) return
    goToSlotEnd(open.editor.state, open.editor.view.dispatch)
    open.editor.view.focus()
  }

  useCommands([{ id: 'view.slotEnd', label: 'fit.goToEnd', group: 'view', accelerator: 'CmdOrCtrl+Alt+O', isEnabled: () => isKnown.value, run: go }])
  return { goToSlotEnd: go }
}
