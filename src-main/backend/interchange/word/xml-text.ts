type Attributes = Readonly<Record<string, string | number | undefined>>

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

/** Text as XML 1.0 takes it; characters it forbids are left out. */
export const escapedXml = (text: string) => text.replace(forbidden, '').replace(/[&<>"]/g, character => entities[character]!)

/** An element with content that is XML already; attributes without a value are left out. */
export function element(name: string, attributes: Attributes = {}, ...content: string[]): string {
  const given = Object.entries(attributes).flatMap(([key, value]) => value === undefined ? [] : [` ${key}="${escapedXml(String(value))}"`]).join('')
  const inside = content.join('')
  return inside === '' ? `<${name}${given}/>` : `<${name}${given}>${inside}</${name}>`
}

export const xmlFile = (root: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`

export const wordNamespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:w14': 'http://schemas.microsoft.com/office/word/2010/wordml',
  'xmlns:w15': 'http://schemas.microsoft.com/office/word/2012/wordml',
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'mc:Ignorable': 'w14 w15',
} as const
