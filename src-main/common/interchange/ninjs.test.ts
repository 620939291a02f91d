import { expect, it } from 'vitest'
import { schema } from '../document/schema'
import { emptySlip, type Slip } from '../document/slip'
import type { StoryId, VersionId } from '../story/story'
import { ninjsOf } from './ninjs'

const line = (type: string, text: string) => schema.node(type, null, [schema.text(text)])
const doc = schema.node('doc', null, [
  line('kicker', '临江市召开工作会'), line('headline', '鼓足干劲'), line('headline', '确保全年'), line('subhead', '周明远讲话'),
  schema.node('paragraph', null, [schema.text('强调 a<b & c', [schema.mark('strong')]), schema.text('删去', [schema.mark('deletion')]), schema.text('。')]),
  line('crosshead', '下一步'),
  schema.node('figure', { picture: 'abc', width: 3, height: 2 }, [line('caption', '大桥'), line('credit', '江一帆 摄')]),
])
const slip: Slip = {
  ...emptySlip, shortTitle: '工作会', source: '临江日报', agency: '临江日报', dispatch: '讯', byline: [{ role: 'reporter', name: '江一帆' }], editor: 'LJ017',
  keywords: ['工作会'], priority: 'urgent', publishedAt: '2026-11-18T21:30:00', embargo: 'soon', page: 'A01', section: '要闻',
}
const item = ninjsOf('s1' as StoryId, doc, slip, new Date(0))

/** The properties ninjs 3.1 knows, from its schema; it forbids others. */
const known = new Set(['uri', 'type', 'representationType', 'profile', 'version', 'firstCreated', 'versionCreated', 'contentCreated', 'embargoedUntil', 'pubStatus',
  'urgency', 'copyrightHolder', 'copyrightNotice', 'usageTerms', 'edNote', 'language', 'descriptions', 'bodies', 'headlines', 'people', 'organisations', 'places',
  'subjects', 'events', 'eventDetails', 'plannedCoverage', 'objects', 'infoSources', 'title', 'by', 'slugline', 'located', 'renditions', 'associations', 'altIds',
  'trustIndicators', 'standard', 'genres', 'expires', 'rightsInfo', 'digitalSourceType'])
const knownInside: Record<string, string[]> = {
  standard: ['name', 'version', 'schema'], headlines: ['role', 'contentType', 'value'], bodies: ['role', 'contentType', 'charCount', 'wordCount', 'value'],
  people: ['name', 'rel', 'uri', 'literal', 'contactInfo'], subjects: ['name', 'rel', 'uri', 'literal', 'creator', 'relevance', 'confidence'],
  infoSources: ['name', 'role', 'uri', 'literal', 'contactInfo'], descriptions: ['role', 'contentType', 'value'], associations: [...known, 'name', 'rel'],
}

/** The names in a value, as paths, that the schema does not list. */
function unknownIn(value: object, path = ''): string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    const allowed = path === '' ? known : new Set(knownInside[path] ?? [])
    const objects: object[] = Array.isArray(inner) ? inner.filter(each => typeof each === 'object') : typeof inner === 'object' ? [inner as object] : []
    return [...allowed.has(name) ? [] : [`${path}.${name}`], ...objects.flatMap(object => unknownIn(object, name))]
  })
}

it('has no property that ninjs 3.1 does not know', () => {
  expect(unknownIn(item)).toEqual([])
  expect(unknownIn({ ...item, headline: 'x', bodies: [{ text: 'x' }] })).toEqual(['bodies.text', '.headline'])
})

it('carries deck, people, source and times', () => {
  expect(item).toMatchObject({
    uri: 'urn:qingyang:story:s1', title: '工作会', by: '记者 江一帆', urgency: 1, slugline: 'A01 要闻', versionCreated: '1970-01-01T00:00:00.000Z',
    contentCreated: new Date('2026-11-18T21:30:00').toISOString(),
    people: [{ name: '江一帆', rel: 'reporter' }, { name: 'LJ017', rel: 'editor' }], subjects: [{ name: '工作会', rel: 'keyword' }],
    headlines: [{ role: 'main', value: '鼓足干劲\u3000确保全年' }, { role: 'kicker', value: '临江市召开工作会' }, { role: 'subhead', value: '周明远讲话' }, { role: 'shortTitle', value: '工作会' }],
  })
  expect(item).not.toHaveProperty('embargoedUntil')
})

it('carries the body as text and HTML, without what is suggested to go, and the pictures', () => {
  expect(item.bodies).toMatchObject([
    { contentType: 'text/plain', value: '临江日报讯（记者江一帆）强调 a<b & c。\n下一步\n大桥\n江一帆 摄' },
    { contentType: 'text/html', value: expect.stringMatching(/^<p>临江日报讯（记者江一帆）<strong>强调 a&lt;b &amp; c<\/strong>。<\/p><h2>下一步<\/h2><figure>/) },
  ])
  expect(item.associations).toEqual([{ name: 'figure1', uri: 'urn:sha256:abc', rel: 'picture', type: 'picture', by: '江一帆 摄', descriptions: [{ role: 'caption', value: '大桥' }] }])
})

it('says of an amended story what it takes the place of, of a killed one that it is cancelled, and of one on hold that it is withheld', () => {
  const publication = { state: 'amended', version: 'v1' as VersionId, at: new Date(1970, 0, 2).getTime(), kind: 'correct', note: '人数应为五人' } as const
  const corrected = ninjsOf('s1' as StoryId, doc, { ...slip, embargo: '' }, new Date(0), publication)
  expect(unknownIn(corrected)).toEqual([])
  expect(corrected).toMatchObject({ pubStatus: 'usable', edNote: '更正 1970-01-02 刊发的版本：人数应为五人' })
  expect(corrected.associations.at(-1)).toEqual({ name: 'earlier', uri: 'urn:qingyang:story:s1:version:v1', rel: 'corrects', type: 'text', versionCreated: new Date(publication.at).toISOString() })
  expect(ninjsOf('s1' as StoryId, doc, slip, new Date(0), { ...publication, state: 'killed', kind: 'kill', note: '失实' })).toMatchObject({ pubStatus: 'canceled', edNote: '撤稿 1970-01-02 刊发的版本：失实' })
  expect(ninjsOf('s1' as StoryId, doc, { ...slip, legalHold: '等律师' }, new Date(0)).pubStatus).toBe('withheld')
})

it('carries readings in HTML, with brackets for programs that know none, and only the words as text', () => {
  const read = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('枞', [schema.mark('ruby', { reading: 'zōng', part: 0 })]), schema.text('阳', [schema.mark('ruby', { reading: 'yáng', part: 1 })]), schema.text('开会')])])
  const { bodies } = ninjsOf('s1' as StoryId, read, emptySlip, new Date(0))
  expect(bodies).toMatchObject([
    { contentType: 'text/plain', charCount: 4, value: '枞阳开会' },
    { contentType: 'text/html', value: '<p><ruby>枞<rp>（</rp><rt>zōng</rt><rp>）</rp></ruby><ruby>阳<rp>（</rp><rt>yáng</rt><rp>）</rp></ruby>开会</p>' },
  ])
})
