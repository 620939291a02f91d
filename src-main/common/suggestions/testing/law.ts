import type { Node } from '@tiptap/pm/model'
import { expect, inject } from 'vitest'
import { isBy, type Author } from '../../document/stamp'
import { hasSuggestions } from '../marks'
import { resolved } from '../resolve'

declare module 'vitest' {
  interface ProvidedContext { sequences: number, firstSeed: number }
}

/** How many random sequences a law is tried on, and from which seed on (vitest.config.ts): `npm run fuzz` asks for more. */
export const [sequences, firstSeed] = [inject('sequences'), inject('firstSeed')]

/** Tries a law on as many random sequences. */
export function forSeeds(firstSeed: number, count: number, run: (seed: number) => void): void {
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    try {
      run(seed)
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
  }
}

/** Decided author by author, in whatever order, it comes to the same. */
export function expectLawByAuthor(text: Node, authors: readonly Author[], original: Node, edited: Node): void {
  for (const order of [[0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 2, 0]]) {
    for (const [verdict, wanted] of [['accept', edited], ['reject', original]] as const) {
      const decided = order.reduce((doc, index) => resolved(doc, stamp => isBy(stamp, authors[index]!) ? verdict : 'keep'), text)
      expect(hasSuggestions(decided)).toBe(false)
      expectSame(decided, wanted, `${verdict} ${order.join()}`)
    }
  }
}

/** Styles of line breaks are not compared: the Yjs binding keeps none. */
const shown = (doc: Node) => doc.toString().replaceAll(/(?:(?:strong|emphasisDots|superscript|subscript|ruby)\()+lineBreak\)+?/g, 'lineBreak')

export function expectSame(got: Node, wanted: Node, what: string): void {
  if (shown(got) !== shown(wanted)) expect(shown(got), what).toBe(shown(wanted))
}
