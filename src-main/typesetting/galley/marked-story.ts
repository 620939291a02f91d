import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { schema } from '../../common/document/schema'
import type { Slip } from '../../common/document/slip'
import { changesOf } from '../../common/suggestions/changes'
import type { SlipChange } from '../../common/suggestions/slip-changes'
import { AppError } from '../../common/ipc/errors'
import { storyData, type StoryData } from '../story/story-data'
import { markedOriginal } from './marked-original'
import { markedReader } from './marked-runs'
import type { MarginNote } from './notes'
import { legendOf } from './pass-colours'
import { slipNotes, type SlipNote } from './slip-notes'

/** A story before its suggestions, with those as proofreading marks on it; `notes` stand in the margin, `slipNotes` in the head. */
export interface MarkedStory { story: StoryData, notes: MarginNote[], slipNotes: SlipNote[], colours: { name: string, colour: string }[] }

/** Reads a text with its suggestions, as ProseMirror JSON, and a slip as it was before `slipChanges`. Throws `invalid-arguments` when it is not of the story schema. */
export function markedStory(text: unknown, slip: Slip, slipChanges: readonly SlipChange[] = []): MarkedStory {
  const doc = readMarked(text)
  const changes = changesOf(doc)
  const { runsOf, notes } = markedReader(doc, changes)
  const story = storyData(markedOriginal(doc), slip, { runs: runsOf, isEmpty: node => node.content.size === 0 && node.type.name !== 'figure' && !node.attrs.suggestion })
  return { story, notes, slipNotes: slipNotes(slipChanges), colours: legendOf([...changes.map(({ stamp }) => stamp.pass), ...slipChanges.map(({ pass }) => pass)]) }
}

/** Comments are no part of a galley, not even of how its lines are set: where one ends, no word does. */
function readMarked(text: unknown): Node {
  try {
    const doc = schema.nodeFromJSON(text)
    return new Transform(doc).removeMark(0, doc.content.size, schema.marks.comment).doc
  } catch (error) {
    throw new AppError('invalid-arguments', `The story's text is not of the story schema: ${String(error)}`)
  }
}
