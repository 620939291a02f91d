import { composeDateline } from '../../common/document/dateline'
import { headlineOf } from '../../common/document/text'
import type { PrintJob } from '../../common/ipc/typesetter-contract'
import { readDocument } from './story-data'

/** What a PDF says of its story. */
export function metadataOf({ text, slip, amendment = '' }: Pick<PrintJob, 'text' | 'slip' | 'amendment'>) {
  const headline = headlineOf(readDocument(text))
  return {
    title: headline || slip.shortTitle || composeDateline(slip) || '未命名',
    authors: slip.byline.map(person => person.name).filter(name => name !== ''),
    subject: [amendment, slip.source, slip.page, slip.section].filter(value => value !== '').join(' '),
    date: new Date(),
  }
}
