import type { Contributor, LinkNote, Slip } from '../../document/slip'
import type { ImportLine, LineRole } from '../import'
import { readByline } from './byline'
import { tidied } from './characters'
import { readDateline, type DatelineReading } from './dateline'
import { editorNoteAt, readEditorLine } from './editor-line'
import { listHeading } from './furniture'
import { datelineText } from './line-kinds'
import { linkNotes } from './links'
import { normalisedText } from './normalise'
import { readSourceLine } from './source-line'

/** What the lines of a press text, by their roles, say of the story besides its text. */
export interface SlipReading { slip: Partial<Slip>, uncertainLines: number[] }

type Line = Pick<ImportLine, 'number' | 'original' | 'role'>

export function readSlipOf(lines: readonly Line[], today: Date): SlipReading {
  const withRole = (role: LineRole) => lines.filter(line => line.role === role)
  const source = sourceOf(withRole('source-line'))
  const paragraphs = withRole('paragraph')
  const dateline = datelineOf(lines, paragraphs[0])
  const people = peopleOf(withRole('byline'), dateline, source)
  const editors = withRole('editor-line').map(line => readEditorLine(line.original) ?? { editor: normalisedText(line.original, 'text') })
  const note = readEditorLine(editorNoteAt(normalisedText(paragraphs.at(-1)?.original.slice(-60) ?? '', 'line')))
  const slip: Partial<Slip> = {
    shortTitle: withRole('short-title').map(line => normalisedText(line.original, 'line')).join('\u3000'),
    source: source.source,
    publishedAt: source.publishedAt,
    keywords: source.keywords,
    agency: dateline?.agency,
    dispatch: dateline?.dispatch,
    datelinePlace: dateline?.place,
    datelineDate: dateline && fullDate(dateline, source.publishedAt, today),
    byline: people.byline,
    editor: joined([...editors.map(fields => fields.editor), note?.editor ?? source.editor]),
    dutyChief: joined([...editors.map(fields => fields.dutyChief), note?.dutyChief]),
    releasedBy: joined([...editors.map(fields => fields.releasedBy), note?.releasedBy, source.releasedBy]),
    credits: [...new Set([source.credits, ...editors.map(fields => fields.credits), note?.credits].filter(Boolean))].join('\u3000'),
    links: linksOf(lines),
  }
  return { slip: filled(slip), uncertainLines: people.uncertainLines }
}

function sourceOf(lines: readonly Line[]) {
  const readings = lines.map(line => readSourceLine(line.original) ?? { source: normalisedText(line.original, 'text').slice(0, 40) })
  return Object.assign({}, ...readings.reverse()) as NonNullable<ReturnType<typeof readSourceLine>>
}

/** The dateline of the first paragraph, or one that stands on a line of its own. */
function datelineOf(lines: readonly Line[], opening: Line | undefined): DatelineReading | undefined {
  const own = lines.filter(line => line.role === 'byline').map(line => readDateline(datelineText(line.original))).find(Boolean)
  return own ?? (opening && readDateline(datelineText(opening.original)))
}

/** The people of the dateline first, then those of byline lines, each once. */
function peopleOf(lines: readonly Line[], dateline: DatelineReading | undefined, { author, photo }: { author?: string, photo?: string }) {
  const byline: Contributor[] = [...dateline?.byline ?? []]
  const uncertainLines: number[] = []
  for (const line of lines) {
    if (readDateline(datelineText(line.original))) continue
    const reading = readBylineLine(line.original)
    if (!reading.isUsual) uncertainLines.push(line.number)
    byline.push(...reading.byline)
  }
  if (byline.length === 0 && author) byline.push(...readByline(author).byline)
  if (photo) byline.push(...readByline(`摄影 ${photo}`).byline)
  return { byline: byline.filter((person, index) => index === byline.findIndex(other => sameAs(person, other))), uncertainLines }
}

const sameAs = (person: Contributor, other: Contributor) => person.name === other.name && person.role === other.role

function readBylineLine(original: string) {
  const text = tidied(original).replace(/^[□■◎●○◆▲△\s（(]+|[）)\s]+$/g, '')
  return /评论员$/.test(text) ? { byline: [{ role: 'reporter' as const, name: text }], isUsual: true } : readByline(text)
}

/** The year is that of publication, or of the year before when the day would lie after it; without one, the latest such day until today. */
function fullDate({ year, month, day }: DatelineReading, publishedAt: string | undefined, today: Date): string {
  if (!month || !day) return ''
  const monthAndDay = [month, day].map(part => String(part).padStart(2, '0')).join('-')
  const latest = publishedAt?.slice(0, 10) ?? [today.getFullYear(), today.getMonth() + 1, today.getDate()].map(part => String(part).padStart(2, '0')).join('-')
  const latestYear = Number(latest.slice(0, 4))
  return `${year ?? (monthAndDay > latest.slice(5) ? latestYear - 1 : latestYear)}-${monthAndDay}`
}

/** Lists of other stories, each under the heading that stood above it. */
function linksOf(lines: readonly Line[]): LinkNote[] {
  const groups: { list: LinkNote['list'], titles: string[] }[] = []
  let heading: LinkNote['list'] | undefined
  for (const line of lines) {
    if (line.role === 'dropped') heading = listHeading(line.original) ?? heading
    if (line.role !== 'related' && line.role !== 'latest') continue
    const list = line.role === 'latest' ? 'latest' : heading === 'other' ? 'other' : 'related'
    if (groups.at(-1)?.list !== list) groups.push({ list, titles: [] })
    groups.at(-1)!.titles.push(line.original)
  }
  return groups.flatMap(group => linkNotes(group.list, group.titles))
}

const joined = (parts: (string | undefined)[]) => [...new Set(parts.filter(Boolean))].join('、')

/** Only the fields something was found for. */
function filled(slip: Partial<Slip>): Partial<Slip> {
  return Object.fromEntries(Object.entries(slip).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))) as Partial<Slip>
}
