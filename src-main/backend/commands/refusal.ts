import type { AppError, ErrorCode } from '../../common/ipc/errors'
import type { Language, Text } from './command'
import { particularOf } from './refusal-particulars'

const refusals: Record<ErrorCode, Text> = {
  'invalid-arguments': { 'zh-CN': '参数有误', en: 'Invalid arguments' },
  'not-found': { 'zh-CN': '找不到', en: 'Not found' },
  'not-readable': { 'zh-CN': '无法读取', en: 'Cannot be read' },
  'no-picture': { 'zh-CN': '不是可以排版的图片', en: 'No picture that can be printed' },
  'no-package': { 'zh-CN': '不是完好的审稿包，没有存入任何内容', en: 'No review package, or a damaged one; nothing was stored' },
  'reading-only': { 'zh-CN': '稿件不能改，没有改动', en: 'The story may not be changed; nothing was' },
  'no-word-file': { 'zh-CN': '不是可以读取的 Word 文件', en: 'No Word file that can be read' },
  empty: { 'zh-CN': '没有可用的内容', en: 'Nothing in it to take' },
  'too-large': { 'zh-CN': '文件过大', en: 'Too large' },
  'read-only': { 'zh-CN': '只读，没有改动', en: 'Read only, nothing was changed' },
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

/** One line for a person: what kind of refusal, then what exactly; what only English can say is left out in Chinese, except of a fault of the program. */
export function refusalText({ code, message, details }: AppError, language: Language): string {
  const said = particularOf(code, details, language) ?? (language === 'en' || code === 'internal' || /\p{Script=Han}/u.test(message) ? message : '')
  const kind = `qingyang: ${refusals[code][language]}`
  return said === '' ? kind : `${kind}${language === 'zh-CN' ? '：' : ': '}${said}`
}
