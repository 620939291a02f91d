import type { Slip } from '../document/slip'
import type { Finding } from '../print/preflight'
import type { Publication } from './standing'

/** What forbids to publish a story, whatever was signed. */
export interface Block { code: 'legal-hold' | 'not-for-publication' | 'embargo', values: Record<string, string> }

/** The slip's 法务暂扣, 不予刊发 and 解禁时间. An embargo holds until its time, or for a publication whose time on the slip is before it. */
export function blocksOn({ legalHold, publication, embargo, publishedAt }: Slip, now: Date): Block[] {
  const blocks: Block[] = []
  if (legalHold.trim() !== '') blocks.push({ code: 'legal-hold', values: { reason: legalHold.trim() } })
  if (publication === 'internal') blocks.push({ code: 'not-for-publication', values: {} })
  const [until, printed] = [new Date(embargo), new Date(publishedAt)]
  const at = Number.isNaN(printed.getTime()) ? now : printed
  if (!Number.isNaN(until.getTime()) && at < until) blocks.push({ code: 'embargo', values: { until: embargo.replace('T', ' ') } })
  return blocks
}

/** What a story's publication forbids: a killed story, and one whose correction is still on its way, are not printed. */
export function publicationFindings(publication: Publication | null): Finding[] {
  const code = publication?.state === 'killed' ? 'killed' : publication?.state === 'amending' ? 'correction-open' : undefined
  return code ? [{ code, severity: 'blocker', values: { reason: publication!.note } }] : []
}

/** How far the signatures have come: whether 签发 is signed, and who must sign again because the text changed since. */
export interface Release { isReleased: boolean, again: readonly string[] }

/** Nothing keeps an unsigned story from being printed; whoever does is told. */
export function releaseFindings({ isReleased, again }: Release): Finding[] {
  if (!isReleased) return [{ code: 'not-released', severity: 'warning', values: {} }]
  return again.length > 0 ? [{ code: 'signature-stale', severity: 'warning', values: { people: [...new Set(again)].join('、') } }] : []
}
