import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Doc } from 'yjs'
import { AppError } from '../../common/ipc/errors'
import { storyDoc } from '../../common/document/story-doc'
import { documentOf, storyOf } from '../../common/interchange/imported-story'
import type { Backend } from '../backend'
import { onlyArgument, type Command } from './command'
import { fileExists } from './file-exists'
import { settingWords } from './setting-words'
import { readSlot, slotName } from './slot-argument'

/** How a story fills a slot. A file is read as a press text and not stored. Exits with 0 whether or not it fits. */
export const typeset: Command = {
  synopsis: 'ID|FILE [--template slot] [--slot 4x30x13]',
  summary: { 'zh-CN': '试排：稿件占多少行，超几行、余几行，缺哪些字', en: 'Set a story: lines taken, over or to spare, characters no font has' },
  help: {
    'zh-CN': '--template 版式    slot（默认）、lead、meeting-report、commentary、brief、story-a4、galley，或自备版式\n--slot 栏x行x字    槽位大小，如 4x30x13；不给则用版式自己的',
    en: '--template NAME  slot (the default), lead, meeting-report, commentary, brief, story-a4, galley, or your own\n--slot CxLxC     columns, lines, characters, as 4x30x13; the template\'s own when not given',
  },
  options: { template: { type: 'string', default: 'slot' }, slot: { type: 'string' } },
  async run(given, { backend, isJson, language, print }) {
    const opened = await backend()
    const { template, slot } = given.values
    const result = await opened.print.fit(await documentFor(onlyArgument(given), opened), String(template), slot === undefined ? null : readSlot(String(slot)))
    if (isJson) return print(JSON.stringify({ template, ...result }, null, 2))
    const words = settingWords[language]
    print(`${words.fit(result.fit)}\t${slotName(result.slot)}\t${words.lines(result.fit)}`)
    result.missing.map(words.missing).forEach(print)
    result.substituted.map(words.substituted).forEach(print)
  },
}

async function documentFor(target: string, { stories, imports }: Pick<Backend, 'stories' | 'imports'>): Promise<Doc> {
  if (!await fileExists(target)) return stories.read(stories.resolve(target))
  const reading = await imports.read({ name: basename(target), bytes: new Uint8Array(await readFile(target)) })
  const story = storyOf(reading)
  if (story.deck.length === 0 && story.body.length === 0) throw new AppError('empty', 'No line is deck or body', { cause: 'no-lines' })
  return storyDoc(documentOf(story), story.slip)
}
