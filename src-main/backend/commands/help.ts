import type { AppError, ErrorCode } from '../../common/ipc/errors'
import type { Command, Language, Text } from './command'

const common: Text = {
  'zh-CN': `--library 文件夹  使用这个资料库（默认与工作站相同）
--json           以 JSON 输出；出错时输出 {"error": {"code", "message", "details"}}
--help           本说明`,
  en: `--library DIR    the library to use (the workstation's when not given)
--json           answer in JSON; a refusal is {"error": {"code", "message", "details"}}
--help           this text`,
}

const heading: Text = {
  'zh-CN': '清样：从初稿到付印 PDF 的报纸编辑工作站，命令行',
  en: 'Qingyang, the editorial workstation from first draft to press PDF, from the command line',
}
const exitCodes: Text = { 'zh-CN': '退出码：0 完成，1 被拒绝（原因见标准错误），2 用法有误', en: 'Exit codes: 0 done, 1 refused (standard error says why), 2 wrong usage' }

export function generalHelp(commands: Readonly<Record<string, Command>>, language: Language): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  qingyang ${name.padEnd(10)}${summary[language]}`)
  return [heading[language], '', ...lines, '', common[language], '', exitCodes[language]].join('\n')
}

export function commandHelp(name: string, { synopsis, summary, help }: Command, language: Language): string {
  return [`qingyang ${name} ${synopsis}`, summary[language], '', ...(help ? [help[language]] : []), common[language]].join('\n')
}

const refusals: Record<ErrorCode, Text> = {
  'invalid-arguments': { 'zh-CN': '参数有误', en: 'Invalid arguments' },
  'not-found': { 'zh-CN': '找不到', en: 'Not found' },
  'not-readable': { 'zh-CN': '无法读取', en: 'Cannot be read' },
  'no-package': { 'zh-CN': '不是完好的审稿包，没有存入任何内容', en: 'No review package, or a damaged one; nothing was stored' },
  'reading-only': { 'zh-CN': '稿件只供阅读，或已付印，没有改动', en: 'The story is for reading only, or went to press; nothing was changed' },
  'no-word-file': { 'zh-CN': '不是可以读取的 Word 文件', en: 'No Word file that can be read' },
  empty: { 'zh-CN': '没有可用的内容', en: 'Nothing in it to take' },
  'too-large': { 'zh-CN': '文件过大', en: 'Too large' },
  'read-only': { 'zh-CN': '只读：稿件在回收站中，或资料库正被另一程序使用', en: 'Read only: the story is in the bin, or another program uses the library' },
  'newer-library': { 'zh-CN': '资料库由更新版本的清样写成，未作任何改动；请升级程序', en: 'The library was written by a newer version and was left as it is; please upgrade' },
  'damaged-library': { 'zh-CN': '资料库有问题', en: 'The library has problems' },
  'disk-full': { 'zh-CN': '磁盘已满，没有写入', en: 'The disk is full, nothing was written' },
  'storage-failed': { 'zh-CN': '磁盘拒绝读写', en: 'The disk refused' },
  'does-not-fit': { 'zh-CN': '稿件放不下', en: 'The story does not fit' },
  'missing-glyphs': { 'zh-CN': '字体缺字', en: 'Characters no font has' },
  'missing-pictures': { 'zh-CN': '缺图片，没有写出文件', en: 'Pictures are missing, nothing was written' },
  'preflight-blocked': { 'zh-CN': '付印前检查未通过，没有写出文件', en: 'Preflight found blockers, nothing was written' },
  'not-conforming': { 'zh-CN': '写出的文件不合标准，没有交付', en: 'The finished file does not conform and was not delivered' },
  'template-failed': { 'zh-CN': '版式出错', en: 'The template failed' },
  'template-timeout': { 'zh-CN': '排版超时，已停止', en: 'Setting took too long and was stopped' },
  'stage-blocked': { 'zh-CN': '还不能签', en: 'Not to be signed yet' },
  'wrong-pin': { 'zh-CN': '口令不对', en: 'Wrong PIN' },
  cancelled: { 'zh-CN': '已取消', en: 'Cancelled' },
  unavailable: { 'zh-CN': '排版程序没有运行', en: 'The typesetter is not running' },
  internal: { 'zh-CN': '程序内部错误', en: 'Internal error' },
}

/** One line for a person: what kind of refusal, then what exactly. */
export function refusalText({ code, message }: AppError, language: Language): string {
  return `qingyang: ${refusals[code][language]}${language === 'zh-CN' ? '：' : ': '}${message}`
}
