import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { breakHeadline } from '../../document/headline-lines'
import { AppError } from '../../ipc/errors'
import { finalRange, type FinalStretch } from '../../suggestions/final-range'

/** Changes of the text that are tried on the page before they are made. */
export interface TextTrial {
  headline?: string[] // the headline's words in other lines
  cuts?: FinalStretch[] // words left out, in the order of the text
}

/** The final text with the changes tried on it. Throws `invalid-arguments` when it is not the text they were meant for. */
export function triedText(doc: Node, { headline, cuts = [] }: TextTrial): Node {
  const tr = new Transform(doc)
  if (headline && !breakHeadline(tr, headline)) throw stale()
  for (const cut of cuts) {
    const range = finalRange(doc, cut)
    if (!range) throw stale()
    tr.delete(tr.mapping.map(range.from, 1), tr.mapping.map(range.to, -1))
  }
  return tr.doc
}

const stale = () => new AppError('invalid-arguments', 'The text is not the one these changes were meant for')
