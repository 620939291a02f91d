import { restoreReadings } from './readings'
import { restoreWordLists } from './word-lists'

const dropped = [
  'script', 'style', 'meta', 'link', 'title', 'xml', 'img', 'picture', 'svg', 'video', 'audio', 'iframe', 'object', 'button', 'input', 'select', 'textarea', 'template', 'noscript',
  'del', '.msoDel', '.MsoCommentReference', 'a.msocomanchor', '[style*="mso-element:comment"]', '[style*="mso-element: comment"]', '[hidden]', '[aria-hidden="true"]',
].join()
const emphasised = /(text-emphasi[sz]e?(-style)?|font-emphasi[sz]e|mso-text-emphasis)\s*:[^;]*(dot|circle|sesame)/i
const hidden = /(display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden)/i
const bold = /(?<![-\w])font-weight\s*:\s*(bold|[6-9]00)/i
const han = '[\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFF00-\\uFFEF\\u3000-\\u303F“”‘’—…]'
const breakInChinese = new RegExp(`(?<=${han})[ \\t]*[\\r\\n]+[ \\t\\r\\n]*(?=${han})`, 'g')

/**
 * Pasted HTML (Word, WPS, web pages) with its structure and without its styling: headings, lists, tables, bold, emphasis dots and readings stay;
 * classes, styles, comments, pictures from the network, tracked deletions and empty paragraphs go.
 */
export function cleanHtml(html: string): string {
  if (/data-pm-slice/.test(html)) return html // from an editor like ours: nothing to clean
  const { body } = new DOMParser().parseFromString(withoutConditionals(html), 'text/html')
  removeHidden(body)
  restoreWordLists(body)
  restoreReadings(body)
  keepMeaningOfStyles(body)
  unwrapLayoutTables(body)
  headingsToCrossheads(body)
  breaksToParagraphs(body)
  cleanText(body)
  removeEmpty(body)
  body.querySelectorAll('*').forEach(removeAttributes)
  return body.innerHTML
}

/** Word's `<!--[if …]>` and `<![if …]>`: the first are whole comments, of the second only the brackets go. */
function withoutConditionals(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[[^\]>]*\]>/g, '').replace(/<\/?o:p[^>]*>/gi, '')
}

function removeHidden(root: Element) {
  root.querySelectorAll(dropped).forEach(element => element.remove())
  root.querySelectorAll('[style]').forEach(element => { if (hidden.test(styleOf(element))) element.remove() })
}

const styleOf = (element: Element) => element.getAttribute('style') ?? ''

function keepMeaningOfStyles(root: Element) {
  for (const element of root.querySelectorAll('span, font, p, td, th')) {
    if (emphasised.test(styleOf(element))) wrapContent(element, 'em', 'data-emphasis-dots')
    if (bold.test(styleOf(element)) && element.localName !== 'p') wrapContent(element, 'strong')
  }
  root.querySelectorAll('b').forEach(element => { if (/(?<![-\w])font-weight\s*:\s*(normal|400)/i.test(styleOf(element))) element.replaceWith(...element.childNodes) })
}

function wrapContent(element: Element, tag: string, attribute?: string) {
  const wrapper = element.ownerDocument.createElement(tag)
  if (attribute) wrapper.setAttribute(attribute, '')
  wrapper.append(...element.childNodes)
  element.append(wrapper)
}

/** A table of one cell only places something on a page. */
function unwrapLayoutTables(root: Element) {
  for (const table of [...root.querySelectorAll('table')].reverse()) {
    const cells = table.querySelectorAll('td, th')
    if (cells.length === 1 || table.querySelector('table')) table.replaceWith(...[...cells].flatMap(cell => [...cell.childNodes, root.ownerDocument.createElement('br')]))
  }
}

function headingsToCrossheads(root: Element) {
  for (const heading of root.querySelectorAll('h1, p.MsoTitle')) rename(heading, 'h2')
}

function rename(element: Element, tag: string): Element {
  const renamed = element.ownerDocument.createElement(tag)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
  return renamed
}

/** Two line ends in a row stand for a new paragraph. */
function breaksToParagraphs(root: Element) {
  for (const element of root.querySelectorAll('p, div, td, li')) {
    const html = element.innerHTML
    if (/<br[^>]*>\s*<br/i.test(html) && !element.querySelector('p, div, table, ul, ol, h2')) element.innerHTML = html.split(/(?:<br[^>]*>\s*){2,}/i).map(part => `<p>${part}</p>`).join('')
  }
  for (const nested of root.querySelectorAll('p > p')) nested.parentElement!.replaceWith(...nested.parentElement!.childNodes)
}

function cleanText(root: Element) {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    node.textContent = node.textContent!.replace(breakInChinese, '').replace(/\u00A0/g, ' ')
  }
  for (const block of root.querySelectorAll('p, div, h2, h3, h4, h5, h6, li, td, th')) trimIndent(block)
}

/** The two spaces that open a Chinese paragraph are the page's affair, not the text's. */
function trimIndent(block: Element) {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    node.textContent = node.textContent!.replace(/^[\s\u3000]+/, '')
    if (node.textContent) return
  }
}

function removeEmpty(root: Element) {
  for (const element of [...root.querySelectorAll('p, h2, h3, h4, h5, h6, span, li, ul, ol, blockquote, div, em, strong')].reverse()) {
    if (!element.textContent!.trim() && !element.querySelector('td, th, hr')) element.remove()
  }
}

const keptAttributes = new Set(['href', 'colspan', 'rowspan', 'start', 'data-emphasis-dots', 'data-reading', 'data-part'])

function removeAttributes(element: Element) {
  for (const { name } of [...element.attributes]) if (!keptAttributes.has(name)) element.removeAttribute(name)
}
