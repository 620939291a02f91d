import { defineStore } from 'pinia'
import type { PackageKind } from '../../src-main/common/interchange/review-package'
import type { FileGrant } from '../../src-main/common/ipc/contract'
import { AppError } from '../../src-main/common/ipc/errors'
import { useApi } from '../api'
import { fileNameOf } from '../composables/file-name'
import { useTranslations } from '../locales'
import { useDeskPersonStore } from './desk-person'
import { useNoticeStore } from './notices'
import { useStoryStore } from './story'
import { useStoryActions } from './story-actions'
import { asAppError } from './update-queue'

export const isPackageName = (name: string) => name.toLowerCase().endsWith('.qingyang')

/** The open story on its way to another person's library, and packages that come from there. */
export const usePackageStore = defineStore('packages', () => {
  const { backend: { api: backend }, shell: { api: shell, on } } = useApi()
  const { t } = useTranslations()
  const [actions, desk, notices, story] = [useStoryActions(), useDeskPersonStore(), useNoticeStore(), useStoryStore()]

  async function send(kind: PackageKind) {
    const { id, summary } = story
    if (!id) return
    const target = await shell.files.chooseExport(t('packages.sendTitle'), `${fileNameOf(summary?.shortTitle || summary?.headline || t('stories.untitled'))}.qingyang`)
    if (!target) return
    const { file } = await backend.packages.write(id, kind, target.token)
    notices.say(t(`packages.written.${kind}`, { file }), { label: t('export.reveal'), run: () => shell.files.reveal(target.token) })
  }

  async function choose() {
    for (const grant of await shell.files.choosePackages(t('packages.openTitle'))) await open(grant)
  }

  /**
   * What is worked on elsewhere is worked on with suggestions, so that it comes back as such; whose they are is asked. The open story is put away while a package is worked
   * in: what was typed is on its way before, and nothing can be typed into the copy from before the merge.
   */
  async function open({ name, token }: FileGrant) {
    const former = story.id
    story.close()
    await story.whenSaved()
    try {
      const { story: { id }, kind, from, outcome, suggestions, comments, isUntracked, conflicts } = await backend.packages.open({ grant: token })
      story.forget([id])
      if (outcome === 'added' && kind === 'work') await desk.track(true)
      await actions.open(id)
      if (desk.isAuthorMissing) desk.isAsking = true
      const said = outcome === 'added' ? t(`packages.added.${kind}`, { from }) : t(`packages.${outcome}`, { from, suggestions, comments })
      const fields = conflicts.map(field => t(`slip.fields.${field}`)).join(t('review.and'))
      notices.say(said + (isUntracked ? t('packages.untracked') : '') + (fields ? t('packages.conflicts', { fields }) : ''))
    } catch (reason) {
      const { code, message, details } = asAppError(reason)
      notices.fail(new AppError(code, message, { ...details, file: name }))
      if (former) await actions.open(former)
    }
  }

  on('files-opened', grants => { void grants.filter(({ name }) => isPackageName(name)).reduce((before, grant) => before.then(() => open(grant)), Promise.resolve()) })

  return { send, choose }
})
