/** A list number that is read aloud as words of the text: 一、 （二） 第三. It stays text; only plain numbers and bullets make lists. */
const chineseNumber = /^[（(]?第?[一二三四五六七八九十百]+/

export type ListMarker = { type: 'bulletList' | 'orderedList' } | { type: 'text', text: string }

/** What kind of list a marker of Word or WPS stands for. */
export function listMarker(marker: string): ListMarker {
  const text = marker.replace(/[\s\u00A0]+/g, '')
  if (chineseNumber.test(text)) return { type: 'text', text }
  return { type: /^[（(]?([0-9０-９]+|[a-zA-Z]{1,4})[.．、)）]?$/.test(text) && !/^[oO]$/.test(text) ? 'orderedList' : 'bulletList' }
}

const isListParagraph = (element: Element) => /mso-list\s*:\s*l\d/i.test(element.getAttribute('style') ?? '')

/** Word and WPS write a list as paragraphs with a marker in front: makes lists of them again. */
export function restoreWordLists(root: Element): void {
  for (const paragraph of [...root.querySelectorAll('p, h1, h2, h3, h4, h5, h6')].filter(isListParagraph)) {
    const marker = takeMarker(paragraph)
    if (marker.type === 'text') paragraph.prepend(marker.text)
    else intoList(paragraph, marker.type === 'orderedList' ? 'ol' : 'ul')
  }
}

function takeMarker(paragraph: Element): ListMarker {
  const marker = [...paragraph.querySelectorAll('span')].find(span => /mso-list\s*:\s*ignore/i.test(span.getAttribute('style') ?? ''))
  const text = marker?.textContent ?? ''
  marker?.remove()
  return listMarker(text)
}

function intoList(paragraph: Element, tag: 'ol' | 'ul') {
  const document = paragraph.ownerDocument
  const before = paragraph.previousElementSibling
  const list = before?.localName === tag && before.hasAttribute('data-word-list') ? before : document.createElement(tag)
  if (list !== before) {
    list.setAttribute('data-word-list', '')
    paragraph.before(list)
  }
  const item = list.appendChild(document.createElement('li'))
  item.append(paragraph)
}
