import { resolve } from 'node:path'
import { AppError } from '../../common/ipc/errors'
import { outputs, type Output, type Slot, type TemplateInfo } from '../../common/print/print'
import type { StoryId } from '../../common/story/story'
import type { Backend } from '../backend'
import { onlyArgument, UsageError, type Command } from './command'
import { fitInWords, missingInWords, readSlot, slotName } from './slot-argument'

/** One PDF, whole or not at all. Press is the default of templates that are for press. */
export const exportStory: Command = {
  synopsis: 'ID -o FILE.pdf [--template slot] [--slot 4x30x13] [--output press|proof]',
  summary: { 'zh-CN': '导出 PDF：付印文件或小样', en: 'Write a PDF: for press, or a proof' },
  help: {
    'zh-CN': '-o, --out 文件     写到哪里；要么写全，要么不动\n--template 版式    slot（默认）、story-a4 或自备版式\n--slot 栏x行x字    槽位大小，如 4x30x13；不给则取放得下的最小槽位\n--output           press 付印（可付印版式的默认）或 proof 小样',
    en: '-o, --out FILE   where to write; written whole or left alone\n--template NAME  slot (the default), story-a4 or your own\n--slot CxLxC     columns, lines, characters, as 4x30x13; the smallest that holds the story when not given\n--output         press (the default of templates for press) or proof',
  },
  options: { template: { type: 'string', default: 'slot' }, slot: { type: 'string' }, output: { type: 'string' }, out: { type: 'string', short: 'o' } },
  async run(given, { backend, isJson, print, say }) {
    const { template: name, slot: asked, output: kind, out } = given.values
    if (typeof out !== 'string') throw new UsageError()
    const prefix = onlyArgument(given)
    const opened = await backend()
    const story = opened.stories.resolve(prefix)
    const template = await templateNamed(String(name), opened)
    const output = outputFor(kind === undefined ? undefined : String(kind), template)
    const slot = asked === undefined ? await smallestSlot(story, template, opened) : readSlot(String(asked))
    const result = await opened.print.exportTo({ story, template: template.id, slot, output }, resolve(out))
    if (isJson) return print(JSON.stringify({ ...result, template: template.id, slot: slot ?? template.slot, output }, null, 2))
    print(`${out}\t${output}\t${result.pages} 页\t${slotName(slot ?? template.slot)}\t${fitInWords(result.fit)}`)
    result.missing.map(missingInWords).forEach(say)
  },
}

async function templateNamed(name: string, { print }: Pick<Backend, 'print'>): Promise<TemplateInfo> {
  const templates = await print.api.templates()
  const found = templates.find(({ id }) => id === name)
  if (!found) throw new AppError('not-found', `没有版式 ${name}；有：${templates.map(({ id }) => id).join('、')}`, { template: name })
  return found
}

function outputFor(asked: string | undefined, { isForPress }: TemplateInfo): Output {
  if (asked === undefined) return isForPress ? 'press' : 'proof'
  const output = outputs.find(known => known === asked)
  if (!output) throw new UsageError(`--output: ${outputs.join(' | ')}`)
  return output
}

const smallestSlot = (story: StoryId, { id }: TemplateInfo, { stories, print }: Pick<Backend, 'stories' | 'print'>): Promise<Slot | null> =>
  print.fittingSlot(stories.read(story), id)
