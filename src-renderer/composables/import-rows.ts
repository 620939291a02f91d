import type { ImportLine, LineRole } from '../../src-main/common/interchange/import'

/** A row of the import sheet: one line, or lines in a row that were dropped, folded into one. */
export type ImportRow =
  | { type: 'line', key: string, line: ImportLine }
  | { type: 'fold', key: string, lines: ImportLine[], isOpen: boolean }

/** Blank lines are left out; a fold that is open is followed by its lines. */
export function importRows(lines: ImportLine[], open: ReadonlySet<string>): ImportRow[] {
  const rows: ImportRow[] = []
  let fold: ImportLine[] = []

  function closeFold() {
    if (fold.length === 0) return
    const key = `fold-${fold[0]!.number}`
    rows.push({ type: 'fold', key, lines: fold, isOpen: open.has(key) })
    if (open.has(key)) rows.push(...fold.map(lineRow))
    fold = []
  }

  for (const line of lines) {
    if (line.reason === 'blank') continue
    if (line.role === 'dropped' && !line.isUncertain) fold.push(line)
    else {
      closeFold()
      rows.push(lineRow(line))
    }
  }
  closeFold()
  return rows
}

const lineRow = (line: ImportLine): ImportRow => ({ type: 'line', key: `line-${line.number}`, line })

const neighbours: Partial<Record<LineRole, LineRole[]>> = {
  'short-title': ['headline'], 'kicker': ['headline'], 'headline': ['kicker', 'subhead'], 'subhead': ['headline'], 'paragraph': ['subhead', 'crosshead'],
}

/** What a line taken for `role` most likely is instead: the roles one click moves it to. */
export const likelyRoles = (role: LineRole): LineRole[] => [...neighbours[role] ?? [], 'paragraph' as const, 'dropped' as const].filter(likely => likely !== role)
