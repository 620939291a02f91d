import type { ErrorCode, ErrorDetails } from '../../common/ipc/errors'
import { filled, type Language, type Text } from './command'

/** What exactly was refused, in the words of a language; undefined when the details do not say. */
export function particularOf(code: ErrorCode, details: ErrorDetails, language: Language): string | undefined {
  const cause = causes[`${code} ${String(details['cause'] ?? details['reason'] ?? '')}`]
  const text = cause ?? particulars.find(([names, , of]) => (of === undefined || of === code) && names.every(name => isSaid(details, name)))?.[1]
  return text && filled(text[language], language === 'en' ? inEnglish(details) : details)
}

const inEnglish = (details: ErrorDetails) => Object.fromEntries(Object.entries(details).map(([name, value]) => [name, [value].flat().join(', ')]))

const isSaid = (details: ErrorDetails, name: string) => details[name] !== undefined && String(details[name]) !== ''

/** By the code and what `details` name as cause or reason. */
const causes: Readonly<Record<string, Text>> = {
  'read-only binned': { 'zh-CN': '稿件在回收站中，请先放回在编', en: 'the story is in the bin; put it back first' },
  'read-only locked': { 'zh-CN': '资料库正被另一程序使用（多半是打开着的窗口），请先关闭它', en: 'another program uses the library, most likely its window: close it first' },
  'read-only upgrade': { 'zh-CN': '资料库须先升级，但正被另一程序使用；请关闭它再试', en: 'the library must be upgraded first, and another program uses it: close that and try again' },
  'reading-only reading': { 'zh-CN': '它来自只供阅读的审稿包', en: 'it came in a package for reading' },
  'reading-only published': { 'zh-CN': '它已付印；要改动须先办更正或更新', en: 'it went to press; open a correction or an update first' },
  'reading-only package': { 'zh-CN': '只供阅读的审稿包不能并入已有的稿件', en: 'a package for reading is not worked into a story that is here' },
  'damaged-library not-a-library': { 'zh-CN': '文件不是清样的资料库', en: 'the file is no Qingyang library' },
  'damaged-library copy': { 'zh-CN': '副本没有通过检查，请换一处磁盘再备份', en: 'the copy fails its check; back up to another disk' },
  'empty no-text': { 'zh-CN': '文件里没有文字', en: 'there is no text in the file' },
  'empty no-lines': { 'zh-CN': '没有一行是标题或正文', en: 'no line is deck or body' },
  'not-readable binary': { 'zh-CN': '不是文本文件，没有存入任何内容', en: 'this is no text file; nothing was stored' },
  'not-readable no-profile': { 'zh-CN': '{file} 不是 ICC 特性文件，或已损坏', en: '{file} is no ICC profile, or is damaged' },
  'not-readable not-for-output': { 'zh-CN': '{file} 不是印刷输出用的特性文件', en: '{file} is no output profile' },
  'not-readable not-cmyk': { 'zh-CN': '{file} 不是 CMYK 特性文件', en: '{file} is no CMYK profile' },
  'not-readable no-separation': { 'zh-CN': '{file} 缺少分色所需的转换表', en: '{file} lacks the tables that separation needs' },
  'no-package no-zip': { 'zh-CN': '文件打不开，可能没有传完', en: 'it cannot be opened; perhaps it did not arrive whole' },
  'no-package no-manifest': { 'zh-CN': '里面没有审稿包的清单', en: 'it holds no list of what is in it' },
  'no-package manifest': { 'zh-CN': '清单读不懂，可能由更新版本的清样写成', en: 'its list cannot be understood; perhaps a newer version wrote it' },
  'no-package changed': { 'zh-CN': '“{subject}”被改动或已损坏', en: '“{subject}” was changed or is damaged' },
  'no-package missing': { 'zh-CN': '缺少“{subject}”', en: '“{subject}” is missing' },
  'no-package unknown-file': { 'zh-CN': '里面有不该有的文件“{subject}”', en: '“{subject}” does not belong in it' },
  'no-package too-large': { 'zh-CN': '展开后超过大小上限', en: 'unpacked it is over the allowed size' },
  'no-package story': { 'zh-CN': '里面的稿件读不出来', en: 'the story in it cannot be read' },
  'invalid-arguments draws-no-changes': { 'zh-CN': '版式 {template} 不能画校对符号，请用 galley', en: 'template {template} draws no proof marks; use galley' },
  'invalid-arguments not-for-press': { 'zh-CN': '版式 {template} 不能付印', en: 'template {template} is not for press' },
  'invalid-arguments no-pages': { 'zh-CN': '版式 {template} 不能排大样', en: 'template {template} sets no pages' },
}

/** From what the refusal tells in `details`; the first whose names are all there is said. */
const particulars: [names: string[], text: Text, code?: ErrorCode][] = [
  [['folder', 'cause'], { 'zh-CN': '{folder} 已经存在', en: '{folder} exists already' }],
  [['folder'], { 'zh-CN': '{folder} 里没有资料库', en: 'no library in {folder}' }],
  [['several'], { 'zh-CN': '编号以“{id}”开头的稿件不止一篇，请多写几位', en: 'more than one story begins with “{id}”, please type more of it' }],
  [['version'], { 'zh-CN': '没有版本 {version}', en: 'no version {version}' }],
  [['id'], { 'zh-CN': '没有编号为 {id} 的稿件', en: 'no story {id}' }, 'not-found'],
  [['profile'], { 'zh-CN': '没有颜色特性文件 {profile}', en: 'no colour profile {profile}' }, 'not-found'],
  [['template', 'templates'], { 'zh-CN': '没有版式 {template}；有：{templates}', en: 'no print template {template}; there are: {templates}' }, 'not-found'],
  [['template'], { 'zh-CN': '没有版式 {template}', en: 'no print template {template}' }, 'not-found'],
  [['person'], { 'zh-CN': '没有叫“{person}”的人', en: 'nobody is called “{person}”' }, 'not-found'],
  [['picture'], { 'zh-CN': '图片 {picture} 的文件缺失', en: 'the file of picture {picture} is missing' }, 'not-found'],
  [['picture'], { 'zh-CN': '图片 {picture} 的副本与原件不同', en: 'the copy of picture {picture} differs' }, 'storage-failed'],
  [['format', 'known'], { 'zh-CN': '资料库为第 {format} 版格式，本程序只认到第 {known} 版', en: 'its format is {format}, this program knows {known}' }, 'newer-library'],
  [['format'], { 'zh-CN': '没有版面规格 {format}', en: 'no page format {format}' }, 'not-found'],
  [['slot', 'bounds'], { 'zh-CN': '“{slot}”不是槽位：应为 栏x行x字，如 4x30x13（{bounds}）', en: '“{slot}” is no slot: columns x lines x characters, as 4x30x13 ({bounds})' }, 'invalid-arguments'],
  [['inkLimit'], { 'zh-CN': '“{inkLimit}”不是总墨量：应为 100 到 400 的百分数', en: '“{inkLimit}” is no total ink: a percentage from 100 to 400' }, 'invalid-arguments'],
  [['lines'], { 'zh-CN': '超 {lines} 行', en: '{lines} {lines:line|lines} too many' }, 'does-not-fit'],
  [['characters'], { 'zh-CN': '{characters}', en: '{characters}' }, 'missing-glyphs'],
  [['numbers'], { 'zh-CN': '第 {numbers} 幅图', en: 'figure {numbers}' }, 'missing-pictures'],
  [['reasons'], { 'zh-CN': '{reasons}', en: '{reasons}' }, 'not-conforming'],
  [['template', 'seconds', 'places'], { 'zh-CN': '版式 {template} 超过 {seconds} 秒；循环在 {places}', en: 'template {template} took more than {seconds} s; loops at {places}' }],
  [['template', 'seconds'], { 'zh-CN': '版式 {template} 超过 {seconds} 秒', en: 'template {template} took more than {seconds} s' }],
  [['file', 'line', 'reason'], { 'zh-CN': '{file} 第 {line} 行：{reason}', en: '{file}:{line}: {reason}' }, 'template-failed'],
  [['codes'], { 'zh-CN': '逐条说明见 qingyang preflight（{codes}）', en: 'qingyang preflight says each of them ({codes})' }, 'preflight-blocked'],
  [['name', 'bytes'], { 'zh-CN': '{name}（{bytes} 字节）', en: '{name} ({bytes} bytes)' }, 'too-large'],
  [['bytes', 'most'], { 'zh-CN': '{bytes} 字节，上限 {most}', en: '{bytes} bytes, {most} are the most' }, 'too-large'],
  [['name', 'cause'], { 'zh-CN': '{name}（{cause}）', en: '{name} ({cause})' }],
  [['name'], { 'zh-CN': '{name}', en: '{name}' }],
]
