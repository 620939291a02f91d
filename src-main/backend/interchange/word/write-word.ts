import { strToU8, zipSync } from 'fflate'
import type { Node } from '@tiptap/pm/model'
import type { Thread } from '../../../common/comments/threads'
import { composeDateline, datelineSeparator } from '../../../common/document/dateline'
import type { Slip } from '../../../common/document/slip'
import { headlineOf } from '../../../common/document/text'
import { blocksXml } from './blocks'
import { wordComments } from './comments'
import { wordPictures, type WordPicture } from './pictures'
import { revisionNumbers } from './revision'
import { datelineStyle, stylesXml } from './styles'
import { element, escapedXml, wordNamespaces, xmlFile } from './xml-text'

export interface WordStory { text: Node, slip: Slip, threads: readonly Thread[], pictures: ReadonlyMap<string, WordPicture>, note?: string }

/**
 * A story as a Word file (ECMA-376): suggestions as revisions of those who made them, comments as comments; changes made to it in Word are tracked.
 * A `note` stands at the head of every page. */
export function wordFile({ text, slip, threads, pictures, note = '' }: WordStory): Uint8Array {
  const [comments, images, links, lists] = [wordComments(text, threads), wordPictures(pictures), linkRelations(), numberings()]
  const dateline = composeDateline(slip)
  const opening = dateline === '' ? -1 : openingOf(text)
  const body = blocksXml(text, 0, {
    revision: revisionNumbers(), relationTo: links.relationTo, opensAt: comments.opensAt, closesAt: comments.closesAt,
    style: 'paragraph', numbering: '', level: 0, newList: lists.add, pictureXml: images.xmlOf,
    leadAt: position => (position === 0 ? comments.head : '') + (position === opening ? datelineRun(dateline) : ''),
  })
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(note !== ''),
    '_rels/.rels': relations([['rDocument', 'officeDocument', 'word/document.xml'], ['rCore', 'core', 'docProps/core.xml']]),
    'docProps/core.xml': coreXml(headlineOf(text), slip),
    'word/document.xml': xmlFile(element('w:document', wordNamespaces, element('w:body', {}, body, element('w:sectPr', {}, note === '' ? '' : element('w:headerReference', { 'w:type': 'default', 'r:id': 'rHeader' }))))),
    'word/styles.xml': stylesXml(),
    'word/numbering.xml': lists.xml(),
    'word/settings.xml': xmlFile(element('w:settings', wordNamespaces, element('w:trackRevisions'))),
    'word/comments.xml': comments.commentsXml,
    'word/commentsExtended.xml': comments.extendedXml,
    'word/_rels/document.xml.rels': relations([
      ['rStyles', 'styles', 'styles.xml'], ['rNumbering', 'numbering', 'numbering.xml'], ['rSettings', 'settings', 'settings.xml'], ['rComments', 'comments', 'comments.xml'],
      ['rCommentsEx', 'commentsExtended', 'commentsExtended.xml'], ...images.used().map(({ id, target }): Relation => [id, 'image', target]), ...links.used(), ...note === '' ? [] : [['rHeader', 'header', 'header.xml'] satisfies Relation],
    ]),
    ...note === '' ? {} : { 'word/header.xml': xmlFile(element('w:hdr', wordNamespaces, element('w:p', {}, element('w:r', {}, element('w:t', { 'xml:space': 'preserve' }, escapedXml(note)))))) },
    ...Object.fromEntries(images.used().map(({ target, bytes }) => [`word/${target}`, bytes])),
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])))
}

const datelineRun = (dateline: string) => element('w:r', {}, element('w:rPr', {}, element('w:rStyle', { 'w:val': datelineStyle.id })),
  element('w:t', { 'xml:space': 'preserve' }, escapedXml(dateline + datelineSeparator(dateline))))

function openingOf(text: Node): number {
  let found = -1
  text.forEach((node, offset) => { if (found < 0 && node.type.name === 'paragraph') found = offset })
  return found
}

type Relation = [id: string, type: string, target: string]
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const relationTypes: Record<string, string> = { core: `${packages}/relationships/metadata/core-properties`, commentsExtended: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended' }

const relations = (given: readonly Relation[]) => xmlFile(element('Relationships', { xmlns: `${packages}/relationships` }, ...given.map(([Id, type, Target]) =>
  element('Relationship', { Id, Type: relationTypes[type] ?? `${office}/${type}`, Target, TargetMode: type === 'hyperlink' ? 'External' : undefined }))))

function linkRelations() {
  const used = new Map<string, string>()
  return {
    relationTo(address: string): string {
      if (!used.has(address)) used.set(address, `rLink${used.size + 1}`)
      return used.get(address)!
    },
    used: () => [...used].map(([address, id]): Relation => [id, 'hyperlink', address]),
  }
}

/** Lists: the numbers of each ordered one begin anew. */
function numberings() {
  const kinds: ('bullet' | 'ordered')[] = []
  const levels = (kind: 'bullet' | 'ordered') => Array.from({ length: 9 }, (_, level) => element('w:lvl', { 'w:ilvl': level },
    element('w:start', { 'w:val': 1 }), element('w:numFmt', { 'w:val': kind === 'bullet' ? 'bullet' : 'decimal' }), element('w:lvlText', { 'w:val': kind === 'bullet' ? '•' : `%${level + 1}.` }),
    element('w:pPr', {}, element('w:ind', { 'w:left': 420 * (level + 1), 'w:hanging': 420 }))))
  return {
    add: (kind: 'bullet' | 'ordered') => kinds.push(kind),
    xml: () => xmlFile(element('w:numbering', wordNamespaces,
      ...kinds.map((kind, index) => element('w:abstractNum', { 'w:abstractNumId': index }, ...levels(kind))),
      ...kinds.map((_, index) => element('w:num', { 'w:numId': index + 1 }, element('w:abstractNumId', { 'w:val': index }))))),
  }
}

const parts = { document: 'document.main', styles: 'styles', numbering: 'numbering', settings: 'settings', comments: 'comments', commentsExtended: 'commentsExtended' }

const contentTypes = (hasHeader: boolean) => xmlFile(element('Types', { xmlns: `${packages}/content-types` },
  element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }), element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
  ...['jpeg', 'png', 'gif', 'tiff'].map(Extension => element('Default', { Extension, ContentType: `image/${Extension}` })),
  ...Object.entries({ ...parts, ...hasHeader && { header: 'header' } }).map(([name, type]) => element('Override', { PartName: `/word/${name}.xml`, ContentType: `application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml` })),
  element('Override', { PartName: '/docProps/core.xml', ContentType: 'application/vnd.openxmlformats-package.core-properties+xml' })))

const coreXml = (title: string, { byline, keywords }: Slip) => xmlFile(element('cp:coreProperties', { 'xmlns:cp': `${packages}/metadata/core-properties`, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
  element('dc:title', {}, escapedXml(title)), element('dc:creator', {}, escapedXml(byline.map(({ name }) => name).join('、'))), element('cp:keywords', {}, escapedXml(keywords.join('、')))))
