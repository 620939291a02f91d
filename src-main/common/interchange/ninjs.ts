import type { Node } from '@tiptap/pm/model'
import { composeDateline, datelineSeparator } from '../document/dateline'
import type { ContributorRole, Slip } from '../document/slip'
import { bodyBlocksOf, countParts, deckOf, headlineOf, textOf } from '../document/text'
import type { StoryId } from '../story/story'
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
  pubStatus: 'usable'
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
  associations: NinjsPicture[]
}

export interface NinjsPicture { name: string, uri: string, rel: 'picture', type: 'picture', by?: string, descriptions: { role: 'caption', value: string }[] }

const roleNames: Record<ContributorRole, string> = { reporter: '记者', correspondent: '通讯员', intern: '实习生', photo: '摄影' }
const urgencies = { urgent: 1, normal: 5 } as const
const shortTitleRole = 'shortTitle'

/** A story as ninjs 3.1 JSON (https://iptc.org/std/ninjs/ninjs-schema_3.1.json); `at` is when this version of it was made. */
export function ninjsOf(story: StoryId, doc: Node, slip: Slip, at: Date): Ninjs {
  return {
    uri: `urn:qingyang:story:${story}`,
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
    type: 'text', representationType: 'full', language: 'zh-CN', pubStatus: 'usable',
    title: slip.shortTitle || headlineOf(doc),
    versionCreated: at.toISOString(),
    ...dated('contentCreated', slip.publishedAt), ...dated('embargoedUntil', slip.embargo),
    urgency: urgencies[slip.priority] ?? urgencies.normal,
    headlines: headlinesOf(doc, slip),
    ...filled('by', slip.byline.map(({ role, name }) => `${roleNames[role] ?? ''} ${name}`.trim()).join('、')),
    ...filled('located', slip.datelinePlace), ...filled('slugline', [slip.page, slip.section].filter(Boolean).join(' ')), ...filled('edNote', slip.instructions),
    people: [...slip.byline.map(({ role, name }) => ({ name, rel: role as string })), ...named(slip.editor, 'editor'), ...named(slip.dutyChief, 'dutyChief')],
    subjects: slip.keywords.map(name => ({ name, rel: 'keyword' })),
    infoSources: [...sources(slip.source, 'source'), ...sources(slip.agency, 'agency')],
    bodies: bodiesOf(doc, slip),
    associations: picturesOf(doc),
  }
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
