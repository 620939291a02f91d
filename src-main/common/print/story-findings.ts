import type { Node } from '@tiptap/pm/model'
import { isDeckType, offsetText, textOf } from '../document/text'
import type { Slip } from '../document/slip'
import { blocksOn } from '../workflow/blocks'
import { placeholdersIn } from './placeholders'
import type { Finding, FindingPlace } from './preflight'

/** What can be told from the final text and the slip alone: headline, responsible editor, captions, credits, placeholders, and what forbids to publish. */
export function storyFindings(doc: Node, slip: Slip, now = new Date()): Finding[] {
  const headline: Finding[] = headlineIn(doc) ? [] : [{ code: 'headline-missing', severity: 'blocker', values: {}, place: { block: 0, from: 0, to: 0 } }]
  // Papers also name the responsible editor once for a whole page, so this only warns.
  const editor: Finding[] = slip.editor.trim() ? [] : [{ code: 'editor-missing', severity: 'warning', values: {}, place: { field: 'editor' } }]
  return [...headline, ...editor, ...figureFindings(doc), ...placeholderFindings(doc), ...slipPlaceholders(slip), ...publicationBlocks(slip, now)]
}

const blockingField = { 'legal-hold': 'legalHold', 'not-for-publication': 'publication', 'embargo': 'embargo' } as const

function publicationBlocks(slip: Slip, now: Date): Finding[] {
  return blocksOn(slip, now).map(({ code, values }) => ({ code, severity: 'blocker', values, place: { field: blockingField[code] } }))
}

const headlineIn = (doc: Node) => doc.children.some(node => node.type.name === 'headline' && textOf(node).trim() !== '')

/** A figure, the top-level node it stands in, and how much of that node's text comes before it. */
export interface FoundFigure { figure: Node, block: number, offset: number }

/** Every figure in reading order. */
export function figuresOf(doc: Node): FoundFigure[] {
  const figures: FoundFigure[] = []
  doc.forEach((node, _, block) => {
    if (node.type.name === 'figure') figures.push({ figure: node, block, offset: 0 })
    else node.descendants((child, position) => {
      if (child.type.name === 'figure') figures.push({ figure: child, block, offset: offsetText(node.cut(0, position)).length })
    })
  })
  return figures
}

/** Where a figure is gone to: into its caption, or beside it. */
export const placeOfFigure = ({ block, offset }: FoundFigure): FindingPlace => ({ block, from: offset, to: offset })

function figureFindings(doc: Node): Finding[] {
  return figuresOf(doc).flatMap((found, index) =>
    (['caption', 'credit'] as const)
      .filter(part => !found.figure.children.some(child => child.type.name === part && textOf(child).trim() !== ''))
      .map((part): Finding => ({ code: `${part}-missing`, severity: 'blocker', values: { number: index + 1 }, place: placeOfFigure(found) })))
}

function placeholderFindings(doc: Node): Finding[] {
  const findings: Finding[] = []
  doc.forEach((node, _, block) => {
    for (const { text, from, to, severity } of placeholdersIn(offsetText(node))) {
      findings.push({ code: 'placeholder', severity, values: { text, part: isDeckType(node.type.name) ? node.type.name : 'body' }, place: { block, from, to } })
    }
  })
  return findings
}

const printedFields = ['editor', 'source', 'agency', 'datelinePlace', 'page', 'section'] as const

/** What of the slip is printed with the story. */
export const printedTexts = (slip: Slip) => [...printedFields.map(field => ({ field, text: slip[field] })), ...slip.byline.map(({ name }) => ({ field: 'byline' as const, text: name }))]

function slipPlaceholders(slip: Slip): Finding[] {
  return printedTexts(slip).flatMap(({ field, text }) => placeholdersIn(text).map(({ text: words, severity }): Finding =>
    ({ code: 'placeholder', severity, values: { text: words, part: 'slip' }, place: { field } })))
}
