import { DOMParser, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import type { WordBlock, WordComment, WordReturn, WordRevision } from '../../../common/interchange/word-return'
import { AppError } from '../../../common/ipc/errors'
import { datelineStyle, wordlessStyles } from './styles'

const largestPart = 64 * 1024 * 1024

/** The words of a Word file with their revisions, and its comments. Throws `no-word-file` for anything else. */
export function readWordFile(bytes: Uint8Array): WordReturn {
  const parts = partsOf(bytes)
  const main = parts['word/document.xml']
  if (!main) throw new AppError('no-word-file', 'This is no Word file')
  const names = styleNames(parts['word/styles.xml'])
  const reader = bodyReader(names)
  const body = first(parsed(main), 'w:body')
  if (body) reader.read(body)
  return { blocks: reader.blocks, comments: readComments(parts, reader.ranges), styles: reader.styles }
}

function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: ({ name, originalSize }) => /^word\/(document|styles|comments|commentsExtended)\.xml$/.test(name) && originalSize <= largestPart })
  } catch (error) {
    throw new AppError('no-word-file', `This is no Word file: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function parsed(bytes: Uint8Array): Element {
  const text = strFromU8(bytes)
  if (/<!DOCTYPE/i.test(text)) throw new AppError('no-word-file', 'A Word file has no document type')
  try {
    const root = new DOMParser({ onError: (level, message) => { if (level !== 'warning') throw new Error(message) } }).parseFromString(text, 'text/xml').documentElement
    if (root) return root
  } catch (error) {
    throw new AppError('no-word-file', `The Word file is damaged: ${error instanceof Error ? error.message : String(error)}`)
  }
  throw new AppError('no-word-file', 'The Word file is empty')
}

const childrenOf = (node: Element): Element[] => [...node.childNodes].filter((child): child is Element => child.nodeType === 1)
const child = (node: Element | undefined, name: string) => node && childrenOf(node).find(({ nodeName }) => nodeName === name)
const value = (node: Element | undefined, name = 'w:val') => node?.getAttribute(name) ?? ''

function first(node: Element, name: string): Element | undefined {
  return node.nodeName === name ? node : childrenOf(node).map(inner => first(inner, name)).find(Boolean)
}

/** The names of styles by their ids: programs that save the file anew give ids of their own. */
function styleNames(bytes: Uint8Array | undefined): Map<string, string> {
  const styles = bytes ? childrenOf(parsed(bytes)).filter(({ nodeName }) => nodeName === 'w:style') : []
  return new Map(styles.map(style => [value(style, 'w:styleId'), value(child(style, 'w:name'))]))
}

const revisionOf = (node: Element | undefined): WordRevision | undefined => node && { author: value(node, 'w:author'), date: value(node, 'w:date').replace(/(\.\d+)?(Z|[+-]\d\d:\d\d)?$/, 'Z') }

interface Around { inserted?: WordRevision | undefined, deleted?: WordRevision | undefined }
interface Place { block: number, offset: number }

const containers = ['w:hyperlink', 'w:smartTag', 'w:sdt', 'w:sdtContent', 'w:fldSimple']
const insertions = ['w:ins', 'w:moveTo']
const deletions = ['w:del', 'w:moveFrom']

function bodyReader(names: ReadonlyMap<string, string>) {
  const blocks: WordBlock[] = []
  const ranges = new Map<string, { from: Place, to: Place }>()
  const styles: WordRevision[] = []

  function read(parent: Element): void {
    for (const node of childrenOf(parent)) {
      if (node.nodeName === 'w:p') readParagraph(node)
      else if (node.nodeName === 'w:tc' && isContinued(node)) continue
      else if (!node.nodeName.endsWith('Pr')) read(node)
    }
  }

  function readParagraph(paragraph: Element): void {
    const properties = child(paragraph, 'w:pPr')
    const style = value(child(properties, 'w:pStyle'))
    if (wordlessStyles.includes(names.get(style) ?? style)) return
    const marks = child(properties, 'w:rPr')
    const mark = (kinds: string[]) => revisionOf(marks && childrenOf(marks).find(({ nodeName }) => kinds.includes(nodeName)))
    const change = child(properties, 'w:pPrChange')
    if (change) styles.push(revisionOf(change)!)
    const block: WordBlock = { pieces: [], breakInserted: mark(insertions), breakDeleted: mark(deletions) }
    blocks.push(block)
    readInline(paragraph, block, {})
  }

  function readInline(parent: Element, block: WordBlock, around: Around): void {
    for (const node of childrenOf(parent)) {
      if (node.nodeName === 'w:r') readRun(node, block, around)
      else if (insertions.includes(node.nodeName)) readInline(node, block, { ...around, inserted: revisionOf(node) })
      else if (deletions.includes(node.nodeName)) readInline(node, block, { ...around, deleted: revisionOf(node) })
      else if (containers.includes(node.nodeName)) readInline(node, block, around)
      else readEdge(node, block)
    }
  }

  function readEdge(node: Element, block: WordBlock): void {
    const place = { block: blocks.length - 1, offset: block.pieces.reduce((sum, { text }) => sum + text.length, 0) }
    const id = value(node, 'w:id')
    if (node.nodeName === 'w:commentRangeStart') ranges.set(id, { from: place, to: place })
    const range = ranges.get(id)
    if (node.nodeName === 'w:commentRangeEnd' && range) range.to = place
  }

  function readRun(run: Element, block: WordBlock, around: Around): void {
    const properties = child(run, 'w:rPr')
    const style = value(child(properties, 'w:rStyle'))
    if ((names.get(style) ?? style) === datelineStyle.name || style === datelineStyle.id) return
    const text = childrenOf(run).map(wordsOf).join('')
    const change = child(properties, 'w:rPrChange')
    const restyled = change && { by: revisionOf(change)!, before: stylesIn(child(change, 'w:rPr')) }
    if (text !== '') block.pieces.push({ text, styles: stylesIn(properties), restyled, ...around })
  }

  return { blocks, ranges, read, styles }
}

/** The story's styles among the properties of a run. */
function stylesIn(properties: Element | undefined): string[] {
  const [bold, dots, aligned] = ['w:b', 'w:em', 'w:vertAlign'].map(name => child(properties, name))
  return [
    ...bold && !['0', 'false', 'off'].includes(value(bold)) ? ['strong'] : [], ...dots && value(dots) !== 'none' ? ['emphasisDots'] : [],
    ...['subscript', 'superscript'].filter(name => value(aligned) === name),
  ]
}

function wordsOf(node: Element): string {
  if (node.nodeName === 'w:t' || node.nodeName === 'w:delText') return node.textContent ?? ''
  if (node.nodeName === 'w:ruby') return childrenOf(child(node, 'w:rubyBase')!).flatMap(childrenOf).map(wordsOf).join('') // the reading is none of the words
  if (node.nodeName === 'w:br' || node.nodeName === 'w:cr') return value(node, 'w:type') === 'page' ? '' : '\n'
  return node.nodeName === 'w:tab' ? '\t' : node.nodeName === 'w:noBreakHyphen' ? '-' : ''
}

const isContinued = (cell: Element) => {
  const merge = child(child(cell, 'w:tcPr'), 'w:vMerge')
  return merge !== undefined && value(merge) !== 'restart'
}

function readComments(parts: Record<string, Uint8Array>, ranges: ReadonlyMap<string, { from: Place, to: Place }>): WordComment[] {
  const bytes = parts['word/comments.xml']
  if (!bytes) return []
  const parents = parentKeys(parts['word/commentsExtended.xml'])
  const nodes = childrenOf(parsed(bytes)).filter(({ nodeName }) => nodeName === 'w:comment')
  const keys = nodes.map(node => value(childrenOf(node).filter(({ nodeName }) => nodeName === 'w:p').at(-1), 'w14:paraId'))
  return nodes.map((node, index) => {
    const parent = keys.indexOf(parents.get(keys[index]!) ?? '-')
    const text = childrenOf(node).filter(({ nodeName }) => nodeName === 'w:p').map(paragraph => paragraph.textContent ?? '').join('\n')
    return { ...revisionOf(node)!, text, parent: parent < 0 ? null : parent, range: ranges.get(value(node, 'w:id')) ?? null }
  })
}

function parentKeys(bytes: Uint8Array | undefined): Map<string, string> {
  const entries = bytes ? childrenOf(parsed(bytes)) : []
  return new Map(entries.flatMap(node => value(node, 'w15:paraIdParent') ? [[value(node, 'w15:paraId'), value(node, 'w15:paraIdParent')]] : []))
}
