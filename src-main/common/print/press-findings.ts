import type { Node } from '@tiptap/pm/model'
import { offsetText, textOf } from '../document/text'
import type { SheetFacts, StoryFacts } from '../ipc/typesetter-contract'
import type { Slip } from '../document/slip'
import type { Finding, FindingCode, FindingPlace, PressField, PrintedPicture } from './preflight'
import type { MissingGlyph } from './print'
import type { Overset } from './set-lines'
import { leastResolution } from './resolution'
import { figuresOf, placeOfFigure, printedTexts } from './story-findings'

interface Limits { inkLimit: number, standard: string }

/** What setting a story for press showed of it, each with its place: too long for its slot, characters no font has, pictures. `doc` is the final text. */
export function settingFindings(doc: Node, slip: Slip, facts: StoryFacts, { inkLimit }: Pick<Limits, 'inkLimit'>): Finding[] {
  const { fit: { over }, overset, missing, substitutedGlyphs } = facts
  const long: Finding[] = over > 0 ? [{ code: 'does-not-fit', severity: 'blocker', values: { lines: over }, place: overset ? placeOfOverset(overset) : lastBlock(doc) }] : []
  return [
    ...long, ...brokenHeadlines(doc, facts.fit.brokenHeadlines ?? []), ...missing.map(glyph => withPlace(glyphFinding(glyph), placeOfText(doc, slip, glyph.character))),
    ...substitutedGlyphs.map(({ place, ...values }): Finding => ({ code: 'glyph-substituted', severity: 'warning', values, place })),
    ...pictureFindings(doc, facts, inkLimit),
  ]
}

/** A headline's lines break where the editor breaks them: one that the page broke leads to where it stands. */
function brokenHeadlines(doc: Node, broken: readonly number[]): Finding[] {
  const lines = doc.children.flatMap((node, block) => node.type.name === 'headline' && textOf(node).trim() !== '' ? [{ block, to: offsetText(node).length }] : [])
  return broken.flatMap(number => {
    const line = lines[number - 1]
    return line ? [{ code: 'headline-broken' as const, severity: 'warning' as const, values: { number }, place: { block: line.block, from: 0, to: line.to } }] : []
  })
}

export const glyphFinding = ({ character, codePoint, count }: MissingGlyph): Finding => ({ code: 'missing-glyph', severity: 'blocker', values: { character, codePoint, count } })

export const withPlace = (finding: Finding, place: FindingPlace | undefined): Finding => place ? { ...finding, place } : finding

/** What is over has no words: a picture without a caption, a rule. */
const lastBlock = (doc: Node): FindingPlace => ({ block: Math.max(0, doc.childCount - 1), from: 0, to: 0 })

const placeOfOverset = ({ block, offset }: Overset): FindingPlace => ({ block, from: offset, to: offset })

/** The first place where the text, or else the slip, has these words. */
function placeOfText(doc: Node, slip: Slip, words: string): FindingPlace | undefined {
  for (const [block, node] of doc.children.entries()) {
    const from = offsetText(node).indexOf(words)
    if (from >= 0) return { block, from, to: from + words.length }
  }
  const printed = printedTexts(slip).find(({ text }) => text.includes(words))
  return printed && { field: printed.field }
}

function pictureFindings(doc: Node, { missingPictures, pictures }: StoryFacts, limit: number): Finding[] {
  const figures = figuresOf(doc)
  const find = (code: FindingCode, severity: Finding['severity'], number: number, values = {}): Finding =>
    ({ code, severity, values: { number, ...values }, ...figures[number - 1] && { place: placeOfFigure(figures[number - 1]!) } })
  return [
    ...missingPictures.map(number => find('picture-missing', 'blocker', number)),
    ...pictures.filter(({ ppi }) => ppi < leastResolution).map(({ number, ppi }) => find('picture-resolution', 'warning', number, { ppi, least: leastResolution })),
    ...pictures.filter(({ highestInk }) => highestInk > limit).map(({ number, highestInk: ink }) => find('picture-ink', 'warning', number, { ink, limit })),
  ]
}

const pressFieldOf: Partial<Record<FindingCode, PressField>> = { 'colour-space': 'profile', 'page-ink': 'inkLimit' }
const onPress = (finding: Omit<Finding, 'place'>): Finding => ({ ...finding, place: { press: pressFieldOf[finding.code] ?? 'standard' } })

const codeOf: Readonly<Record<string, FindingCode>> = { 'colour-spaces': 'colour-space', 'transparency': 'transparency', 'fonts-embedded': 'font-not-embedded' }
const isManaged = /ICCBased 3|Lab|Cal/

/** What the finished file shows that keeps it from press or is worth a look; too much ink in one of its `pictures` is said of that. `template`: what it was set by. */
export function sheetFindings({ failures, substituted, spaces, pageInk }: SheetFacts, pictures: readonly PrintedPicture[], { inkLimit: limit, standard }: Limits, template: string): Finding[] {
  const isPictures = pictures.some(({ highestInk }) => highestInk > limit)
  const ink: Finding[] = pageInk > limit && !isPictures ? [onPress({ code: 'page-ink', severity: 'warning', values: { ink: pageInk, limit } })] : []
  const managed = standard === 'x-4' ? spaces.filter(space => isManaged.test(space)) : []
  return [
    ...failures.map(({ requirement, reason }) => onPress({ code: codeOf[requirement] ?? 'standard', severity: 'blocker', values: { requirement, reason } })),
    ...substituted.map((values): Finding => ({ code: 'font-substituted', severity: 'warning', values: { ...values }, place: { template } })),
    ...managed.map(space => onPress({ code: 'colour-space', severity: 'warning', values: { requirement: 'colour-spaces', reason: space } })),
    ...ink,
  ]
}

export const blockersFirst = (findings: Finding[]) =>
  [...findings].sort((a, b) => Number(b.severity === 'blocker') - Number(a.severity === 'blocker'))
