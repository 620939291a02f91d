import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { storyDoc, textFragment } from '../document/story-doc'
import { characters, keyOf } from './pieces'
import type { Origins } from './text-of-pieces'
import { worded } from './turns'

type Parent = Y.XmlFragment | Y.XmlElement

/** Makes a document's text the wanted one. What stays the same piece stays the same element or character; everything else is made anew. */
export function writeByPieces(doc: Y.Doc, wanted: Node, origins: Origins): void {
  doc.transact(() => writeChildren(textFragment(doc), wanted, textFragment(storyDoc(wanted)), origins))
}

/** `model` is what the binding makes of `wanted`: elements and marks are copied from it. */
function writeChildren(parent: Parent, wanted: Node, model: Parent, origins: Origins): void {
  const keys = wanted.children.map(child => origins.pieces.get(child)?.key)
  const stays = (child: unknown): child is Y.XmlElement => {
    const index = child instanceof Y.XmlElement ? keys.indexOf(keyOf(child._item!.id)) : -1
    return index >= 0 && (child as Y.XmlElement).nodeName === wanted.child(index).type.name
  }
  for (let index = parent.length - 1; index >= 0; index--) if (!stays(parent.get(index))) parent.delete(index, 1)
  model.toArray().forEach((made, index) => {
    const there = index < parent.length ? parent.get(index) as Y.XmlElement : undefined
    if (there && keyOf(there._item!.id) === keys[index]) writeElement(there, wanted.child(index), made as Y.XmlElement, origins)
    else parent.insert(index, [(made as Y.XmlElement).clone()])
  })
  if (parent.length > model.length) parent.delete(model.length, parent.length - model.length)
}

function writeElement(element: Y.XmlElement, wanted: Node, model: Y.XmlElement, origins: Origins): void {
  const [is, should] = [element, model].map(each => each.getAttributes() as Record<string, unknown>) as [Record<string, unknown>, Record<string, unknown>]
  for (const name of Object.keys(is)) if (!(name in should)) element.removeAttribute(name)
  for (const [name, value] of Object.entries(should)) if (worded(value) !== worded(is[name])) element.setAttribute(name, value as string)
  if (wanted.isTextblock) writeWords(element, model, origins.words.get(wanted)?.map(({ key }) => key) ?? [])
  else writeChildren(element, wanted, model, origins)
}

/** Words between line breaks are kept only where no break comes or goes. */
function writeWords(block: Y.XmlElement, model: Y.XmlElement, keys: string[]): void {
  const [texts, made] = [block, model].map(each => each.toArray()) as [unknown[], unknown[]]
  if (texts.length === 1 && made.length === 1 && texts[0] instanceof Y.XmlText && made[0] instanceof Y.XmlText) return writeText(texts[0], made[0], keys)
  block.delete(0, block.length)
  block.insert(0, model.toArray().map(child => (child as Y.XmlElement | Y.XmlText).clone()))
}

type Attributes = Record<string, unknown>
interface Change { retain?: number, insert?: string, delete?: number, attributes?: Attributes }

function writeText(text: Y.XmlText, model: Y.XmlText, keys: string[]): void {
  const there = characters(text)
  const places = new Map(there.map(({ key }, index) => [key, index]))
  const none = Object.fromEntries((text.toDelta() as Change[]).flatMap(({ attributes }) => Object.keys(attributes ?? {})).map(name => [name, null]))
  const changes: Change[] = []
  let next = 0
  const wanted = (model.toDelta() as Change[]).flatMap(({ insert = '', attributes }) => [...insert].map(character => ({ character, attributes })))
  wanted.forEach(({ character, attributes }, index) => {
    const place = places.get(keys[index]!) ?? -1
    if (place < next) return changes.push({ insert: character, attributes: { ...none, ...attributes } })
    for (; next < place; next++) changes.push({ delete: there[next]!.text.length })
    next++
    return changes.push({ retain: character.length, attributes: { ...none, ...attributes } })
  })
  for (; next < there.length; next++) changes.push({ delete: there[next]!.text.length })
  text.applyDelta(changes)
}
