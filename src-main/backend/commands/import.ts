import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { headlineOf } from '../../common/document/text'
import { readText } from '../../common/document/story-doc'
import type { StoryJson } from '../../common/interchange/import'
import { isAppError } from '../../common/ipc/errors'
import type { StoryId } from '../../common/story/story'
import type { Backend } from '../backend'
import { storyJson } from '../interchange/story-json'
import { bytesOf } from './bytes-of'
import { UsageError, type Command, type Language } from './command'
import { refusalText } from './refusal'
import { leftOutText, warningTexts } from './import-texts'

export const importTexts: Command = {
  synopsis: 'FILE… [--json]',
  summary: { 'zh-CN': '导入通讯稿文本，每个文件一篇', en: 'Import press texts, one story a file' },
  help: {
    'zh-CN': '编码自动识别：UTF-8、UTF-16、GB18030。文件写作 - 时读标准输入。未采用的行和存疑之处写到标准错误。',
    en: 'Encodings are recognised: UTF-8, UTF-16, GB18030. The file - is standard input. What was dropped or doubted goes to standard error.',
  },
  makesLibrary: true,
  async run({ positionals }, { backend, isJson, language, print, say }) {
    if (positionals.length === 0) throw new UsageError()
    return importCommand(positionals, { backend: await backend(), input: process.stdin, isJson, language, out: print, err: say })
  },
}

export interface ImportContext {
  backend: { imports: Backend['imports'], stories: Pick<Backend['stories'], 'read' | 'importRecord'> }
  input: NodeJS.ReadableStream // what the file name `-` reads
  isJson: boolean
  language: Language
  out(line: string): void
  err(line: string): void
}

/**
 * `qingyang import FILE… [--json]`: one line `ID<tab>headline` for each story made, or its JSON; what was dropped or doubted goes to
 * the error output. Files that fail are named there and the others are still imported; the exit code is 1 when any failed.
 * A file that is the only one is refused by an `AppError`.
 */
export async function importCommand(files: readonly string[], context: ImportContext): Promise<number> {
  const made: StoryJson[] = []
  let failures = 0
  for (const file of files) {
    try {
      const story = await importFile(file, context)
      made.push(story)
      report(file, story, context)
    } catch (error) {
      if (!isAppError(error) || files.length === 1) throw error
      failures++
      context.err(`${refusalText(error, context.language)} (${file})`)
    }
  }
  if (context.isJson) context.out(JSON.stringify(files.length > 1 ? made : made[0], null, 2))
  return failures > 0 ? 1 : 0
}

async function importFile(file: string, { backend, input }: ImportContext): Promise<StoryJson> {
  const bytes = file === '-' ? await buffer(input) : await bytesOf(file)
  const reading = await backend.imports.read({ name: file === '-' ? '' : basename(file), bytes: new Uint8Array(bytes) })
  const { id } = await backend.imports.take(reading)
  return storyJson(id, backend.stories.read(id), backend.stories.importRecord(id))
}

function report(file: string, story: StoryJson, { backend, isJson, language, out, err }: ImportContext): void {
  if (!isJson) out(`${story.id}\t${headlineOf(readText(backend.stories.read(story.id as StoryId)))}`)
  for (const { line, code } of story.warnings) err(`${file}${line === null ? '' : `:${line}`}: ${warningTexts[code][language]}`)
  for (const dropped of story.dropped) err(`${file}: ${leftOutText(dropped, language)}`)
}
