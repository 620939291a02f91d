import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import * as Y from 'yjs'
import { authorshipOf, type AuthoredLine } from '../../src-main/common/authorship/authorship'
import { compareTexts, type ComparedLine } from '../../src-main/common/comparison/compare'
import { slipDifferences, type SlipDifference } from '../../src-main/common/document/slip-differences'
import { readSlip } from '../../src-main/common/document/slip-map'
import { readText } from '../../src-main/common/document/story-doc'
import type { Version, VersionId } from '../../src-main/common/story/story'
import type { SignedCheck } from '../../src-main/common/workflow/signature'
import { broughtTo } from '../../src-main/common/suggestions/decide'
import { restoreSlip } from '../../src-main/common/suggestions/slip-changes'
import { viewOf } from '../../src-main/common/suggestions/views'
import { useBackend } from '../api'
import { closeUndoStep } from '../editor/commands/history'
import { useNoticeStore } from './notices'
import { useReviewStore } from './review'
import { useStoryStore } from './story'

/** A kept version, or the story as it is now. */
export type ChosenVersion = VersionId | 'now'

/** What differs between two versions: lines of the text, each as it will be printed, and fields of the slip. */
export interface Comparison { lines: ComparedLine[], fields: SlipDifference[] }

/** Versions of the open story: kept, compared, restored. */
export const useVersionStore = defineStore('versions', () => {
  const backend = useBackend()
  const [story, review, notices] = [useStoryStore(), useReviewStore(), useNoticeStore()]
  const versions = shallowRef<Version[]>([])
  const older = ref<ChosenVersion>('now')
  const newer = ref<ChosenVersion>('now')

  /** Lists the versions, and sets the newest beside the text of now. */
  async function load() {
    await refresh()
    older.value = versions.value[0]?.id ?? 'now'
    newer.value = 'now'
  }

  async function refresh() {
    if (story.id && await story.whenSaved()) versions.value = await backend.stories.versions(story.id)
  }

  async function keep(name: string) {
    await keepAs(name, 'kept')
    await refresh()
  }

  async function keepAs(name: string, reason: 'kept' | 'before-restore' | 'restored') {
    if (story.id && await story.whenSaved()) await backend.stories.keepVersion(story.id, name, reason)
  }

  async function docOf(version: ChosenVersion): Promise<Y.Doc> {
    if (version === 'now') {
      story.settle()
      return story.doc!
    }
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await backend.stories.openVersion(story.id!, version))
    return doc
  }

  async function compare(): Promise<Comparison> {
    const [before, after] = await Promise.all([docOf(older.value), docOf(newer.value)])
    return { lines: compareTexts(viewOf(readText(before), 'final'), viewOf(readText(after), 'final')), fields: slipDifferences(readSlip(before), readSlip(after)) }
  }

  /** What the later version made of the earlier one's marks; undefined while these are not two proofs, the earlier of them a kept one. */
  async function check(): Promise<SignedCheck | undefined> {
    if (older.value === 'now' || older.value === newer.value || !story.id || !await story.whenSaved()) return
    return backend.reviews.check(story.id, older.value, later())
  }

  const later = () => newer.value === 'now' ? null : newer.value

  /** Who wrote the later version. */
  async function authors(): Promise<AuthoredLine[]> {
    const [doc, writers] = await Promise.all([docOf(newer.value), backend.stories.writers(story.id!)])
    return authorshipOf(doc, writers)
  }

  /** Makes text and slip what they were, suggestions included; `name` is what the new version is called. What was before is kept, and undo takes it back in one step. */
  async function restore(version: VersionId, name: string) {
    const open = review.session
    if (!open?.editor.isEditable || !story.doc) return
    const wanted = await docOf(version)
    await keepAs('', 'before-restore')
    const { state, schema } = open.editor
    const tr = broughtTo(state, schema.nodeFromJSON(readText(wanted).toJSON()))
    closeUndoStep(state)
    if (tr) open.editor.view.dispatch(tr)
    restoreSlip(story.doc, wanted)
    closeUndoStep(state)
    await keepAs(name, 'restored')
    await load()
  }

  /** Runs what may fail, and tells the person when it did. */
  const attempt = (work: () => Promise<void>) => work().catch(notices.fail)

  return { versions, older, newer, load, refresh, keep, compare, check, later, authors, restore, attempt }
})
