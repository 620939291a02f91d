import type { Node } from '@tiptap/pm/model'
import { deckTypes } from '../document/nodes'
import { schema } from '../document/schema'
import type { Slip } from '../document/slip'
import { isDeckType, type DeckLine } from '../document/text'
import type { DroppedLine, ImportLine, ImportReading, ImportWarning, LineRole } from './import'
import { done, type Steps } from '../steps'
import { interpretingSteps } from './press-text/read'

/** The story a reading makes. */
export interface ImportedStory {
  deck: DeckLine[]
  slip: Partial<Slip>
  body: { type: 'paragraph' | 'crosshead', text: string }[]
  dropped: DroppedLine[]
  warnings: ImportWarning[]
}

export function storyOf(reading: ImportReading): ImportedStory {
  return {
    deck: deckTypes.flatMap(type => reading.lines.filter(line => line.role === type && line.text !== '').map(line => ({ type, text: line.text }))),
    slip: reading.slip,
    body: reading.lines.flatMap(bodyBlock),
    dropped: reading.lines.filter(line => line.role === 'dropped' && line.reason !== 'blank').map(line => ({ text: line.original.trim(), reason: line.reason! })),
    warnings: reading.warnings,
  }
}

const bodyBlock = ({ role, text }: ImportLine) => (role === 'paragraph' || role === 'crosshead') && text !== '' ? [{ type: role, text }] : []

/** The reading with one line moved; slip, dateline, texts and warnings follow. A line a person has placed is no longer uncertain. */
export const assignRole = (...given: Parameters<typeof assigningSteps>): ImportReading => done(assigningSteps(...given))

/** The same a line at a time. */
export function assigningSteps(reading: ImportReading, lineNumber: number, role: LineRole): Steps<ImportReading> {
  const lines = reading.lines.map(line => {
    if (line.number !== lineNumber) return line
    return { ...line, role, isUncertain: false, reason: role === 'dropped' ? 'by-hand' as const : undefined }
  })
  return interpretingSteps(reading, lines)
}

/** The story's text by the schema; a story without headline or body gets an empty one to type into. */
export function documentOf(story: Pick<ImportedStory, 'deck' | 'body'>): Node {
  const node = ({ type, text }: { type: string, text: string }) => schema.node(type, null, text === '' ? [] : [schema.text(text)])
  const deck = story.deck.some(line => line.type === 'headline') ? story.deck : [...story.deck, { type: 'headline', text: '' }]
  const body = story.body.length > 0 ? story.body : [{ type: 'paragraph', text: '' }]
  const ordered = [...deck].sort((a, b) => deckTypes.indexOf(deckType(a.type)) - deckTypes.indexOf(deckType(b.type)))
  return schema.node('doc', null, [...ordered.map(node), ...body.map(node)])
}

const deckType = (type: string) => isDeckType(type) ? type : 'headline'
