import type { Node } from '@tiptap/pm/model'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import * as Y from 'yjs'
import { readText } from '../../src-main/common/document/story-doc'
import { isAppError } from '../../src-main/common/ipc/errors'
import { isPass, type Pass } from '../../src-main/common/suggestions/passes'
import { viewOf } from '../../src-main/common/suggestions/views'
import type { Stage, StoryId, VersionId } from '../../src-main/common/story/story'
import type { LateChange } from '../../src-main/common/workflow/late-changes'
import type { Requirement } from '../../src-main/common/workflow/requirements'
import type { ReviewState } from '../../src-main/common/workflow/review-state'
import type { Amendment, CheckedList } from '../../src-main/common/workflow/signature'
import { ignoreGone, useApi } from '../api'
import { useDeskPersonStore } from './desk-person'
import { useNoticeStore } from './notices'
import { useSettingsStore } from './settings'
import { remoteOrigin, useStoryStore } from './story'

const settleMilliseconds = 400 // after the last save, before what is missing is asked again

/** Where the open story stands on its way to press, and who works on it. */
export const useWorkflowStore = defineStore('workflow', () => {
  const { backend: { api: backend, on } } = useApi()
  const [story, desk, notices, { settings }] = [useStoryStore(), useDeskPersonStore(), useNoticeStore(), useSettingsStore()]
  const state = shallowRef<ReviewState>()
  const refused = ref<Stage>() // the stage that could not be signed when it was tried last
  let timer = 0
  let stagePass: { given: Pass, own: Pass } | undefined

  const isLockedOut = computed(() => desk.isKnown && Boolean(state.value?.lock) && state.value?.lock?.person !== desk.author.person)
  /** Until the state is there, what the backend said when the story was opened holds. */
  const heldBy = computed(() => {
    if (story.heldAtOpening?.reason === 'reading') return story.heldAtOpening
    if (state.value?.isClosed) return { reason: 'published' as const }
    if (desk.isAuthorMissing) return { reason: 'nobody' as const }
    if (!state.value) return story.heldAtOpening
    return isLockedOut.value ? { reason: 'locked' as const, person: state.value.lock!.person } : null
  })

  async function refresh() {
    clearTimeout(timer)
    const id = story.id
    if (!id) return
    try {
      const fresh = await backend.reviews.state(id)
      if (id === story.id) state.value = fresh
    } catch (reason) {
      ignoreGone(reason)
    }
  }

  function refreshSoon() {
    clearTimeout(timer)
    timer = window.setTimeout(() => { void refresh() }, settleMilliseconds)
  }

  /** Asks once everything typed is on disk, so that what is signed is what is seen. Returns whether it was done; what `stage` lacks is shown with it. */
  async function ask(question: (id: StoryId) => Promise<ReviewState>, stage?: Stage): Promise<boolean> {
    if (!story.id || !await story.whenSaved()) return false
    refused.value = undefined
    try {
      state.value = await question(story.id)
      return true
    } catch (reason) {
      await refresh()
      if (stage && isAppError(reason, 'stage-blocked') && missingAt(stage).length > 0) refused.value = stage
      else notices.fail(reason)
      return false
    }
  }

  function missingAt(stage: Stage): Requirement[] {
    if (!state.value || stage === state.value.stage) return state.value?.missing ?? []
    return state.value.again.find(again => again.stage === stage)?.missing ?? []
  }

  const signer = (pin: string) => ({ name: desk.author.person, pin })
  const sign = (stage: Stage, opinion: string, pin: string) => ask(id => backend.reviews.sign(id, signer(pin), stage, opinion), stage)
  const sendBack = (to: Stage, reason: string, pin: string) => ask(id => backend.reviews.sendBack(id, signer(pin), to, reason))
  const amend = (kind: Amendment, reason: string, pin: string) => ask(id => backend.reviews.amend(id, signer(pin), kind, reason))

  const signList = (list: CheckedList, remark: string, pin: string) => ask(id => backend.reviews.signCheck(id, signer(pin), list, remark))

  /** The final text of a version that was signed. */
  async function signedText(version: VersionId): Promise<Node> {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await backend.stories.openVersion(story.id!, version))
    return viewOf(readText(doc), 'final')
  }

  /** The pass goes with the stage of the story; a draft is read in the pass the person had chosen before a stage chose another. */
  function followStage(stage: Stage | undefined) {
    const { pass } = settings
    const own = stagePass?.given === pass ? stagePass.own : pass
    if (stage === 'draft') {
      stagePass = undefined
      if (own !== pass) void desk.choosePass(own)
    } else if (stage && isPass(stage)) {
      stagePass = { given: stage, own }
      void desk.choosePass(stage)
    }
  }

  /** What moved since a version that was signed. */
  const lateSince = (version: VersionId): Promise<LateChange[]> => backend.reviews.late(story.id!, version)

  /** Takes the story over from whoever works on it. */
  async function takeOver() {
    if (!story.id) return
    await backend.reviews.unlock(story.id, desk.author.person)
    await lock(story.id)
  }

  async function lock(id: StoryId) {
    const held = await backend.reviews.lock(id, desk.author.person)
    if (id === story.id && state.value) state.value = { ...state.value, lock: held }
  }

  /** Who types works on the story, until it is signed or closed. */
  function follow(_update: Uint8Array, origin: unknown) {
    const id = story.id
    if (origin === remoteOrigin || !id || !desk.isKnown || !state.value || state.value.lock) return
    state.value = { ...state.value, lock: { person: desk.author.person, since: Date.now() } }
    lock(id).catch(ignoreGone)
  }

  watch(() => story.doc, (doc, before) => {
    before?.off('update', follow)
    doc?.on('update', follow)
  }, { immediate: true })
  watch(() => story.id, (id, before) => {
    if (before && state.value?.lock?.person === desk.author.person && desk.isKnown) backend.reviews.unlock(before, desk.author.person).catch(ignoreGone)
    state.value = undefined
    refused.value = undefined
    if (id) void refresh()
  }, { immediate: true })
  watch(() => [settings.person, settings.workflow], () => {
    refused.value = undefined
    refreshSoon()
  })
  watch(() => settings.sideTab, () => { void refresh() })
  watch(() => story.summary?.stage, followStage)
  watch(heldBy, held => { story.heldBy = held }, { immediate: true, flush: 'sync' })
  on('story-updated', ({ id }) => { if (id === story.id && settings.sideTab === 'workflow') refreshSoon() })

  return { state, refused, isLockedOut, refresh, sign, sendBack, amend, signList, signedText, lateSince, takeOver }
})
