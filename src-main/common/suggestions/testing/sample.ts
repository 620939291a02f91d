import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { schema } from '../../document/schema'
import { randomText, type Random } from './random'

/** A story of every kind of node, with a few styles; `words` makes its text. */
export function randomStory(random: Random, words: (random: Random, most?: number) => string = randomText): Node {
  const text = (most = 12) => random.chance(0.1) ? [] : [schema.text(words(random, most)), ...random.chance(0.3) ? [schema.text(words(random), [schema.mark(random.one(['strong', 'emphasisDots']))])] : []]
  const block = (type: string) => schema.node(type, null, text())
  const paragraph = () => schema.node('paragraph', null, random.chance(0.1) ? [...text(), schema.node('lineBreak'), ...text()] : text())
  const makers: (() => Node)[] = [
    paragraph, paragraph, paragraph, paragraph, () => block('crosshead'), () => schema.node('rule'),
    () => schema.node('bulletList', null, [1, 2].map(() => schema.node('listItem', null, [block('paragraph')]))),
    () => schema.node('quotation', null, [paragraph(), paragraph()]),
    () => schema.node('table', null, [1, 2].map(() => schema.node('tableRow', null, [1, 2].map(() => schema.node('tableCell', null, [block('paragraph')]))))),
    () => schema.node('figure', { picture: 'a', width: 4, height: 3 }, [block('caption'), block('credit')]),
  ]
  const body = Array.from({ length: 2 + random.below(5) }, () => random.one(makers)())
  return schema.node('doc', null, [...random.chance(0.3) ? [block('kicker')] : [], block('headline'), ...random.chance(0.3) ? [block('subhead')] : [], paragraph(), ...body, paragraph()])
}

/** The story with a comment's mark over some of its words. */
export function commented(story: Node, random: Random, id = 'c'): Node {
  const [from, to] = [random.below(story.content.size), random.below(story.content.size)]
  return new Transform(story).addMark(Math.min(from, to), Math.max(from, to), schema.mark('comment', { id })).doc
}
