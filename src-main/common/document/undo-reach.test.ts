import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { limitUndo } from './undo-reach'

function peers() {
  const docs = [new Y.Doc(), new Y.Doc()] as const
  for (const [index, doc] of docs.entries()) doc.on('update', (update: Uint8Array, origin: unknown) => { if (origin !== 'other') Y.applyUpdate(docs[1 - index]!, update, 'other') })
  const [own, other] = docs.map(doc => doc.getXmlFragment('text')) as [Y.XmlFragment, Y.XmlFragment]
  own.insert(0, ['一', '二'].map(paragraph))
  const history = new Y.UndoManager(own, { captureTimeout: 0 })
  const end = limitUndo(history)
  const type = (text: Y.XmlFragment, index: number, at: number, words: string) => ((text.get(index) as Y.XmlElement).get(0) as Y.XmlText).insert(at, words)
  return { own, other, history, end, type }
}

function paragraph(words: string) {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  return element
}

it('takes back one’s last step, and what was done in another block, while somebody else writes', () => {
  const { own, other, history, type } = peers()
  type(own, 0, 1, '甲')
  type(other, 1, 1, '乙')
  history.undo()
  expect(own.toString()).toBe('<paragraph>一</paragraph><paragraph>二乙</paragraph>')
  type(other, 1, 0, '又')
  history.redo()
  expect(own.toString()).toBe('<paragraph>一甲</paragraph><paragraph>又二乙</paragraph>')
})

it('reaches back to where somebody else wrote into the same words, however they came about', () => {
  const { own, other, history, type } = peers()
  type(own, 0, 1, '甲甲')
  history.undo()
  history.redo()
  type(own, 1, 0, '前')
  type(other, 0, 2, '乙')
  history.undo()
  history.undo()
  expect(own.toString()).toBe('<paragraph>一甲乙甲</paragraph><paragraph>二</paragraph>')
  type(other, 1, 0, '又')
  history.redo()
  expect(own.toString()).toBe('<paragraph>一甲乙甲</paragraph><paragraph>又二</paragraph>')
})

it('keeps a block in which somebody else wrote', () => {
  const { own, other, history, type } = peers()
  own.insert(2, [paragraph('三')])
  own.delete(2, 1)
  history.undo()
  type(other, 2, 1, '乙')
  history.undo()
  expect(own.toString()).toContain('三乙')
})

it('is without limit once it is ended', () => {
  const { own, other, history, end, type } = peers()
  end()
  type(own, 0, 1, '甲')
  type(other, 0, 1, '乙')
  history.undo()
  expect(own.toString()).not.toContain('甲')
})
