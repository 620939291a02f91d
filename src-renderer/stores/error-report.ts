import { defineStore } from 'pinia'
import { reactive, shallowRef, watch } from 'vue'
import { csvColumns, type CsvWords } from '../../src-main/common/proofreading/error-csv'
import type { ErrorQuery, ErrorReport } from '../../src-main/common/proofreading/error-report'
import { passes } from '../../src-main/common/suggestions/passes'
import { useApi } from '../api'
import { useTranslations } from '../locales'
import { useNoticeStore } from './notices'

/** The error rate of the library: which readings are asked for, and what they found. Days are local, YYYY-MM-DD, both included; empty: no end. */
export const useErrorReportStore = defineStore('error-report', () => {
  const { backend: { api: backend }, shell: { api: shell } } = useApi()
  const { t } = useTranslations()
  const notices = useNoticeStore()
  const asked = reactive({ from: firstOfMonth(), to: '', pass: '' as ErrorQuery['pass'], person: '', desk: '' })
  const report = shallowRef<ErrorReport>()
  let turn = 0

  const query = (): ErrorQuery => ({ from: beginningOf(asked.from, 0), to: beginningOf(asked.to, 1), pass: asked.pass, person: asked.person, desk: asked.desk })

  async function refresh() {
    const mine = ++turn
    try {
      const fresh = await backend.errorRates.report(query())
      if (mine === turn) report.value = fresh
    } catch (reason) {
      notices.fail(reason)
    }
  }

  function words(): CsvWords {
    return {
      columns: Object.fromEntries(csvColumns.map(column => [column, t(`errorReport.columns.${column}`)])) as CsvWords['columns'],
      passes: Object.fromEntries(passes.map(pass => [pass, t(`review.passes.${pass}`)])), within: t('errorRate.within'), beyond: t('errorRate.beyond'),
    }
  }

  async function exportCsv() {
    try {
      const target = await shell.files.chooseExport(t('errorReport.exportTitle'), `${t('errorReport.title')}.csv`)
      if (!target) return
      const { file } = await backend.errorRates.exportCsv(query(), words(), target.token)
      notices.say(t('errorReport.exported', { file }), { label: t('export.reveal'), run: () => shell.files.reveal(target.token) })
    } catch (reason) {
      notices.fail(reason)
    }
  }

  watch(asked, refresh)

  return { asked, report, refresh, exportCsv }
})

function firstOfMonth(): string {
  const today = new Date()
  return `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, '0')}-01`
}

/** When a day begins, or so many days later; null for none. */
function beginningOf(day: string, later: number): number | null {
  const date = new Date(`${day}T00:00:00`)
  if (Number.isNaN(date.getTime())) return null
  date.setDate(date.getDate() + later)
  return date.getTime()
}
