import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Doc } from 'yjs'
import { AppError } from '../../common/ipc/errors'
import { storyDoc } from '../../common/document/story-doc'
import { documentOf, storyOf } from '../../common/interchange/imported-story'
import { fileExists } from './file-exists'
import type { Backend } from '../backend'
import { fitInWords, missingInWords, readSlot, slotName } from './slot-argument'

export interface TypesetContext {
  backend: Pick<Backend, 'stories' | 'print' | 'imports'>
  out(line: string): void
}

export interface TypesetOptions { template: string, slot?: string, isJson: boolean }

/**
 * `qingyang typeset ID|FILE [--template slot] [--slot 4x30x13] [--json]`: how a story fills a slot. A file is read as a press text and not
 * stored. Without `--slot` the template's own slot is taken. The exit code is 0 whether or not the story fits.
 */
export async function typesetCommand(target: string, { template, slot, isJson }: TypesetOptions, { backend, out }: TypesetContext): Promise<number> {
  const result = await backend.print.fit(await documentFor(target, backend), template, slot === undefined ? null : readSlot(slot))
  if (isJson) out(JSON.stringify({ template, ...result }, null, 2))
  else {
    const { fit } = result
    out(`${fitInWords(fit)}\t${slotName(result.slot)}\t标题 ${fit.deckLines} 行，正文 ${fit.set} 行，容 ${fit.capacity} 行`)
    result.missing.map(missingInWords).forEach(out)
  }
  return 0
}

async function documentFor(target: string, { stories, imports }: TypesetContext['backend']): Promise<Doc> {
  if (!await fileExists(target)) return stories.read(stories.resolve(target))
  const reading = await imports.read({ name: basename(target), bytes: new Uint8Array(await readFile(target)) })
  const story = storyOf(reading)
  if (story.deck.length === 0 && story.body.length === 0) throw new AppError('empty', '没有一行是标题或正文')
  return storyDoc(documentOf(story), story.slip)
}
