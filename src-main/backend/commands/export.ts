import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '../../common/ipc/errors'
import { outputs, type BatchEntry, type ExportRequest, type ExportResult, type Output, type TemplateInfo } from '../../common/print/print'
import type { Backend } from '../backend'
import { onlyArgument, UsageError, type Command, type CommandArguments, type CommandContext, type Language } from './command'
import { refusalText } from './refusal'
import { pressArguments, pressHelp, readPress } from './press-arguments'
import { settingWords, type SettingWords } from './setting-words'
import { readSlot, slotName } from './slot-argument'

/** One PDF, whole or not at all, or many into a folder. Press is the default of templates that are for press. */
export const exportStory: Command = {
  synopsis: 'ID -o FILE.pdf | ID… --to DIR  [--template slot] [--slot 4x30x13] [--output press] [--standard x-4] …',
  summary: { 'zh-CN': '导出 PDF：付印文件、小样、存档或无障碍校样', en: 'Write a PDF: for press, a proof, for the archive, or accessible' },
  help: {
    'zh-CN': `-o, --out 文件       写到哪里；要么写全，要么不动
--to 文件夹          多篇稿件逐一写入文件夹，不覆盖已有文件；有一篇未写出则退出码为 1
--template 版式      slot（默认）、lead、meeting-report、commentary、brief、story-a4、galley，或自备版式
--slot 栏x行x字      槽位大小，如 4x30x13；不给则取放得下的最小槽位
--output             press 付印（可付印版式的默认）、proof 小样、marked 校改样（修订画成校对符号，用 galley 版式）、archive 存档 PDF/A-2b、accessible 无障碍校样
${pressHelp['zh-CN']}`,
    en: `-o, --out FILE       where to write; written whole or left alone
--to DIR             many stories into a folder, never over a file that is there; exits with 1 when one was not written
--template NAME      slot (the default), lead, meeting-report, commentary, brief, story-a4, galley, or your own
--slot CxLxC         columns, lines, characters, as 4x30x13; the smallest that holds the story when not given
--output             press (the default of templates for press), proof, marked (changes as proof marks, template galley), archive (PDF/A-2b) or accessible
${pressHelp.en}`,
  },
  options: {
    template: { type: 'string', default: 'slot' }, slot: { type: 'string' }, output: { type: 'string' }, out: { type: 'string', short: 'o' }, to: { type: 'string' },
    ...pressArguments,
  },
  run(given, context) {
    const { out, to } = given.values
    if (typeof to === 'string' && out === undefined && given.positionals.length > 0) return exportMany(given, resolve(to), context)
    if (typeof out !== 'string' || to !== undefined) throw new UsageError()
    return exportOne(onlyArgument(given), given, out, context)
  },
}

async function exportOne(prefix: string, given: CommandArguments, out: string, { backend, isJson, language, print, say }: CommandContext): Promise<void> {
  const opened = await backend()
  const template = await templateNamed(given, opened)
  const request = await requestFor(prefix, given, template, opened, await readPress(given, opened.profiles))
  const { output, slot } = request
  const result = await opened.print.exportTo(request, resolve(out))
  if (isJson) return print(JSON.stringify({ ...result, template: template.id, slot: slot ?? template.slot, output }, null, 2))
  const words = settingWords[language]
  print(`${out}\t${output}\t${words.pages(result.pages)}\t${slotName(slot ?? template.slot)}\t${words.fit(result.fit)}`)
  noticesOf(result, words).forEach(say)
}

async function exportMany(given: CommandArguments, folder: string, { backend, isJson, language, print, say }: CommandContext): Promise<number> {
  const opened = await backend()
  const template = await templateNamed(given, opened)
  const press = await readPress(given, opened.profiles)
  const requests: ExportRequest[] = []
  for (const prefix of given.positionals) requests.push(await requestFor(prefix, given, template, opened, press))
  await mkdir(folder, { recursive: true })
  const report = await opened.print.exportMany(randomUUID(), requests, folder)
  if (isJson) print(JSON.stringify(report, null, 2))
  else report.entries.forEach(entry => sayEntry(entry, language, print, say))
  return report.entries.every(({ outcome }) => outcome === 'written') ? 0 : 1
}

const noticesOf = ({ missing, substituted }: Pick<ExportResult, 'missing' | 'substituted'>, words: SettingWords) => [...missing.map(words.missing), ...substituted.map(words.substituted)]

function sayEntry(entry: BatchEntry, language: Language, print: (text: string) => void, say: (text: string) => void): void {
  const words = settingWords[language]
  if (entry.outcome === 'written') {
    const { file, pages, fit } = entry.exported
    print([file, words.pages(pages), words.fit(fit)].join('\t'))
    noticesOf(entry.exported, words).forEach(notice => say(`${file}: ${notice}`))
  }
  if (entry.outcome === 'refused') say(`${refusalText(new AppError(entry.code, entry.message, entry.details), language)} (${entry.name})`)
}

async function requestFor(prefix: string, given: CommandArguments, template: TemplateInfo, { stories, print }: Backend, press: ExportRequest['press']): Promise<ExportRequest> {
  const { slot: asked, output } = given.values
  const story = stories.resolve(prefix)
  const slot = asked === undefined ? await print.fittingSlot(stories.read(story), template.id) : readSlot(String(asked))
  return { story, template: template.id, slot, output: outputFor(output === undefined ? undefined : String(output), template), press }
}

async function templateNamed({ values }: CommandArguments, { print }: Pick<Backend, 'print'>): Promise<TemplateInfo> {
  const name = String(values.template)
  const templates = await print.api.templates()
  const found = templates.find(({ id }) => id === name)
  if (!found) throw new AppError('not-found', `No print template ${name}`, { template: name, templates: templates.map(({ id }) => id) })
  return found
}

function outputFor(asked: string | undefined, { isForPress }: TemplateInfo): Output {
  if (asked === undefined) return isForPress ? 'press' : 'proof'
  const output = outputs.find(known => known === asked)
  if (!output) throw new UsageError(`--output: ${outputs.join(' | ')}`)
  return output
}
