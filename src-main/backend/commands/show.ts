import type { StoryJson } from '../../common/interchange/import'
import { datelineSeparator } from '../../common/document/dateline'
import { storyJson } from '../interchange/story-json'
import { onlyArgument, type Command } from './command'

export const show: Command = {
  synopsis: 'ID [--json]',
  summary: { 'zh-CN': '显示一篇稿件', en: 'Show one story' },
  help: { 'zh-CN': 'ID 可以只写开头几个字符。', en: 'The beginning of an ID is enough.' },
  async run(given, context) {
    const prefix = onlyArgument(given)
    const { stories } = await context.backend()
    const id = stories.resolve(prefix)
    const story = storyJson(id, stories.read(id), stories.importRecord(id))
    context.print(context.isJson ? JSON.stringify(story, null, 2) : readable(story))
  },
}

/** The story as it reads: deck, dateline in the first paragraph, body, responsible editor. */
function readable({ deck, body, dateline, slip }: StoryJson): string {
  const opening = body.findIndex(block => block.type === 'paragraph')
  const lines = body.map((block, index) => index === opening ? dateline + datelineSeparator(dateline) + block.text : block.text)
  const foot = slip.editor === '' ? [] : ['', `（责任编辑：${slip.editor}）`]
  return [...deck.map(line => line.text), ...(deck.length > 0 ? [''] : []), ...lines, ...foot].join('\n')
}
