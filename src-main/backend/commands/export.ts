import { resolve } from 'node:path'
import { AppError } from '../../common/ipc/errors'
import { outputs, type Output, type Slot, type TemplateInfo } from '../../common/print/print'
import type { StoryId } from '../../common/story/story'
import type { Backend } from '../backend'
import { fitInWords, missingInWords, readSlot, slotName } from './slot-argument'

export interface ExportContext {
  backend: Pick<Backend, 'stories' | 'print'>
  out(line: string): void
  err(line: string): void
}

export interface ExportOptions { template: string, slot?: string, output?: string, file: string, isJson: boolean }

/**
 * `qingyang export ID [--template slot] [--slot 4x30x13] [--output press|proof] -o out.pdf [--json]`: writes one PDF, whole or not at all.
 * Press is the default for templates that are for press. Without `--slot`, a template whose slot is chosen gets the smallest that holds the story.
 */
export async function exportCommand(prefix: string, options: ExportOptions, { backend, out, err }: ExportContext): Promise<number> {
  const id = backend.stories.resolve(prefix)
  const template = await templateNamed(options.template, backend)
  const output = outputFor(options.output, template)
  const slot = await slotFor(id, options.slot, template, backend)
  const result = await backend.print.exportTo({ story: id, template: template.id, slot, output }, resolve(options.file))
  if (options.isJson) out(JSON.stringify({ ...result, template: template.id, slot: slot ?? template.slot, output }, null, 2))
  else out(`${options.file}\t${output}\t${result.pages} 页\t${slotName(slot ?? template.slot)}\t${fitInWords(result.fit)}`)
  result.missing.map(missingInWords).forEach(err)
  return 0
}

async function templateNamed(name: string, { print }: ExportContext['backend']): Promise<TemplateInfo> {
  const templates = await print.api.templates()
  const found = templates.find(({ id }) => id === name)
  if (!found) throw new AppError('not-found', `没有版式 ${name}；有：${templates.map(({ id }) => id).join('、')}`, { template: name })
  return found
}

function outputFor(asked: string | undefined, { isForPress }: TemplateInfo): Output {
  if (asked === undefined) return isForPress ? 'press' : 'proof'
  const output = outputs.find(known => known === asked)
  if (!output) throw new AppError('invalid-arguments', `--output 应为 ${outputs.join(' 或 ')}`, { output: asked })
  return output
}

async function slotFor(id: StoryId, asked: string | undefined, template: TemplateInfo, { stories, print }: ExportContext['backend']): Promise<Slot | null> {
  return asked === undefined ? print.fittingSlot(stories.read(id), template.id) : readSlot(asked)
}
