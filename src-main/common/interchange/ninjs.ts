import type { Node } from '@tiptap/pm/model'
import { composeDateline, datelineSeparator } from '../document/dateline'
import type { ContributorRole, Slip } from '../document/slip'
import { bodyBlocksOf, countParts, deckOf, headlineOf, textOf } from '../document/text'
import type { StoryId } from '../story/story'
import { blocksOn } from '../workflow/blocks'
import type { Amendment } from '../workflow/signature'
import type { Publication } from '../workflow/standing'
import { escapedHtml, htmlOf } from './story-html'

/** The part of IPTC ninjs 3.1 that a story fills. The standard forbids properties it does not know. */
export interface Ninjs {
  uri: string
  standard: { name: 'ninjs', version: '3.1', schema: string }
  type: 'text'
  representationType: 'full'
  language: 'zh-CN'
  title: string
  versionCreated: string
  contentCreated?: string
  embargoedUntil?: string
  pubStatus: 'usable' | 'withheld' | 'canceled'
  urgency: number
  headlines: { role: string, value: string }[]
  by?: string
  located?: string
  slugline?: string
  edNote?: string
  people: { name: string, rel: string }[]
  subjects: { name: string, rel: string }[]
  infoSources: { name: string, role: string }[]
  bodies: { role: string, contentType: string, charCount: number, value: string }[]
  associations: (NinjsPicture | NinjsEarlier)[]
}

export interface NinjsPicture { name: string, uri: string, rel: 'picture', type: 'picture', by?: string, descriptions: { role: 'caption', value: string }[] }

/** The published version that this one corrects or brings up to date. */
export interface NinjsEarlier { name: 'earlier', uri: string, rel: 'corrects' | 'updates' | 'kills', type: 'text', versionCreated: string }

const roleNames: Record<ContributorRole, string> = { reporter: '记者', correspondent: '通讯员', intern: '实习生', photo: '摄影' }
const urgencies = { urgent: 1, normal: 5 } as const
const shortTitleRole = 'shortTitle'

/** A story as ninjs 3.1 JSON (https://iptc.org/std/ninjs/ninjs-schema_3.1.json); `at` is when this version of it was made. What was amended after publication says so. */
export function ninjsOf(story: StoryId, doc: Node, slip: Slip, at: Date, publication: Publication | null = null): Ninjs {
  return {
    uri: `urn:qingyang:story:${story}`,
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
    type: 'text', representationType: 'full', language: 'zh-CN', pubStatus: statusOf(slip, publication, at),
    title: slip.shortTitle || headlineOf(doc),
    versionCreated: at.toISOString(),
    ...dated('contentCreated', slip.publishedAt), ...dated('embargoedUntil', slip.embargo),
    urgency: urgencies[slip.priority] ?? urgencies.normal,
    headlines: headlinesOf(doc, slip),
    ...filled('by', slip.byline.map(({ role, name }) => `${roleNames[role] ?? ''} ${name}`.trim()).join('、')),
    ...filled('located', slip.datelinePlace), ...filled('slugline', [slip.page, slip.section].filter(Boolean).join(' ')), ...filled('edNote', [amendmentNote(publication), slip.instructions].filter(Boolean).join('\n')),
    people: [...slip.byline.map(({ role, name }) => ({ name, rel: role as string })), ...named(slip.editor, 'editor'), ...named(slip.dutyChief, 'dutyChief'), ...named(slip.releasedBy, 'releasedBy')],
    subjects: slip.keywords.map(name => ({ name, rel: 'keyword' })),
    infoSources: [...sources(slip.source, 'source'), ...sources(slip.agency, 'agency')],
    bodies: bodiesOf(doc, slip),
    associations: [...picturesOf(doc), ...earlierOf(story, publication)],
  }
}

function statusOf(slip: Slip, publication: Publication | null, now: Date): Ninjs['pubStatus'] {
  if (publication?.state === 'killed') return 'canceled'
  return blocksOn(slip, now).length > 0 ? 'withheld' : 'usable'
}

const amendmentNames: Record<Amendment, string> = { kill: '撤稿', correct: '更正', update: '更新' }
const amendmentRelations = { kill: 'kills', correct: 'corrects', update: 'updates' } as const

/** What a reader of an export is told of a correction, an update or a kill: 更正：… */
export const amendmentNote = (publication: Publication | null): string => publication?.kind ? `${amendmentNames[publication.kind]} ${dayOf(publication.at)} 刊发的版本：${publication.note}` : ''

/** `2026-11-24`, local. */
const dayOf = (at: number) => new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 10)

function earlierOf(story: StoryId, publication: Publication | null): NinjsEarlier[] {
  if (!publication?.kind) return []
  const { kind, version, at } = publication
  return [{ name: 'earlier', uri: `urn:qingyang:story:${story}:version:${version}`, rel: amendmentRelations[kind], type: 'text', versionCreated: new Date(at).toISOString() }]
}

const filled = <Name extends string>(name: Name, value: string) => value.trim() === '' ? {} : { [name]: value } as Record<Name, string>
const named = (name: string, rel: string) => name.trim() === '' ? [] : [{ name, rel }]
const sources = (name: string, role: string) => name.trim() === '' ? [] : [{ name, role }]

/** Local times of the slip as moments; what is no time is left out. */
function dated<Name extends string>(name: Name, local: string) {
  const time = new Date(local)
  return local === '' || Number.isNaN(time.getTime()) ? {} : { [name]: time.toISOString() } as Record<Name, string>
}

function headlinesOf(doc: Node, slip: Slip): Ninjs['headlines'] {
  const deck = deckOf(doc)
  const part = (type: string, role: string) => {
    const value = deck.filter(line => line.type === type).map(line => line.text).join('\u3000')
    return value === '' ? [] : [{ role, value }]
  }
  const shortTitle = slip.shortTitle === '' ? [] : [{ role: shortTitleRole, value: slip.shortTitle }]
  return [...part('headline', 'main'), ...part('kicker', 'kicker'), ...part('subhead', 'subhead'), ...shortTitle]
}

/** The body as text and as HTML, the composed dateline before the first paragraph as in print. */
function bodiesOf(doc: Node, slip: Slip): Ninjs['bodies'] {
  const blocks = bodyBlocksOf(doc)
  const dateline = composeDateline(slip)
  const opening = dateline + (dateline === '' ? '' : datelineSeparator(dateline))
  const charCount = countParts(doc).body.characters
  const html = htmlOf(blocks)
  return [
    { role: 'main', contentType: 'text/plain', charCount, value: opening + blocks.map(textOf).filter(text => text !== '').join('\n') },
    { role: 'main', contentType: 'text/html', charCount, value: html.replace(/^<p>/, `<p>${escapedHtml(opening)}`) },
  ]
}

function picturesOf(doc: Node): NinjsPicture[] {
  const pictures: NinjsPicture[] = []
  doc.descendants(node => {
    if (node.type.name !== 'figure' || node.attrs.picture === '') return
    const part = (name: string) => textOf(node.children.find(child => child.type.name === name) ?? doc.type.schema.node('paragraph'))
    pictures.push({
      name: `figure${pictures.length + 1}`, uri: `urn:sha256:${String(node.attrs.picture)}`, rel: 'picture', type: 'picture',
      ...filled('by', part('credit')), descriptions: part('caption') === '' ? [] : [{ role: 'caption', value: part('caption') }],
    })
  })
  return pictures
}
