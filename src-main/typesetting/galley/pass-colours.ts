import type { Pass } from '../../common/suggestions/passes'

/** The ink of each pass. 一校 red, 二校 blue, 三校 green (newsroom.md, Stages); reviews and drafts have others. */
const colours: Record<Pass, { name: string, colour: string }> = {
  'draft': { name: '草稿', colour: '#5a5a5a' },
  'first-review': { name: '初审', colour: '#7b2d8e' },
  'second-review': { name: '复审', colour: '#8a4b08' },
  'final-review': { name: '终审', colour: '#00707a' },
  'first-proof': { name: '一校', colour: '#c8102e' },
  'second-proof': { name: '二校', colour: '#1450b4' },
  'third-proof': { name: '三校', colour: '#0a7a32' },
}

const known = (pass: string) => colours[pass as Pass] as typeof colours[Pass] | undefined

export const colourOf = (pass: string): string => known(pass)?.colour ?? colours.draft.colour

/** The passes among these, each once, with their names and inks in the order of the passes. */
export const legendOf = (passes: Iterable<string>) => Object.entries(colours).filter(([pass]) => new Set(passes).has(pass)).map(([, entry]) => entry)
