import type * as Y from 'yjs'
import { composeDateline } from '../../common/document/dateline'
import { readLayout } from '../../common/document/layout'
import { rankChoices, rankOf } from '../../common/document/length-cap'
import { priorities, storyKinds, type Contributor, type Slip } from '../../common/document/slip'
import { readSlip } from '../../common/document/slip-map'
import { readText } from '../../common/document/story-doc'
import { bodyBlocksOf, countParts, headlineOf, textOf } from '../../common/document/text'
import { foundErrors, issueOf } from '../../common/proofreading/found-errors'
import { viewOf } from '../../common/suggestions/views'
import { pinyinKey } from './pinyin-key'
import type { Projection } from '../database/repositories/projections'

const longest = 500 // characters of a field that lists show
const longestWords = 200 // characters of an error's words that are kept: what is longer weighs no more

/** What lists and search need to know of a story, derived from its document. Same document, same answer. */
export function project(doc: Y.Doc): Projection {
  const marked = readText(doc)
  const text = viewOf(marked, 'final')
  const written = readSlip(doc)
  const slip = readableSlip(written)
  const headline = headlineOf(text).slice(0, longest)
  const blocks = bodyBlocksOf(text)
  const { body, total } = countParts(text)
  return {
    ...slip,
    kindOrder: storyKinds.indexOf(slip.kind),
    headline,
    headlineKey: pinyinKey(headline),
    sourceKey: pinyinKey(slip.source),
    editorKey: pinyinKey(slip.editor),
    characters: body.characters,
    rank: rankOf({ rank: rankChoices.includes(written.rank) ? written.rank : '', kind: slip.kind }, headline, blocks[0] ? textOf(blocks[0]).slice(0, longest) : ''),
    issue: issueOf(written),
    wholeCharacters: total.characters,
    errors: foundErrors(doc, marked).map(({ id, kind, class: errorClass, removed, added, part, person, pass, at }) =>
      ({ id, kind, class: errorClass, removed: removed.slice(0, longestWords), added: added.slice(0, longestWords), part, person, pass, at })),
    format: readLayout(doc).place?.format.slice(0, longest) ?? '',
    words: [slip.shortTitle, slip.source, slip.editor, dateline(written), textOf(text)].join('\n'),
  }
}

type ListedSlip = Pick<Slip, 'kind' | 'shortTitle' | 'source' | 'editor' | 'section' | 'page' | 'desk' | 'priority' | 'plannedLength'>

/** An update may put anything into the slip; what lists cannot show counts as not filled. */
function readableSlip(slip: Slip): ListedSlip {
  return {
    kind: storyKinds.includes(slip.kind) ? slip.kind : 'news',
    priority: priorities.includes(slip.priority) ? slip.priority : 'normal',
    plannedLength: Number.isSafeInteger(slip.plannedLength) ? slip.plannedLength : null,
    shortTitle: shown(slip.shortTitle), source: shown(slip.source), editor: shown(slip.editor),
    section: shown(slip.section), page: shown(slip.page), desk: shown(slip.desk),
  }
}

const shown = (value: unknown) => typeof value === 'string' ? value.slice(0, longest) : ''

function dateline(slip: Slip): string {
  const byline = Array.isArray(slip.byline) ? slip.byline.filter(isContributor) : []
  return composeDateline({
    byline, dispatch: slip.dispatch, agency: shown(slip.agency), datelinePlace: shown(slip.datelinePlace), datelineDate: shown(slip.datelineDate),
  })
}

function isContributor(value: unknown): value is Contributor {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
}
