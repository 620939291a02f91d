import type { AppError, ErrorCode, ErrorDetails } from '../../common/ipc/errors'
import { filled, type Language, type Text } from './command'

const refusals: Record<ErrorCode, Text> = {
  'invalid-arguments': { 'zh-CN': '参数有误', en: 'Invalid arguments' },
  'not-found': { 'zh-CN': '找不到', en: 'Not found' },
  'not-readable': { 'zh-CN': '无法读取', en: 'Cannot be read' },
  'no-picture': { 'zh-CN': '不是可以排版的图片', en: 'No picture that can be printed' },
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
  'page-blocked': { 'zh-CN': '版上有稿件付印前检查未通过，没有写出文件', en: 'A story of the page is not ready for press, nothing was written' },
  'not-conforming': { 'zh-CN': '写出的文件不合标准，没有交付', en: 'The finished file does not conform and was not delivered' },
  'template-failed': { 'zh-CN': '版式出错', en: 'The template failed' },
  'template-timeout': { 'zh-CN': '排版超时，已停止', en: 'Setting took too long and was stopped' },
  'stage-blocked': { 'zh-CN': '还不能签', en: 'Not to be signed yet' },
  'wrong-pin': { 'zh-CN': '口令不对', en: 'Wrong PIN' },
  outdated: { 'zh-CN': '所签内容已有改动，没有签', en: 'What was to be signed has changed; not signed' },
  cancelled: { 'zh-CN': '已取消', en: 'Cancelled' },
  unavailable: { 'zh-CN': '排版程序没有运行', en: 'The typesetter is not running' },
  internal: { 'zh-CN': '程序内部错误', en: 'Internal error' },
}

/** What exactly, from what the refusal tells in `details`; the first whose names are all there is said. */
const particulars: [names: string[], text: Text, code?: ErrorCode][] = [
  [['folder', 'cause'], { 'zh-CN': '{folder} 已经存在', en: '{folder} exists already' }],
  [['folder'], { 'zh-CN': '{folder} 里没有资料库', en: 'no library in {folder}' }],
  [['several'], { 'zh-CN': '编号以“{id}”开头的稿件不止一篇，请多写几位', en: 'more than one story begins with “{id}”, please type more of it' }],
  [['version'], { 'zh-CN': '没有版本 {version}', en: 'no version {version}' }],
  [['id'], { 'zh-CN': '没有编号为 {id} 的稿件', en: 'no story {id}' }, 'not-found'],
  [['profile'], { 'zh-CN': '没有颜色特性文件 {profile}', en: 'no colour profile {profile}' }, 'not-found'],
  [['template'], { 'zh-CN': '没有版式 {template}', en: 'no print template {template}' }, 'not-found'],
  [['lines'], { 'zh-CN': '超 {lines} 行', en: '{lines} lines too many' }, 'does-not-fit'],
  [['characters'], { 'zh-CN': '{characters}', en: '{characters}' }, 'missing-glyphs'],
  [['numbers'], { 'zh-CN': '第 {numbers} 幅图', en: 'figure {numbers}' }, 'missing-pictures'],
  [['template', 'seconds', 'places'], { 'zh-CN': '版式 {template} 超过 {seconds} 秒；循环在 {places}', en: 'template {template} took more than {seconds} s; loops at {places}' }],
  [['codes'], { 'zh-CN': '逐条说明见 qingyang preflight（{codes}）', en: 'qingyang preflight says each of them ({codes})' }, 'preflight-blocked'],
  [['name', 'bytes'], { 'zh-CN': '{name}（{bytes} 字节）', en: '{name} ({bytes} bytes)' }, 'too-large'],
  [['name', 'cause'], { 'zh-CN': '{name}（{cause}）', en: '{name} ({cause})' }],
  [['name'], { 'zh-CN': '{name}', en: '{name}' }],
]

/** One line for a person: what kind of refusal, then what exactly. */
export function refusalText({ code, message, details }: AppError, language: Language): string {
  const particular = particulars.find(([names, , of]) => (of === undefined || of === code) && names.every(name => isSaid(details, name)))
  const said = particular ? filled(particular[1][language], details) : message
  return `qingyang: ${refusals[code][language]}${language === 'zh-CN' ? '：' : ': '}${said}`
}

const isSaid = (details: ErrorDetails, name: string) => details[name] !== undefined && String(details[name]) !== ''
