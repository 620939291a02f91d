import { element, wordNamespaces, xmlFile } from './xml-text'

interface Look { id: string, name: string, size: number, face: string, align?: 'center' | 'right', isBold?: boolean, indent?: number }

/** Paragraph styles by the node they stand for; names are the newsroom's, and what a returned file is read by. Sizes in points, indents in characters. */
const looks: Record<string, Look> = {
  kicker: { id: 'Kicker', name: '引题', size: 14, face: '楷体', align: 'center' },
  headline: { id: 'Headline', name: '主题', size: 22, face: '黑体', align: 'center', isBold: true },
  subhead: { id: 'Subhead', name: '副题', size: 14, face: '仿宋', align: 'center' },
  paragraph: { id: 'BodyText', name: '正文文字', size: 10.5, face: '宋体', indent: 2 },
  crosshead: { id: 'Crosshead', name: '小标题', size: 12, face: '黑体', isBold: true },
  quotation: { id: 'Quotation', name: '引文', size: 10.5, face: '楷体', indent: 2 },
  cell: { id: 'Cell', name: '表格文字', size: 10.5, face: '宋体' },
  item: { id: 'Item', name: '列表文字', size: 10.5, face: '宋体' },
  caption: { id: 'PictureCaption', name: '图片说明', size: 9, face: '楷体' },
  credit: { id: 'PictureCredit', name: '图片署名', size: 9, face: '楷体', align: 'right' },
  picture: { id: 'Picture', name: '图片', size: 10.5, face: '宋体', align: 'center' },
  rule: { id: 'Rule', name: '分隔线', size: 10.5, face: '宋体' },
}

export const styleIdOf = (name: string): string => (looks[name] ?? looks.paragraph!).id

/** Paragraphs that hold no words of the story. */
export const wordlessStyles: readonly string[] = [looks.picture!.name, looks.rule!.name]
/** The style of the composed dateline, which is no part of the text. */
export const datelineStyle = { id: 'Dateline', name: '电头' } as const

export const stylesXml = (): string => xmlFile(element('w:styles', wordNamespaces, ...Object.values(looks).map(paragraphStyle),
  element('w:style', { 'w:type': 'character', 'w:customStyle': 1, 'w:styleId': datelineStyle.id }, element('w:name', { 'w:val': datelineStyle.name }), element('w:rPr', {}, fonts('黑体')))))

function paragraphStyle({ id, name, size, face, align, isBold, indent }: Look): string {
  const border = id === 'Rule' ? element('w:pBdr', {}, element('w:bottom', { 'w:val': 'single', 'w:sz': 4, 'w:space': 1, 'w:color': 'auto' })) : ''
  return element('w:style', { 'w:type': 'paragraph', 'w:customStyle': 1, 'w:styleId': id },
    element('w:name', { 'w:val': name }), element('w:qFormat'),
    element('w:pPr', {}, border, indent ? element('w:ind', { 'w:firstLineChars': indent * 100, 'w:firstLine': indent * size * 20 }) : '', align ? element('w:jc', { 'w:val': align }) : ''),
    element('w:rPr', {}, fonts(face), isBold ? element('w:b') : '', element('w:sz', { 'w:val': size * 2 })))
}

const fonts = (face: string) => element('w:rFonts', { 'w:ascii': 'Times New Roman', 'w:hAnsi': 'Times New Roman', 'w:eastAsia': face })
