import type { Stamp } from '../../../common/document/stamp'
import { wordDate } from '../../../common/interchange/word-return'
import { element } from './xml-text'

/** Numbers revisions of one file; Word asks each to have its own. */
export function revisionNumbers() {
  let last = 0
  return (kind: 'ins' | 'del' | 'rPrChange' | 'pPrChange', { person, at }: Pick<Stamp, 'person' | 'at'>, ...content: string[]) =>
    element(`w:${kind}`, { 'w:id': ++last, 'w:author': person, 'w:date': wordDate(at) }, ...content)
}
export type Revision = ReturnType<typeof revisionNumbers>
