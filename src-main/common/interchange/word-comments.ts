import type * as Y from 'yjs'
import { beginThread, readThreads, reply, type Thread } from '../comments/threads'
import { wordDate, type ReturnedComment, type WordComment } from './word-return'

/** Words to mark with the id of a thread that was begun. */
export interface MarkedRange { id: string, from: number, to: number }

/**
 * Takes the comments of a returned Word file that the story does not have: answers go to their threads, others begin new ones.
 * `quote` gives the words between two positions. Returns the places of new threads.
 */
export function takeComments(doc: Y.Doc, comments: readonly ReturnedComment[], { newId, quote }: { newId(): string, quote(from: number, to: number): string }): MarkedRange[] {
  const threads = readThreads(doc)
  const taken = comments.map(({ comment }) => threadWith(threads, comment)?.id)
  const marked: MarkedRange[] = []
  doc.transact(() => comments.forEach(({ comment, from, to }, index) => {
    if (taken[index] !== undefined) return
    const remark = { person: comment.author, role: '', at: Date.parse(comment.date) || 0, text: comment.text }
    const answered = comment.parent === null ? undefined : taken[comment.parent]
    const id = taken[index] = answered ?? newId()
    if (answered !== undefined) return reply(doc, id, remark)
    beginThread(doc, id, { kind: 'text', quote: quote(from, to).slice(0, 200), place: null }, remark)
    marked.push({ id, from, to })
  }))
  return marked
}

/** The thread a comment came from: a thread without words of its own went out with a note before what was said. */
const threadWith = (threads: readonly Thread[], { author, date, text }: WordComment): Thread | undefined =>
  threads.find(({ remarks }) => remarks.some(remark => remark.person === author && wordDate(remark.at) === date && text.endsWith(remark.text)))
