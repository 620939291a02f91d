import type { Node } from '@tiptap/pm/model'
import type { Transform } from '@tiptap/pm/transform'
import { suggestionOf } from './node-suggestion'
import { textOf } from './text'
import { deletionOf } from '../suggestions/marks'
import { viewOf } from '../suggestions/views'

/** The headline's lines as they will be printed, empty ones left out. */
export function headlineLinesOf(doc: Node): string[] {
  return viewOf(doc, 'final').children.filter(({ type }) => type.name === 'headline').map(textOf).filter(text => text.trim() !== '')
}

/** Whether two headlines hold the same words, however they are broken and spaced. */
export const isSameHeadline = (one: readonly string[], other: readonly string[]) => wordsOf(one) === wordsOf(other)

/** Breaks the headline anew, with the spaces these lines have where lines meet. Returns whether that was possible: not when the lines hold other words. */
export function breakHeadline(tr: Transform, lines: readonly string[]): boolean {
  const now = headlineUnits(tr.doc)
  if (!now || !isSameHeadline(lines, now.map(({ character, before }) => before + character))) return false
  const wanted = unitsOf(lines.join('\n'))
  for (let index = now.length - 1; index > 0; index--) {
    const [from, to] = [now[index - 1]!.position + now[index - 1]!.character.length, now[index]!.position]
    regap(tr, from, to, gapOf(now[index]!.before), gapOf(wanted[index]!.before))
  }
  return true
}

/** A character with what parts it from the one before: nothing, spaces, or the end of a line. */
interface Unit { character: string, before: string }

function unitsOf(text: string): Unit[] {
  const units: Unit[] = []
  let before = ''
  for (const character of text) {
    if (/\s/.test(character)) before += character
    else {
      units.push({ character, before })
      before = ''
    }
  }
  return units
}

/** The printed characters of the headline with their positions; nothing when other nodes stand between its lines. */
function headlineUnits(doc: Node): (Unit & { position: number })[] | undefined {
  const units: (Unit & { position: number })[] = []
  let [before, last, isInOrder] = ['', -1, true]
  doc.forEach((line, start, index) => {
    if (line.type.name !== 'headline') return
    isInOrder &&= last === -1 || index === last + 1
    last = index
    if (!suggestionOf(line).deleted) before += '\n'
    line.forEach((child, offset) => {
      if (!child.isText || deletionOf(child)) return
      let position = start + 1 + offset
      for (const character of child.text!) {
        if (/\s/.test(character)) before += character
        else {
          units.push({ character, before, position })
          before = ''
        }
        position += character.length
      }
    })
  })
  return isInOrder ? units : undefined
}

const gapOf = (before: string) => before.includes('\n') ? '\n' : before

function regap(tr: Transform, from: number, to: number, now: string, wanted: string) {
  if (now === wanted) return
  if (now !== '') tr.delete(from, to)
  if (wanted === '\n') tr.split(from)
  else if (wanted !== '') tr.insert(from, tr.doc.type.schema.text(wanted, tr.doc.resolve(from).marks()))
}

const wordsOf = (lines: readonly string[]) => lines.join('').replace(/\s/g, '')
