import type { Node } from '@tiptap/pm/model'
import { anchorsOf } from '../../../common/comments/anchors'
import type { Thread } from '../../../common/comments/threads'
import { wordDate } from '../../../common/interchange/word-return'
import { element, escapedXml, wordNamespaces, xmlFile } from './xml-text'

interface Numbered { id: number, key: string, parent: string | undefined, author: string, at: number, text: string, isResolved: boolean }

/** The comments of a file: what is said, and where each stands. A thread without words of its own stands at the head, and says so. */
export function wordComments(doc: Node, threads: readonly Thread[]) {
  const anchors = anchorsOf(doc)
  const opening = new Map<number, string>()
  const closing = new Map<number, string>()
  const said: Numbered[] = []
  let head = ''
  for (const thread of threads) {
    const anchor = anchors.get(thread.id)
    const numbered = remarksOf(thread, said.length, anchor ? '' : thread.about.kind === 'slip' ? '【稿签】' : `【原文已删：${thread.about.quote}】`)
    said.push(...numbered)
    const starts = numbered.map(({ id }) => element('w:commentRangeStart', { 'w:id': id })).join('')
    const ends = numbered.map(({ id }) => element('w:commentRangeEnd', { 'w:id': id }) + element('w:r', {}, element('w:commentReference', { 'w:id': id }))).join('')
    if (!anchor) head += starts + ends
    else {
      opening.set(anchor.from, (opening.get(anchor.from) ?? '') + starts)
      closing.set(anchor.to, (closing.get(anchor.to) ?? '') + ends)
    }
  }
  return { head, opensAt: (position: number) => opening.get(position) ?? '', closesAt: (position: number) => closing.get(position) ?? '', commentsXml: commentsXml(said), extendedXml: extendedXml(said) }
}

function remarksOf({ remarks, resolved }: Thread, first: number, lead: string): Numbered[] {
  return remarks.map(({ person, at, text }, index) => ({
    id: first + index, key: keyOf(first + index), parent: index === 0 ? undefined : keyOf(first), author: person, at, text: index === 0 ? lead + text : text, isResolved: resolved !== null,
  }))
}

const keyOf = (id: number) => (id + 1).toString(16).toUpperCase().padStart(8, '0')

const commentsXml = (said: readonly Numbered[]) => xmlFile(element('w:comments', wordNamespaces, ...said.map(({ id, key, author, at, text }) =>
  element('w:comment', { 'w:id': id, 'w:author': author, 'w:date': wordDate(at), 'w:initials': author.slice(0, 1) },
    ...text.split('\n').map((line, index, lines) => element('w:p', index === lines.length - 1 ? { 'w14:paraId': key } : {}, element('w:r', {}, element('w:t', { 'xml:space': 'preserve' }, escapedXml(line)))))))))

const extendedXml = (said: readonly Numbered[]) => xmlFile(element('w15:commentsEx', wordNamespaces, ...said.map(({ key, parent, isResolved }) =>
  element('w15:commentEx', { 'w15:paraId': key, 'w15:paraIdParent': parent, 'w15:done': isResolved ? 1 : 0 }))))
