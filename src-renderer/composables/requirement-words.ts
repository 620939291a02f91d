import { useI18n } from 'vue-i18n'
import { emptySlip, type Slip } from '../../src-main/common/document/slip'
import type { LateChange } from '../../src-main/common/workflow/late-changes'
import type { Requirement } from '../../src-main/common/workflow/requirements'
import type { Signature } from '../../src-main/common/workflow/signature'
import { useSlipWords } from './slip-words'

/** Sentences for what is missing before a signature, and for what moved after one. */
export function useRequirementWords() {
  const { t, d } = useI18n()
  const { shown } = useSlipWords()

  /** What is missing, exactly. */
  function sentence({ code, values }: Requirement): string {
    const field = values['field'] ? t(`slip.fields.${values['field']}`) : ''
    const other = values['other'] ? t(`stories.stages.${values['other']}`) : ''
    return t(`workflow.missing.${code}`, { ...values, field, other })
  }

  function place(change: LateChange): string {
    if (change.kind === 'slip') return t(`slip.fields.${change.field}`)
    return t('workflow.block', { part: t(`review.names.${change.part}`), number: change.number })
  }

  function moved(change: LateChange): string {
    if (change.kind === 'format') return t('workflow.moved.format')
    const { removed, added } = change.kind === 'text' ? change : { removed: slipWords(change.field, change.from), added: slipWords(change.field, change.to) }
    return t(`workflow.moved.${removed === '' ? 'added' : added === '' ? 'removed' : 'changed'}`, { removed, added })
  }

  const slipWords = (field: keyof Slip, value: unknown) => JSON.stringify(value) === JSON.stringify(emptySlip[field]) ? '' : shown(field, value)

  /** What a line of the record says was done: 送审, 签初审, 签发, 终审退回草稿 … */
  function deed({ action, stage, to }: Signature): string {
    return action === 'sign' ? t(`workflow.sign.${stage}`) : t(`workflow.actions.${action}`, { stage: t(`stories.stages.${stage}`), to: t(`stories.stages.${to}`) })
  }

  /** A time to the second, as a record needs it. */
  const moment = (at: number) => d(new Date(at), { year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })

  return { sentence, place, moved, deed, moment }
}
