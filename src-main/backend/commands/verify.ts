import { AppError } from '../../common/ipc/errors'
import type { Problem } from '../services/verification'
import { filled, UsageError, type Command, type Text } from './command'

const says: Record<Problem['kind'], Text> = {
  database: { 'zh-CN': '数据库损坏', en: 'Database damaged' },
  reference: { 'zh-CN': '引用失效', en: 'Broken reference' },
  log: { 'zh-CN': '更新日志无法读取', en: 'Log cannot be read' },
  sequence: { 'zh-CN': '更新日志不连续', en: 'Log has gaps' },
  version: { 'zh-CN': '版本无法读取', en: 'Version cannot be read' },
  projection: { 'zh-CN': '列表信息与稿件不符', en: 'List disagrees with the story' },
  index: { 'zh-CN': '检索索引与稿件不符', en: 'Search index disagrees with the story' },
  picture: { 'zh-CN': '图片缺失或已改变', en: 'Picture missing or changed' },
  signature: { 'zh-CN': '签名后被改动', en: 'Changed after it was signed' },
}

export const verify: Command = {
  synopsis: '[--repair] [--json]',
  summary: { 'zh-CN': '检查资料库是否完好', en: 'Check that the library is sound' },
  help: { 'zh-CN': '--repair  按更新日志重建列表信息和检索索引', en: '--repair  derive lists and search index from the logs again' },
  options: { repair: { type: 'boolean', default: false } },
  async run({ positionals, values }, context) {
    if (positionals.length > 0) throw new UsageError()
    const { verification } = await context.backend()
    const { stories, pictures, problems, repaired, changedSinceSigned } = values.repair ? verification.repair() : verification.verify()
    if (context.isJson) context.print(JSON.stringify({ stories, pictures, problems, repaired, changedSinceSigned }, null, 2))
    else for (const line of [...repaired.map(problem => describe(problem, true)), ...problems.map(problem => describe(problem, false)), ...changedSinceSigned.map(late)]) context.print(line)

    if (problems.length > 0) {
      throw new AppError('damaged-library', context.t({ 'zh-CN': `发现 ${problems.length} 处问题`, en: `${problems.length} problems found` }), { problems: problems.length })
    }
    if (!context.isJson) context.print(filled(context.t({ 'zh-CN': '完好：稿件 {stories} 篇，图片 {pictures} 张', en: 'Sound: {stories} {stories:story|stories}, {pictures} {pictures:picture|pictures}' }), { stories, pictures }))

    function late(id: string): string {
      return context.t({ 'zh-CN': `提示  末次签名后正文有改，尚未重签  ${id}`, en: `note  changed since it was last signed  ${id}` })
    }

    function describe({ kind, subject, detail }: Problem, isRepaired: boolean): string {
      const mark = isRepaired ? context.t({ 'zh-CN': '已修复', en: 'repaired' }) : context.t({ 'zh-CN': '有误', en: 'wrong' })
      return `${mark}  ${context.t(says[kind])}  ${subject}  ${detail}`
    }
  },
}
