import type { Node } from '@tiptap/pm/model'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { offsetText } from '../../src-main/common/document/text'
import { glyphEdges, lineAt, lineBeyond, lineOf, offsetAt, wordsOn, type LineMove, type PagePoint } from '../../src-main/common/print/line-places'
import type { SetLine } from '../../src-main/common/print/set-lines'
import { finalPlaceAt, type FinalPlace } from '../../src-main/common/suggestions/final-places'
import { viewOf } from '../../src-main/common/suggestions/views'
import type { EditorSession } from '../editor/editor-session'
import { readCursor } from '../editor/plugins/cursor-as-shown'
import { useProofStore } from '../stores/proof'
import { useReviewStore } from '../stores/review'
import { useTextPlaceStore } from '../stores/text-place'

/** Between the page proof and the text: the line the cursor is in, the line chosen on the page by keys, and the way from a point or line of the page into the text. */
export function usePageCursor() {
  const [proof, review, places] = [useProofStore(), useReviewStore(), useTextPlaceStore()]
  const caret = ref(-1) // index of the line with the text's cursor
  const chosen = ref(-1) // of the line gone to by keys on the page

  const lines = computed<readonly SetLine[]>(() => proof.setText?.lines ?? [])
  const shown = computed<SetLine | undefined>(() => lines.value[chosen.value] ?? lines.value[caret.value])
  const text = () => review.session?.editor.state.doc

  /** While lines are asked for, the mark stays where it was. */
  function follow() {
    const state = review.session?.editor.state
    if (!state || !proof.isSetTextCurrent) return
    const place = finalPlaceAt(state.doc, state.selection.head)
    const next = place ? lineOf(lines.value, place) : -1
    if (next !== caret.value) chosen.value = -1
    caret.value = next
  }

  const stop = shallowRef<() => void>()
  watch(() => review.session, (session: EditorSession | undefined) => {
    stop.value?.()
    stop.value = session?.onChange(follow)
    follow()
  }, { immediate: true })
  watch(() => proof.setText, () => {
    chosen.value = -1
    follow()
  })
  onScopeDispose(() => stop.value?.())

  /** Puts the cursor of the text where the page shows that point; false when no line is near. */
  async function goToPoint(point: PagePoint): Promise<boolean> {
    const set = await proof.currentLines()
    const doc = text()
    const line = set?.lines[lineAt(set.lines, point)]
    if (!doc || !line) return false
    const page = proof.page?.pages[point.page]
    go(line, offsetAt(line, wordsOn(textOf(doc, line), line), page ? glyphEdges(page, line) : [], point.x))
    return true
  }

  /** Puts the cursor of the text at the beginning of the line shown. */
  function goToLine() {
    if (shown.value) go(shown.value, shown.value.from)
  }

  function go({ block, to }: SetLine, offset: number) {
    places.goToFinal({ block, offset } satisfies FinalPlace, offset === to ? 'after' : 'before')
  }

  function move(key: LineMove) {
    chosen.value = lineBeyond(lines.value, lines.value.indexOf(shown.value!), key)
  }

  /** Back from a line chosen on the page to the one with the cursor, as it is at this moment; false while it is not known where the lines stand. */
  async function showCaret(): Promise<boolean> {
    if (!await proof.currentLines()) return false
    if (review.session) readCursor(review.session.editor.view)
    chosen.value = -1
    follow()
    return true
  }

  /** What stands on the line shown. */
  const words = computed(() => {
    const doc = text()
    return doc && shown.value ? wordsOn(textOf(doc, shown.value), shown.value) : ''
  })

  return { shown, caret, words, goToPoint, goToLine, move, showCaret }
}

function textOf(doc: Node, { block }: SetLine): string {
  const node = viewOf(doc, 'final').maybeChild(block)
  return node ? offsetText(node) : ''
}
