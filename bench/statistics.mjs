/** Where benchmarks only have to show that they still run, `little` of everything: their figures then mean nothing. */
export const atScale = (whole, little) => process.env.QINGYANG_BENCH_SMOKE ? little : whole

/** The value below which `share` (0–1) of the samples lie. */
export function percentile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

export const median = samples => percentile(samples, 0.5)

export const round = (value, digits = 1) => Number(value.toFixed(digits))

/** Rows of objects with the same keys as a Markdown table. */
export function markdownTable(rows) {
  const columns = Object.keys(rows[0])
  const line = cells => `| ${cells.join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(row => line(columns.map(column => String(row[column] ?? ''))))].join('\n')
}

/** Prints a benchmark's rows for people, or with `--json` the whole result for bench/run.mjs. */
export function report(result) {
  if (process.argv.includes('--json')) console.log(JSON.stringify(result))
  else console.log(`${result.name}\n\n${markdownTable(result.rows)}\n`)
}
