import type { FinalStretch } from '../../suggestions/final-range'
import type { Fitting } from '../print'
import type { TextTrial } from './trial'

/** One way to fit a story: another headline size, other headline lines, level columns or not, words cut. */
export type CopyfitChange =
  | { kind: 'size', headlineScale: number } // percent
  | { kind: 'lines', lines: string[] }
  | { kind: 'columns', isBalanced: boolean }
  | { kind: 'cut', cuts: FinalStretch[] }

/** What is tried on the page. */
export interface Trial { fitting?: Partial<Fitting>, text?: TextTrial }

/** How a change is tried before it is made. */
export function trialOf(change: CopyfitChange): Trial {
  switch (change.kind) {
    case 'size': return { fitting: { headlineScale: change.headlineScale } }
    case 'columns': return { fitting: { isBalanced: change.isBalanced } }
    case 'lines': return { text: { headline: change.lines } }
    case 'cut': return { text: { cuts: change.cuts } }
  }
}
