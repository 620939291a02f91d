import { PDFName, type PDFDocument } from '@cantoo/pdf-lib'

export interface PdfMetadata { title: string, authors: string[], subject: string, date: Date }

const creator = 'Qingyang 清样'
const producer = 'Typst 0.14.2, pdf-lib'

/** Title, authors, subject and makers, the same in the Info dictionary and in XMP. */
export function addMetadata(document: PDFDocument, { title, authors, subject, date }: PdfMetadata) {
  document.setTitle(title, { showInWindowTitleBar: true })
  document.setAuthor(authors.join('、'))
  document.setSubject(subject)
  document.setCreator(creator)
  document.setProducer(producer)
  document.setCreationDate(date)
  document.setModificationDate(date)
  document.setLanguage('zh-CN')
  const xmp = new TextEncoder().encode(xmpPacket({ title, authors, subject, date }))
  const stream = document.context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })
  document.catalog.set(PDFName.of('Metadata'), document.context.register(stream))
}

function xmpPacket({ title, authors, subject, date }: PdfMetadata): string {
  const time = date.toISOString().replace(/\.\d+Z$/, '+00:00')
  const alternatives = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format><dc:title>${alternatives(title)}</dc:title>
<dc:creator><rdf:Seq>${authors.map(author => `<rdf:li>${escaped(author)}</rdf:li>`).join('')}</rdf:Seq></dc:creator>
<dc:description>${alternatives(subject)}</dc:description>
<xmp:CreatorTool>${creator}</xmp:CreatorTool><xmp:CreateDate>${time}</xmp:CreateDate><xmp:ModifyDate>${time}</xmp:ModifyDate>
<pdf:Producer>${producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => text.replace(/[&<>]/g, character => entities[character]!)
