import type { Node } from '@tiptap/pm/model'
import { offsetText } from '../document/text'
import type { PressFacts } from '../ipc/typesetter-contract'
import type { Finding, FindingCode, FindingPlace } from './preflight'
import { leastResolution } from './resolution'
import { figuresOf, placeOfFigure } from './story-findings'
import { settingFindings } from './setting-findings'

type Facts = Omit<PressFacts, 'milliseconds' | 'plates' | 'fonts'>

/** What making the press PDF showed that keeps the story from press or is worth a look, each with its place in the text. */
export function pressFindings(doc: Node, facts: Facts, { inkLimit, standard }: { inkLimit: number, standard: string }): Finding[] {
  const setting = settingFindings(facts.fit, facts.missing).map(finding => withPlace(finding, doc))
  return [...setting, ...pictureFindings(doc, facts, inkLimit), ...pageFindings(facts, inkLimit, standard)]
}

function withPlace(finding: Finding, doc: Node): Finding {
  const place = finding.code === 'missing-glyph' ? placeOfText(doc, String(finding.values['character'])) : undefined
  return place ? { ...finding, place } : finding
}

/** The first place where the text has these words. */
function placeOfText(doc: Node, words: string): FindingPlace | undefined {
  for (const [block, node] of doc.children.entries()) {
    const from = offsetText(node).indexOf(words)
    if (from >= 0) return { block, from, to: from + words.length }
  }
}

function pictureFindings(doc: Node, { missingPictures, pictures }: Facts, limit: number): Finding[] {
  const figures = figuresOf(doc)
  const find = (code: FindingCode, severity: Finding['severity'], number: number, values = {}): Finding =>
    ({ code, severity, values: { number, ...values }, ...figures[number - 1] && { place: placeOfFigure(figures[number - 1]!) } })
  return [
    ...missingPictures.map(number => find('picture-missing', 'blocker', number)),
    ...pictures.filter(({ ppi }) => ppi < leastResolution).map(({ number, ppi }) => find('picture-resolution', 'warning', number, { ppi, least: leastResolution })),
    ...pictures.filter(({ highestInk }) => highestInk > limit).map(({ number, highestInk: ink }) => find('picture-ink', 'warning', number, { ink, limit })),
  ]
}

const codeOf: Readonly<Record<string, FindingCode>> = { 'colour-spaces': 'colour-space', 'transparency': 'transparency', 'fonts-embedded': 'font-not-embedded' }
const isManaged = /ICCBased 3|Lab|Cal/

function pageFindings({ failures, spaces, pageInk, pictures }: Facts, limit: number, standard: string): Finding[] {
  const isPictures = pictures.some(({ highestInk }) => highestInk > limit)
  const ink: Finding[] = pageInk > limit && !isPictures ? [{ code: 'page-ink', severity: 'warning', values: { ink: pageInk, limit } }] : []
  const managed = standard === 'x-4' ? spaces.filter(space => isManaged.test(space)) : []
  return [
    ...failures.map(({ requirement, reason }): Finding => ({ code: codeOf[requirement] ?? 'standard', severity: 'blocker', values: { requirement, reason } })),
    ...managed.map((space): Finding => ({ code: 'colour-space', severity: 'warning', values: { requirement: 'colour-spaces', reason: space } })),
    ...ink,
  ]
}
