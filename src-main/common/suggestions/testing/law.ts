import type { Node } from '@tiptap/pm/model'
import { expect, inject } from 'vitest'
import { suggestionOf } from '../../document/node-suggestion'
import { isBy, type Author, type Stamp } from '../../document/stamp'
import { deletionsOf, hasSuggestions, insertionOf } from '../marks'
import { isGone, resolved, type Judge } from '../resolve'
import { viewOf } from '../views'

declare module 'vitest' {
  interface ProvidedContext { sequences: number, firstSeed: number }
}

/** How many random sequences a law is tried on, and from which seed on (vitest.config.ts): `npm run fuzz` asks for more. */
export const sequences = inject('sequences')
const firstSeed = inject('firstSeed')

export const patience = 60_000 + sequences * 100 // milliseconds

/** Tries a law on as many random sequences, or on a share of them where each takes long. */
export function forSeeds(share: number, run: (seed: number) => void): void {
  for (let seed = firstSeed; seed < firstSeed + sequences * share; seed++) {
    try {
      run(seed)
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
  }
}

/** Decided author by author, person by person or pass by pass, in whatever order, it comes to the same, and every step on the way leaves whole what it does not decide. */
export function expectLawByAuthor(text: Node, authors: readonly Author[], original: Node, edited: Node): void {
  const everyAuthor = authors.map(author => (stamp: Stamp) => isBy(stamp, author))
  for (const order of [[0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 2, 0]]) expectLawInParts(text, order.flatMap(index => everyAuthor[index] ?? []), original, edited, order.join())
  for (const part of ['person', 'pass'] as const) {
    const parts = [...new Set(authors.map(author => author[part]))].map(each => (stamp: Stamp) => stamp[part] === each)
    expectLawInParts(text, parts, original, edited, part)
    expectLawInParts(text, parts.reverse(), original, edited, `${part}, from the last`)
  }
  everyAuthor.forEach((isMeant, index) => expectLawWhenMixed(text, isMeant, original, edited, String(index)))
}

type Part = (stamp: Stamp) => boolean

function expectLawInParts(text: Node, parts: readonly Part[], original: Node, edited: Node, what: string): void {
  for (const [verdict, view, wanted] of [['accept', 'final', edited], ['reject', 'original', original]] as const) {
    let decided = text
    for (const isMeant of parts) {
      decided = resolved(decided, stamp => isMeant(stamp) ? verdict : 'keep')
      expectSame(viewOf(decided, view), wanted, `${verdict} ${what}, on the way`)
    }
    expect(hasSuggestions(decided)).toBe(false)
    expectSame(decided, wanted, `${verdict} ${what}`)
  }
}

/** One part accepted, all others rejected: in either order the same, a document, with every word that should be there and no other. */
function expectLawWhenMixed(text: Node, isMeant: Part, original: Node, edited: Node, what: string): void {
  const accepted = resolved(text, stamp => isMeant(stamp) ? 'accept' : 'keep')
  const rejected = resolved(text, stamp => isMeant(stamp) ? 'keep' : 'reject')
  expectSame(viewOf(accepted, 'final'), edited, `accept ${what}, others left`)
  expectSame(viewOf(rejected, 'original'), original, `reject all but ${what}`)
  const judge: Judge = stamp => isMeant(stamp) ? 'accept' : 'reject'
  const mixed = resolved(text, judge)
  mixed.check()
  expect(hasSuggestions(mixed)).toBe(false)
  expectSame(resolved(accepted, () => 'reject'), mixed, `accept ${what}, then reject`)
  expectSame(resolved(rejected, () => 'accept'), mixed, `reject all but ${what}, then accept`)
  expect(mixed.textContent, `words, ${what}`).toBe(keptWords(text, judge))
}

/** The words nobody inserted who is rejected, and nobody deleted who is accepted, by themselves or with what holds them. */
function keptWords(node: Node, judge: Judge): string {
  const { inserted, deleted } = suggestionOf(node)
  if (!node.isText && !node.isTextblock && isGone(inserted, deleted ? [deleted] : [], judge)) return ''
  if (node.isText) return isGone(insertionOf(node), deletionsOf(node), judge) ? '' : node.text!
  return node.children.map(child => keptWords(child, judge)).join('')
}

/** Styles of line breaks are not compared: the Yjs binding keeps none. */
const shown = (doc: Node) => doc.toString().replaceAll(/(?:(?:strong|emphasisDots|superscript|subscript|ruby)\()+lineBreak\)+?/g, 'lineBreak')

export function expectSame(got: Node, wanted: Node, what: string): void {
  if (!got.eq(wanted) && shown(got) !== shown(wanted)) expect(shown(got), what).toBe(shown(wanted))
}
