import { defineStore } from 'pinia'
import type { StoryKind } from '../../src-main/common/document/slip'
import type { StoryId } from '../../src-main/common/story/story'
import { useBackend } from '../api'
import { useTranslations } from '../locales'
import { useDialogStore } from './dialogs'
import { useLibraryStore } from './library'
import { useNoticeStore } from './notices'
import { useStoryStore } from './story'
import { useStorySelectionStore } from './story-selection'

/** What can be done with whole stories. */
export const useStoryActions = defineStore('story-actions', () => {
  const backend = useBackend()
  const { t } = useTranslations()
  const [library, story, selection, notices, dialogs] = [useLibraryStore(), useStoryStore(), useStorySelectionStore(), useNoticeStore(), useDialogStore()]

  async function create(kind: StoryKind) {
    const { id } = await backend.stories.create(kind)
    await open(id)
  }

  async function open(id: StoryId) {
    await story.open(id)
    await library.reload()
  }

  async function duplicate(ids: StoryId[]) {
    for (const id of ids) await backend.stories.duplicate(id)
    notices.say(t('stories.duplicated', { count: ids.length }))
  }

  async function moveToBin(ids: StoryId[]) {
    if (story.id && ids.includes(story.id)) story.close()
    await backend.stories.moveToBin(ids)
    selection.clear()
    notices.say(t('stories.binned', { count: ids.length }), { label: t('stories.undo'), run: () => backend.stories.restore(ids) })
  }

  async function restore(ids: StoryId[]) {
    if (story.id && ids.includes(story.id)) story.close()
    await backend.stories.restore(ids)
    selection.clear()
    notices.say(t('stories.restored', { count: ids.length }))
  }

  /** Asks first: there is no way back. */
  async function deleteForever(ids: StoryId[]) {
    const isConfirmed = await dialogs.ask({
      title: t('stories.deleteTitle', { count: ids.length }), text: t('stories.deleteText'), confirm: t('stories.deleteForever'), isDangerous: true,
    })
    if (!isConfirmed) return
    if (story.id && ids.includes(story.id)) story.close()
    await backend.stories.deleteForever(ids)
    story.forget(ids)
    selection.clear()
    notices.say(t('stories.deleted', { count: ids.length }))
  }

  return { create, open, duplicate, moveToBin, restore, deleteForever }
})
