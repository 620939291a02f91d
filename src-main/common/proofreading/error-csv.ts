import { verdict } from './error-rate'
import type { ErrorCell } from './error-report'

export const csvColumns = ['month', 'headline', 'desk', 'pass', 'person', 'characters', 'count', 'weight', 'rate', 'verdict'] as const

/** What the columns and their values are called. */
export interface CsvWords { columns: Record<(typeof csvColumns)[number], string>, passes: Record<string, string>, within: string, beyond: string }

/** The cells of a report as a table for spreadsheets (RFC 4180, with a byte order mark so that they read it as UTF-8): one row a story, pass, person and month. */
export function errorCsv(cells: readonly ErrorCell[], words: CsvWords): string {
  const rows = cells.map(cell => {
    const { rate, isWithin } = verdict(cell.weight, cell.characters)
    const values = { ...cell, rate, pass: words.passes[cell.pass] ?? cell.pass, verdict: isWithin ? words.within : words.beyond }
    return csvColumns.map(column => values[column])
  })
  return `\uFEFF${[csvColumns.map(column => words.columns[column]), ...rows].map(row => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/** Words that a spreadsheet would take for a formula are held back by an apostrophe. */
function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
