import { wellFormed } from '../story/printable'

export type Namespaces = Readonly<Record<string, string>>

export const basicNamespaces: Namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/', xmp: 'http://ns.adobe.com/xap/1.0/', pdf: 'http://ns.adobe.com/pdf/1.3/',
}
export const pressNamespaces: Namespaces = {
  ...basicNamespaces, xmpMM: 'http://ns.adobe.com/xap/1.0/mm/', photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  pdfx: 'http://ns.adobe.com/pdfx/1.3/', pdfxid: 'http://www.npes.org/pdfx/ns/id/', story: 'urn:qingyang:xmp:story:1:',
}

/** One property; an array is of the given kind, a text in `Alt` is the default language's. Empty: no property. */
export function element(name: string, value: string | string[], kind?: 'Alt' | 'Seq' | 'Bag'): string {
  const values = [value].flat().filter(text => text !== '')
  if (values.length === 0) return ''
  if (!kind) return `<${name}>${escaped(values[0]!)}</${name}>`
  const language = kind === 'Alt' ? ' xml:lang="x-default"' : ''
  return `<${name}><rdf:${kind}>${values.map(text => `<rdf:li${language}>${escaped(text)}</rdf:li>`).join('')}</rdf:${kind}></${name}>`
}

/** An XMP packet (ISO 16684-1) of these properties, with room for other programs to change it in place. */
export function xmpPacket(namespaces: Namespaces, properties: string[]): string {
  const declared = Object.entries(namespaces).map(([prefix, address]) => `xmlns:${prefix}="${address}"`).join(' ')
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${declared}>
${properties.filter(property => property !== '').join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
${`${' '.repeat(99)}\n`.repeat(20)}<?xpacket end="w"?>`
}

/** To the second, in UTC. */
export const xmpDate = (date: Date) => date.toISOString().replace(/\.\d+Z$/, '+00:00')

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** Characters XML 1.0 does not have are left out. */
const escaped = (text: string) => wellFormed(text).replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replace(/[&<>]/g, character => entities[character]!)
