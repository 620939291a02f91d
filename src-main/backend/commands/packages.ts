import { basename, resolve } from 'node:path'
import { bytesOf } from './bytes-of'
import type { OpenedPackage } from '../../common/interchange/review-package'
import { writeWhole } from '../services/write-whole'
import { onlyArgument, UsageError, type Command, type Text } from './command'

export const pack: Command = {
  synopsis: 'ID -o FILE.qingyang [--reading]',
  summary: { 'zh-CN': '把稿件打成审稿包，交给他人', en: 'Pack a story for another person' },
  help: { 'zh-CN': '-o, --out 文件  写到哪里\n--reading       只供阅读，不能改，也不收回', en: '-o, --out FILE  where to write\n--reading       to be read only, not to be changed or taken back' },
  options: { out: { type: 'string', short: 'o' }, reading: { type: 'boolean', default: false } },
  async run(given, { backend, isJson, print }) {
    const { out, reading } = given.values
    if (typeof out !== 'string') throw new UsageError()
    const { stories, packages } = await backend()
    const bytes = packages.packed(stories.resolve(onlyArgument(given)), reading ? 'reading' : 'work')
    await writeWhole(resolve(out), bytes)
    print(isJson ? JSON.stringify({ file: basename(out), bytes: bytes.byteLength }, null, 2) : `${out}\t${bytes.byteLength}`)
  },
}

const outcomes: Record<OpenedPackage['outcome'], Text> = {
  added: { 'zh-CN': '收入新稿', en: 'added' },
  merged: { 'zh-CN': '已并入', en: 'merged' },
  unchanged: { 'zh-CN': '没有新内容', en: 'unchanged' },
}

export const openPackage: Command = {
  synopsis: 'FILE.qingyang [--json]',
  summary: { 'zh-CN': '打开审稿包：收入新稿，或并入已有的稿件', en: 'Open a review package: a new story, or worked into the one that is here' },
  makesLibrary: true,
  async run(given, { backend, isJson, print, t }) {
    const file = onlyArgument(given)
    const bytes = await bytesOf(file)
    const { packages } = await backend()
    const opened = await packages.open(new Uint8Array(bytes))
    if (isJson) return print(JSON.stringify(opened, null, 2))
    const { story, from, outcome, suggestions, comments, isUntracked, conflicts } = opened
    const notes = [
      ...isUntracked ? [t({ 'zh-CN': '另有未留痕的改动', en: 'also changed without suggestions' })] : [],
      ...conflicts.length > 0 ? [t({ 'zh-CN': `稿签两边都改的项目 ${conflicts.length}`, en: `slip fields both changed ${conflicts.length}` })] : [],
    ]
    print([story.id, t(outcomes[outcome]), from, t({ 'zh-CN': `修订 ${suggestions}`, en: `suggestions ${suggestions}` }), t({ 'zh-CN': `批注 ${comments}`, en: `remarks ${comments}` }), ...notes].join('\t'))
  },
}
