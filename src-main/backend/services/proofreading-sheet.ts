import type { Settings } from '../../common/ipc/contract'
import type { Proofreading } from '../../common/ipc/typesetter-contract'
import { tallied, weighed, type FoundError } from '../../common/proofreading/error-rate'
import type { Stage } from '../../common/story/story'
import { passOrder } from '../../common/suggestions/passes'
import type { Signature } from '../../common/workflow/signature'
import { standingSignatures } from '../../common/workflow/standing'
import { stagesOf } from '../../common/workflow/workflow'

const names: Record<Stage, string> = {
  'draft': '草稿', 'first-review': '初审', 'second-review': '复审', 'final-review': '终审', 'first-proof': '一校', 'second-proof': '二校', 'third-proof': '三校',
  'released': '签发', 'to-press': '付印',
}

/** Errors of one story, oldest first, and the characters of its deck and body. */
interface Found { errors: Omit<FoundError, 'weight'>[], characters: number }

/** What a galley says of a story's way: the pass at the desk, a box for each of the newsroom's stages, filled where the signature stands, and what each pass found in so many characters. */
export function proofreadingOf({ workflow, pass }: Pick<Settings, 'workflow' | 'pass'>, record: readonly Signature[], { errors, characters }: Found): Proofreading {
  const standing = standingSignatures(record, workflow)
  const signatures = stagesOf(workflow).filter(stage => stage !== 'draft').map(stage => {
    const signed = standing.filter(signature => signature.stage === stage)
    const last = signed.at(-1)
    return {
      stage: names[stage], person: signed.map(({ person, code }) => [person, code].filter(part => part !== '').join(' ')).join('、'), at: last ? minuteOf(last.at) : '',
      opinion: signed.map(({ opinion }) => opinion).filter(opinion => opinion !== '').join('；'),
    }
  })
  const errorRates = tallied(weighed(errors), characters, error => error.pass).sort((a, b) => passOrder(a.key) - passOrder(b.key))
    .map(({ key, count, rate, isWithin }) => ({ pass: names[key as Stage] ?? key, errors: count, rate: String(rate), verdict: isWithin ? '合格' : '超过万分之三' }))
  return { pass: names[pass], signatures, errorRates }
}

/** `2026-11-18 20:10`, local. */
const minuteOf = (at: number) => new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16).replace('T', ' ')
