import type { Settings } from '../../common/ipc/contract'
import type { Proofreading } from '../../common/ipc/typesetter-contract'
import type { Stage } from '../../common/story/story'
import type { Signature } from '../../common/workflow/signature'
import { standingSignatures } from '../../common/workflow/standing'
import { stagesOf } from '../../common/workflow/workflow'

const names: Record<Stage, string> = {
  'draft': '草稿', 'first-review': '初审', 'second-review': '复审', 'final-review': '终审', 'first-proof': '一校', 'second-proof': '二校', 'third-proof': '三校',
  'released': '签发', 'to-press': '付印',
}

/** What a galley says of a story's way: the pass at the desk, and a box for each of the newsroom's stages, filled where the signature stands. */
export function proofreadingOf({ workflow, pass }: Pick<Settings, 'workflow' | 'pass'>, record: readonly Signature[]): Proofreading {
  const standing = standingSignatures(record)
  const signatures = stagesOf(workflow).filter(stage => stage !== 'draft').map(stage => {
    const signed = standing.get(stage)
    return { stage: names[stage], person: signed ? [signed.person, signed.code].filter(part => part !== '').join(' ') : '', at: signed ? minuteOf(signed.at) : '', opinion: signed?.opinion ?? '' }
  })
  return { pass: names[pass], signatures }
}

/** `2026-11-18 20:10`, local. */
const minuteOf = (at: number) => new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16).replace('T', ' ')
