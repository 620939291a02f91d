import type { Slip } from '../../document/slip'
import { isPersonName } from './names'
import { normalisedText } from './normalise'

export type EditorFields = Partial<Pick<Slip, 'editor' | 'dutyChief' | 'releasedBy' | 'credits'>>

const editorRoles = '(?:本版|本期|网络|新媒体|见习|实习|文字|值班)?(?:责任编辑|责编|责任编校|编辑|编审|编校|网编|小编)'
const chiefRoles = '值班(?:主任|总编辑?|编委|领导|主编)|带班主任'
const releaseRoles = '签发'
const otherRoles = '总?监制|主编|总编辑?|副总编辑?|审核|审签|审读|校对|校审|终审|复审|初审|[一二三]审|[一二三]校|统筹|策划|出品人?|美编|版式|排版|制作|视觉|设计|出品|来源编辑'
const label = new RegExp(`(${editorRoles})|(${chiefRoles})|(${releaseRoles})|(${otherRoles})`, 'y')
const anyRole = `${editorRoles}|${chiefRoles}|${releaseRoles}|${otherRoles}`
const value = /[ ]*[：:/／]?[ ]*[（(【[]?([^：:|｜；;，,（）()[\]【】]*)/y
const startsWithLabel = new RegExp(`^(?:[\\s（(【[\\]】|｜/—-]|我?要?纠错)*(?:${anyRole})`)
const longestLine = 200
const separators = /(?:[ |｜；;，,（）()【】[\]/／、—-]|我?要?纠错)*/y

/** `责任编辑：ERM523`, `（责编：张三 审核：李四）`: what the line says of who saw the story through; undefined when it says anything else. */
export function readEditorLine(line: string): EditorFields | undefined {
  if (line.length > longestLine || !startsWithLabel.test(line)) return undefined
  const text = normalisedText(line, 'line').replace(/\u3000/g, ' ')
  const fields: EditorFields = {}
  let place = skip(separators, text, 0)
  let labels = 0
  while (place < text.length) {
    const named = exec(label, text, place)
    if (!named) return undefined
    const who = valueOf(text, place + named[0].length)
    if (!isLabelled(text, place + named[0].length, who.text)) return undefined
    if (named[1]) fields.editor = joined(fields.editor, who.text)
    if (named[2]) fields.dutyChief = joined(fields.dutyChief, who.text)
    if (named[3]) fields.releasedBy = joined(fields.releasedBy, who.text)
    if (named[4] && who.text) fields.credits = [fields.credits, `${named[4]}：${who.text}`].filter(Boolean).join('\u3000')
    labels++
    place = skip(separators, text, who.end)
  }
  return labels > 0 ? fields : undefined
}

/** With a colon any short value is a name or code; without one it must be names (`编辑部的故事` is a headline). */
function isLabelled(text: string, end: number, who: string): boolean {
  if (/^ ?[：:/／]/.test(text.slice(end, end + 2))) return who.length <= 40
  const names = who.split(/[ 、]+/)
  return names.length <= 4 && names.every(isPersonName)
}

/** The value runs up to the next label: `编辑：张三 审核：李四`. */
function valueOf(text: string, start: number): { text: string, end: number } {
  const match = exec(value, text, start)!
  const words = match[1]!
  const next = new RegExp(` (?=(?:${anyRole})(?: ?[：:]| \\p{Script=Han}{2,3}))`, 'u').exec(words)
  const cutBeforeColon = /[：:]/.test(text[start + match[0].length] ?? '') ? / (?=[^ ]+$)/.exec(words) : null
  const cut = next ?? cutBeforeColon
  const length = cut ? match[0].length - words.length + cut.index : match[0].length
  return { text: (cut ? words.slice(0, cut.index) : words).trim().replace(/ (?=\p{Script=Han})/gu, '、'), end: start + length }
}

const joined = (before: string | undefined, name: string) => [before, name].filter(Boolean).join('、')

const endsWithEditor = new RegExp(`[（(【[] ?(?:${editorRoles})[ ：:][^（）()【】[\\]]{1,30}[）)】\\]]$`)

/** `…发言。（责任编辑：张三）`: the note an editor left at the end of a paragraph, or an empty string. */
export const editorNoteAt = (paragraph: string): string => endsWithEditor.exec(paragraph)?.[0] ?? ''

function exec(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place
  return pattern.exec(text)
}

const skip = (pattern: RegExp, text: string, place: number) => place + (exec(pattern, text, place)?.[0].length ?? 0)
