import { sortKeys, stages, type SortKey, type Stage, type StorySummary } from '../../common/story/story'
import { storyKinds, type StoryKind } from '../../common/document/slip'
import { UsageError, type Command, type CommandArguments, type Language } from './command'
import { table } from './table'
import { kindNames, stageNames } from './names'

const pageSize = 500

export const list: Command = {
  synopsis: '[--filter WORDS] [--kind KIND] [--stage STAGE] [--bin] [--sort KEY] [--ascending] [--limit N] [--json]',
  summary: { 'zh-CN': '列出稿件', en: 'List the stories' },
  help: {
    'zh-CN': `--filter 词      只列出标题、短标题、来源、责任编辑或正文含有这些词的稿件
--kind 类别      ${storyKinds.join(', ')}
--stage 环节     ${stages.join(', ')}
--bin            列出回收站
--sort 项        ${sortKeys.join(', ')}，默认 updatedAt
--ascending      升序
--limit N        最多 N 篇，默认 50，0 为全部`,
    en: `--filter WORDS   only stories whose headline, short title, source, editor or text hold all the words
--kind KIND      ${storyKinds.join(', ')}
--stage STAGE    ${stages.join(', ')}
--bin            what is in the bin
--sort KEY       ${sortKeys.join(', ')}; updatedAt when not given
--ascending      smallest first
--limit N        at most N, 50 when not given, 0 for all`,
  },
  options: {
    filter: { type: 'string', default: '' }, kind: { type: 'string' }, stage: { type: 'string' }, bin: { type: 'boolean', default: false },
    sort: { type: 'string', default: 'updatedAt' }, ascending: { type: 'boolean', default: false }, limit: { type: 'string', default: '50' },
  },
  async run(given, context) {
    if (given.positionals.length > 0) throw new UsageError()
    const wanted = wantedOf(given)
    const { stories: { api } } = await context.backend()
    const stories: StorySummary[] = []
    let total = Infinity
    while (stories.length < Math.min(wanted.limit, total)) {
      const page = await api.list({ ...wanted, offset: stories.length, limit: Math.min(pageSize, wanted.limit - stories.length) })
      total = page.total
      if (page.stories.length === 0) break
      stories.push(...page.stories)
    }
    context.print(context.isJson ? JSON.stringify(stories, null, 2) : storyTable(stories, context.language))
  },
}

function wantedOf({ values }: CommandArguments) {
  const limit = Number(values.limit)
  if (!Number.isSafeInteger(limit) || limit < 0) throw new UsageError(`--limit ${String(values.limit)}`)
  return {
    where: values.bin ? 'bin' as const : 'desk' as const,
    filter: String(values.filter),
    kind: values.kind === undefined ? null : oneOf<StoryKind>('--kind', storyKinds, values.kind),
    stage: values.stage === undefined ? null : oneOf<Stage>('--stage', stages, values.stage),
    sort: oneOf<SortKey>('--sort', sortKeys, values.sort),
    descending: !values.ascending,
    limit: limit === 0 ? Infinity : limit,
  }
}

function oneOf<T extends string>(option: string, known: readonly T[], value: unknown): T {
  const found = known.find(name => name === value)
  if (!found) throw new UsageError(`${option} ${String(value)}`)
  return found
}

function storyTable(stories: StorySummary[], language: Language): string {
  const heads = language === 'zh-CN' ? ['编号', '类别', '标题', '来源', '责任编辑', '环节', '字数', '修改时间']
    : ['ID', 'Kind', 'Headline', 'Source', 'Editor', 'Stage', 'Length', 'Changed']
  return table(heads, stories.map(story => [
    story.id.slice(0, 8), kindNames[story.kind][language], story.headline || story.shortTitle, story.source, story.editor,
    stageNames[story.stage][language], String(story.characters), localTime(story.updatedAt),
  ]))
}

const two = (number: number) => String(number).padStart(2, '0')

function localTime(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}
