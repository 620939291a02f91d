import type { ComparedLine, Run } from './compare'

const leastRun = 4 // characters of a stretch of words that is taken for moved; fewer come back by chance
const leastLine = 2

/** Numbers what was taken out in one place and put in, word for word, at another 转移: whole lines first, then words. */
export function withMoves(lines: ComparedLine[]): ComparedLine[] {
  let moves = 0
  const whole = lines.filter(({ runs }) => runs.length === 1)
  match(whole.filter(({ kind }) => kind === 'removed'), whole.filter(({ kind }) => kind === 'added'), leastLine, ({ runs }) => runs[0]!.words)
  const runs = lines.flatMap(line => line.move === undefined ? line.runs : [])
  match(runs.filter(({ kind }) => kind === 'removed'), runs.filter(({ kind }) => kind === 'added'), leastRun, ({ words }) => words)
  return lines

  function match<T extends ComparedLine | Run>(gone: T[], come: T[], least: number, wordsOf: (one: T) => string): void {
    for (const one of gone) {
      const words = wordsOf(one)
      const other = [...words].length >= least ? come.find(each => each.move === undefined && wordsOf(each) === words) : undefined
      if (other) one.move = other.move = ++moves
    }
  }
}
