import type { Node } from '@tiptap/pm/model'
import { headlineScales } from '../../document/layout'
import { headlineLinesOf } from '../../document/headline-lines'
import type { FinalStretch } from '../../suggestions/final-range'
import type { Fit, Fitting } from '../print'
import type { SetLine } from '../set-lines'
import { trialOf, type CopyfitChange, type Trial } from './change'
import { cutsOf, runBefore, type Stretch } from './cuts'
import { headlineBreaks } from './headline-breaks'
import { shortLines, type ShortLine } from './short-lines'

/** What would become of the story: the change, how the page is filled then, and what there is to say of it. */
export type CopyfitOption = { fit: Fit } & (
  | { kind: 'size', change: Extract<CopyfitChange, { kind: 'size' }> }
  | { kind: 'lines', change: Extract<CopyfitChange, { kind: 'lines' }>, widths: number[] /* pt, of each line as set */ }
  | { kind: 'columns', change: Extract<CopyfitChange, { kind: 'columns' }> }
  /** `needed`: characters less that save a line, as was tried; without a change nobody knows words to cut. */
  | { kind: 'cut', short: ShortLine, needed: number, change: Extract<CopyfitChange, { kind: 'cut' }> | null }
)

/** The story as it is fitted now, and the typesetter, which is asked for one trial at a time. */
export interface CopyfitStory {
  text: Node // final
  fitting: Fitting
  fit(trial: Trial): Promise<Fit>
  lines(trial: Trial): Promise<{ lines: SetLine[], fit: Fit }>
}

const sizeStep = 2 // percent
const mostShortLines = 12
const mostExcess = 2 // characters tried beyond those of the last line
const mostCuts = 4 // of a paragraph

/** Every way to fit the story that changes something, each tried by the typesetter; the first value is how it is fitted now. */
export async function* copyfitOptions(story: CopyfitStory): AsyncGenerator<Fit | CopyfitOption> {
  const now = await story.fit({})
  yield now
  yield* columnOptions(story, now)
  yield* lineOptions(story)
  yield* usualSize(story, now)
  yield* sizeOptions(story, now, -1)
  yield* sizeOptions(story, now, 1)
  yield* cutOptions(story, now)
}

/** Only where the columns end otherwise then. */
async function* columnOptions(story: CopyfitStory, now: Fit): AsyncGenerator<CopyfitOption> {
  const change = { kind: 'columns', isBalanced: !story.fitting.isBalanced } as const
  const fit = await story.fit(trialOf(change))
  if (String(fit.perColumn) !== String(now.perColumn) || fit.over !== now.over) yield { kind: 'columns', change, fit }
}

/** Breaks whose lines the typesetter need not break again, the most even first. */
async function* lineOptions(story: CopyfitStory): AsyncGenerator<CopyfitOption> {
  const found: Extract<CopyfitOption, { kind: 'lines' }>[] = []
  for (const lines of headlineBreaks(headlineLinesOf(story.text))) {
    const change = { kind: 'lines', lines } as const
    const set = await story.lines(trialOf(change))
    const widths = headlineWidths(story.text, set.lines, lines.length)
    if (widths) found.push({ kind: 'lines', change, widths, fit: set.fit })
  }
  yield* found.sort((one, other) => evenness(other.widths) - evenness(one.widths))
}

/** How even lines are: the shortest as a part of the longest. */
export const evenness = (widths: readonly number[]) => Math.min(...widths) / Math.max(...widths)

/** The set widths of the headline's lines in pt; nothing when they are not as many as meant, because one had to be broken. */
function headlineWidths(text: Node, lines: readonly SetLine[], count: number): number[] | undefined {
  const first = text.children.findIndex(({ type }) => type.name === 'headline')
  const own = lines.filter(({ block }) => block >= first && block < first + count)
  return own.length === count ? own.map(({ box }) => box.width) : undefined
}

/** Back to the size the template chooses. */
async function* usualSize(story: CopyfitStory, now: Fit): AsyncGenerator<CopyfitOption> {
  if (now.headlineSize === undefined || story.fitting.headlineScale === 100) return
  const change = { kind: 'size', headlineScale: 100 } as const
  yield { kind: 'size', change, fit: await story.fit(trialOf(change)) }
}

/** The sizes nearest to the present one at which the story takes other lines, towards the least or the largest; none at which a line has to be broken. */
async function* sizeOptions(story: CopyfitStory, now: Fit, direction: 1 | -1): AsyncGenerator<CopyfitOption> {
  if (now.headlineSize === undefined) return
  const { least, most } = headlineScales
  let last = now
  for (let headlineScale = story.fitting.headlineScale + direction * sizeStep; headlineScale >= least && headlineScale <= most; headlineScale += direction * sizeStep) {
    const change = { kind: 'size', headlineScale } as const
    const fit = await story.fit(trialOf(change))
    if (fit.deckLines === last.deckLines || headlineScale === 100) continue
    if (direction > 0 && !headlineWidths(story.text, (await story.lines(trialOf(change))).lines, headlineLinesOf(story.text).length)) return
    last = fit
    yield { kind: 'size', change, fit }
  }
}

async function* cutOptions(story: CopyfitStory, now: Fit): AsyncGenerator<CopyfitOption> {
  const { lines } = await story.lines({})
  for (const short of shortLines(story.text, lines, now.charactersPerLine).slice(0, mostShortLines)) {
    const tried = await leastCut(story, now, short)
    if (!tried) continue
    const known = await knownCut(story, now, short, tried.needed)
    yield { kind: 'cut', short, needed: tried.needed, ...known ?? { change: null, fit: tried.fit } }
  }
}

/** How many characters less save a line: those of the last line, or a few more where setting asks for it. */
async function leastCut(story: CopyfitStory, now: Fit, short: ShortLine): Promise<{ needed: number, fit: Fit } | undefined> {
  for (let needed = short.characters; needed <= short.characters + mostExcess; needed++) {
    const run = runBefore(short.words, short.line.from - short.paragraph.from, needed)
    const fit = run && await story.fit(trialOf(cutting(short, [run])))
    if (fit && fit.set < now.set) return { needed, fit }
  }
  return undefined
}

/** The first cut of words the paragraph can do without that saves a line. */
async function knownCut(story: CopyfitStory, now: Fit, short: ShortLine, needed: number) {
  for (const cut of cutsOf(short.words, needed).slice(0, mostCuts)) {
    const change = cutting(short, cut)
    const fit = await story.fit(trialOf(change))
    if (fit.set < now.set) return { change, fit }
  }
  return undefined
}

function cutting({ paragraph: { block, from } }: ShortLine, cut: readonly Stretch[]): Extract<CopyfitChange, { kind: 'cut' }> {
  return { kind: 'cut', cuts: cut.map((stretch): FinalStretch => ({ block, from: from + stretch.from, to: from + stretch.to })) }
}
