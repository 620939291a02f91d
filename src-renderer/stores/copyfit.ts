import type { Node } from '@tiptap/pm/model'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { trialOf, type CopyfitChange, type Trial } from '../../src-main/common/print/copyfit/change'
import { copyfitOptions, type CopyfitOption } from '../../src-main/common/print/copyfit/options'
import type { Fit, PageProof, SettingRequest } from '../../src-main/common/print/print'
import { viewOf } from '../../src-main/common/suggestions/views'
import { AppError } from '../../src-main/common/ipc/errors'
import { useBackend } from '../api'
import { breakHeadlineInto, cutWords } from '../editor/commands/copyfit'
import { closeUndoStep, undo } from '../editor/commands/history'
import { useLayoutStore } from './layout'
import { useOutlineStore } from './outlines'
import { useProofStore } from './proof'
import { useReviewStore } from './review'
import { useStoryStore } from './story'
import { asAppError } from './update-queue'

/** Fitting the open story 适版: every way to change how it fills its slot, tried by the typesetter one after another, and made when it is chosen. */
export const useCopyfitStore = defineStore('copyfit', () => {
  const backend = useBackend()
  const [layout, outlines, proof, review, story] = [useLayoutStore(), useOutlineStore(), useProofStore(), useReviewStore(), useStoryStore()]
  const now = shallowRef<Fit | null>(null)
  const options = shallowRef<CopyfitOption[]>([])
  const isTrying = ref(false)
  const error = shallowRef<AppError | null>(null)
  const made = ref(0) // changes made since the dialog opened, less those undone
  const wanted = ref<CopyfitOption['kind'] | null>(null) // where the dialog begins
  let turn = 0
  let tried: Node | undefined // the text the options are of

  const isPossible = computed(() => review.session?.editor.isEditable === true)

  function finalText(): Node {
    const editor = review.session?.editor
    if (!editor) throw new AppError('not-found', 'No story is open in the editor')
    return viewOf(editor.state.doc, 'final')
  }

  function request(trial: Trial = {}): SettingRequest {
    const { template, slot } = proof
    if (!story.id || !template) throw new AppError('not-found', 'No story is open')
    return { story: story.id, template: template.id, slot: template.isSlotChosen && slot ? { ...slot } : null, ...trial }
  }

  /** Tries everything anew; what was found before stays until then. Called again, the earlier round ends. */
  async function start() {
    const mine = ++turn
    const found: CopyfitOption[] = []
    isTrying.value = true
    error.value = null
    try {
      const { headlineScale, isBalanced } = layout.layout
      tried = finalText()
      for await (const each of copyfitOptions({
        text: tried, fitting: { headlineScale, isBalanced },
        fit: async trial => (await backend.print.fit(request(trial))).fit,
        lines: trial => backend.print.lines(request(trial)),
      })) {
        if (mine !== turn) return
        if ('kind' in each) found.push(each)
        else now.value = each
        if (options.value.length <= found.length) options.value = [...found]
      }
      options.value = found
    } catch (reason) {
      if (mine === turn) error.value = asAppError(reason)
    } finally {
      if (mine === turn) isTrying.value = false
    }
  }

  /** What was found so far stays. */
  function stop() {
    turn++
    isTrying.value = false
  }

  function close() {
    stop()
    options.value = []
    now.value = error.value = wanted.value = null
    made.value = 0
  }

  /** The page with a change, or as it is. */
  function preview(change: CopyfitChange | null): Promise<PageProof> {
    return outlines.take(known => backend.print.proof({ ...request(change ? trialOf(change) : {}), known }))
  }

  /** Makes a change as an edit like any other: undone, and suggested while 修订 is on. False when the text is another one by now. */
  function make(change: CopyfitChange): boolean {
    const editor = review.session?.editor
    if (!editor?.isEditable || !tried?.eq(finalText())) return false
    closeUndoStep(editor.state)
    const isMade = written(change) || edited(change)
    closeUndoStep(editor.state)
    if (isMade) made.value += 1
    return isMade

    function edited(edit: CopyfitChange) {
      const command = edit.kind === 'lines' ? breakHeadlineInto(edit.lines) : edit.kind === 'cut' ? cutWords(edit.cuts) : () => false
      return command(editor!.state, editor!.view.dispatch)
    }
  }

  function written(change: CopyfitChange): boolean {
    if (change.kind !== 'size' && change.kind !== 'columns') return false
    layout.write(change.kind === 'size' ? { headlineScale: change.headlineScale } : { isBalanced: change.isBalanced })
    return true
  }

  function takeBack() {
    const editor = review.session?.editor
    if (editor && made.value > 0 && undo(editor.state, editor.view.dispatch, editor.view)) made.value -= 1
  }

  return { now, options, isTrying, error, made, wanted, isPossible, start, stop, close, preview, make, takeBack }
})
