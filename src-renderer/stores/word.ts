import { defineStore } from 'pinia'
import type { WordParts } from '../../src-main/common/interchange/word-parts'
import type { WordReturn } from '../../src-main/common/interchange/word-return'
import { untrackedMeta } from '../../src-main/common/suggestions/decide'
import { useApi } from '../api'
import { fileNameOf } from '../composables/file-name'
import { useTranslations } from '../locales'
import { useDeskPersonStore } from './desk-person'
import { useNoticeStore } from './notices'
import { useReviewStore } from './review'
import { useStoryStore } from './story'

const mostQuoted = 3

/** The open story on its way to people who work in Word, and their changes on the way back. */
export const useWordStore = defineStore('word', () => {
  const { backend: { api: backend }, shell: { api: shell } } = useApi()
  const { t } = useTranslations()
  const [desk, notices, review, story] = [useDeskPersonStore(), useNoticeStore(), useReviewStore(), useStoryStore()]

  /** Returns whether a file was written. */
  async function sendOut(parts: WordParts): Promise<boolean> {
    const { id, summary } = story
    if (!id || !await story.whenSaved()) return false
    const target = await shell.files.chooseExport(t('word.exportTitle'), `${fileNameOf(summary?.shortTitle || summary?.headline || t('stories.untitled'))}.docx`)
    if (!target) return false
    const { file } = await backend.word.export(id, parts, target.token)
    notices.say(t('word.written', { file }), { label: t('export.reveal'), run: () => shell.files.reveal(target.token) })
    return true
  }

  async function takeBack() {
    const grant = await shell.files.chooseWord(t('word.takeTitle'))
    if (grant) await take(await backend.word.read({ grant: grant.token }))
  }

  /** Comments before changes: what they are about is found by the text as it is now. */
  async function take(returned: WordReturn) {
    const editor = review.session?.editor
    if (!editor?.isEditable) return
    const [{ suggestReturned }, comments] = [await import('../../src-main/common/interchange/word-suggestions'), await takeComments(returned)]
    const { made, conflicts, styles } = suggestReturned(editor.state, returned, { pass: desk.author.pass, newId }, tr => {
      editor.view.dispatch(tr)
      return editor.state
    })
    const found = made + comments > 0 ? t('word.taken', { changes: made, comments }) : t('word.nothing')
    notices.say([found, conflicts.length > 0 && t('word.conflicts', { count: conflicts.length, words: quotedSome(conflicts) }), styles > 0 && t('word.styles', { count: styles })].filter(Boolean).join(''))
  }

  async function takeComments(returned: WordReturn): Promise<number> {
    const { editor } = review.session!
    const [{ planReturn }, words] = [await import('../../src-main/common/interchange/word-return'), await import('../../src-main/common/interchange/word-comments')]
    const { tr, schema, doc } = editor.state
    const plan = planReturn(doc, returned)
    const marked = words.takeComments(story.doc!, plan.comments, { newId, quote: (from, to) => doc.textBetween(from, to, '\n') })
    marked.forEach(({ id, from, to }) => tr.addMark(from, to, schema.mark('comment', { id })))
    if (tr.docChanged) editor.view.dispatch(tr.setMeta(untrackedMeta, true))
    return marked.length
  }

  const quotedSome = (conflicts: readonly string[]) => conflicts.slice(0, mostQuoted).map(words => t('word.quoted', { words })).join('') + (conflicts.length > mostQuoted ? '…' : '')

  const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, '0')).join('')

  return { sendOut, takeBack }
})
