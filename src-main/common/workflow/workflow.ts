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

/** What passing a stage needs: slip fields filled, checks passed, and signatures of so many people, each of one of `roles` (none named: anyone). */
export interface StageRule { fields: (keyof Slip)[], checks: CheckName[], roles: string[], signers: number }

export const mostSigners = 5

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
    'draft': { fields: ['source'], checks: ['headline', 'body'], roles: [], signers: 1 },
    'final-review': { fields: ['editor'], checks: ['headline', 'body'], roles: [], signers: 1 },
    'released': { fields: ['editor', 'page'], checks: ['headline', 'body', 'suggestions', 'comments'], roles: [], signers: 1 },
    'to-press': { fields: [], checks: ['suggestions'], roles: [], signers: 1 },
  },
  renewed: ['final-review', 'third-proof', 'released'],
  mayProofOwnText: false,
})

const noRule: StageRule = { fields: [], checks: [], roles: [], signers: 1 }

export const ruleOf = ({ rules }: Workflow, stage: Stage): StageRule => ({ ...noRule, ...rules[stage] })
/** How many people sign a stage before it is passed; one sends a story to press. */
export const signersOf = (workflow: Workflow, stage: Stage): number => stage === 'to-press' ? 1 : ruleOf(workflow, stage).signers
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
