import { cleanReading } from '../../../src-main/common/document/ruby'

/**
 * Readings of web pages and Word, <ruby>临<rp>(</rp><rt>lín</rt><rp>)</rp>江<rt>jiāng</rt></ruby>, as the story keeps them: each reading on a <ruby> of the words
 * before it. Words without a reading, and what stands in brackets for programs that know none, become plain text or go.
 */
export function restoreReadings(root: Element) {
  for (const ruby of root.querySelectorAll('ruby')) {
    const pieces: Node[] = []
    let [words, part] = ['', 0]
    const isEach = ruby.querySelectorAll('rt').length > 1
    for (const node of leaves(ruby)) {
      if (!(node instanceof Element)) words += node.textContent ?? ''
      else if (words.trim() !== '') {
        pieces.push(withReading(ruby.ownerDocument, words, node.textContent ?? '', isEach ? part++ : null))
        words = ''
      }
    }
    ruby.replaceWith(...pieces, ruby.ownerDocument.createTextNode(words))
  }
}

/** Texts and <rt> elements in order, whatever stands around them. */
function leaves(element: Element): Node[] {
  return [...element.childNodes].flatMap(node => {
    if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? [node] : []
    return node.localName === 'rp' ? [] : node.localName === 'rt' ? [node] : leaves(node)
  })
}

function withReading(document: Document, words: string, reading: string, part: number | null): Node {
  const text = words.trim()
  const kept = cleanReading(reading)
  if (kept === '') return document.createTextNode(text)
  const ruby = document.createElement('ruby')
  ruby.setAttribute('data-reading', kept)
  if (part !== null) ruby.setAttribute('data-part', String(part))
  ruby.textContent = text
  return ruby
}
