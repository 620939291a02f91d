import { markdownTable } from './statistics.mjs'

const head = '# Benchmark results\n\nWritten by `npm run bench`, each benchmark in place of its own earlier figures. Times are milliseconds unless named otherwise.\n'

/** One benchmark's figures, with where and when they were taken. */
export function section({ name, command, rows, goals = [] }, taken) {
  const goalRows = goals.map(({ goal, value, limit, isMet }) => ({ goal, measured: value, limit, met: isMet ? 'yes' : '**no**' }))
  return [`## ${name}`, `\`${command}\`: ${taken}`, markdownTable(rows), ...goalRows.length > 0 ? [markdownTable(goalRows)] : []].join('\n\n')
}

/** The results page with `sections` in place of those of the same benchmarks, in the order of their commands. */
export function withSections(page, sections) {
  const kept = page.split(/^(?=## )/m).slice(1).map(text => text.trim())
  const byCommand = new Map([...kept, ...sections].map(text => [commandOf(text), text]))
  const inOrder = [...byCommand].sort(([a], [b]) => a < b ? -1 : 1).map(([, text]) => text)
  return `${head}\n${inOrder.join('\n\n')}\n`
}

const commandOf = text => /^`(npm run bench:[\w-]+)`/m.exec(text)?.[1] ?? text
