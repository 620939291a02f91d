import type { Slip } from '../document/slip'
import { stages, type Stage } from '../story/story'

/** 初审 复审 终审: three different people (newsroom.md, Stages). */
export const reviewStages = ['first-review', 'second-review', 'final-review'] as const
/** 一校 二校 三校. */
export const proofStages = ['first-proof', 'second-proof', 'third-proof'] as const
/** Stages no newsroom does without: writing, release, going to press. */
export const fixedStages: readonly Stage[] = ['draft', 'released', 'to-press']

export const checkNames = ['headline', 'body', 'suggestions', 'comments'] as const
export type CheckName = (typeof checkNames)[number]

/** What a stage's signature needs: slip fields filled, checks passed, and a signer of one of `roles` (none named: anyone). */
export interface StageRule { fields: (keyof Slip)[], checks: CheckName[], roles: string[] }

/** How one newsroom passes its stories on. A story stands at a stage until that stage is signed. */
export interface Workflow {
  stages: Stage[] // those in use, in any order
  rules: Partial<Record<Stage, StageRule>>
  renewed: Stage[] // whose signatures must be given again when the text changes after 签发
  mayProofOwnText: boolean
}

export const usualWorkflow: Readonly<Workflow> = Object.freeze<Workflow>({
  stages: [...stages],
  rules: {
    'draft': { fields: ['source'], checks: ['headline', 'body'], roles: [] },
    'final-review': { fields: ['editor'], checks: ['headline', 'body'], roles: [] },
    'released': { fields: ['editor', 'page'], checks: ['headline', 'body', 'suggestions', 'comments'], roles: [] },
    'to-press': { fields: [], checks: ['suggestions'], roles: [] },
  },
  renewed: ['final-review', 'third-proof', 'released'],
  mayProofOwnText: false,
})

const noRule: StageRule = { fields: [], checks: [], roles: [] }

export const ruleOf = ({ rules }: Workflow, stage: Stage): StageRule => rules[stage] ?? noRule
export const isReview = (stage: Stage) => (reviewStages as readonly Stage[]).includes(stage)
export const isProof = (stage: Stage) => (proofStages as readonly Stage[]).includes(stage)
export const stageOrder = (stage: Stage) => stages.indexOf(stage)

/** The newsroom's stages in order; the fixed ones are always among them. */
export function stagesOf(workflow: Workflow): Stage[] {
  return stages.filter(stage => fixedStages.includes(stage) || workflow.stages.includes(stage))
}

/** Where a story goes once `stage` is signed; the last stage leads to itself. */
export function nextStage(workflow: Workflow, stage: Stage): Stage {
  return stagesOf(workflow).find(other => stageOrder(other) > stageOrder(stage)) ?? stage
}

/** Where a story may be sent back to, nearest last. */
export function earlierStages(workflow: Workflow, stage: Stage): Stage[] {
  return stagesOf(workflow).filter(other => stageOrder(other) < stageOrder(stage))
}
