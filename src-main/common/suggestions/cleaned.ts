import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceAroundStep, ReplaceStep, Transform, type Step } from '@tiptap/pm/transform'
import { suggestionAttribute, suggestionOf } from '../document/node-suggestion'
import { hasSuggestions, isSuggestion } from './marks'

/** The edit with what it puts in freed of older suggestions (a split copies those of the block it splits). Sizes stay; words marked deleted stay so. */
export function cleaned(tr: Transaction): Transform {
  if (!tr.steps.some(step => bringsSuggestions(step) || isRetyping(step))) return tr
  const transform = new Transform(tr.docs[0]!)
  for (const step of tr.steps) transform.step(cleanedStep(step, transform.doc))
  return transform
}

const bringsSuggestions = (step: Step) => (step instanceof ReplaceStep || step instanceof ReplaceAroundStep) && step.slice.content.content.some(hasSuggestions)

/** Whether a step gives one node another type or attributes: what is suggested about the node stays. */
function isRetyping(step: Step): step is ReplaceAroundStep {
  return step instanceof ReplaceAroundStep && step.insert === 1 && step.slice.size === 2 && step.gapFrom === step.from + 1 && step.gapTo === step.to - 1
}

function retyped(step: ReplaceAroundStep, doc: Node): Step {
  const node = step.slice.content.firstChild!
  const slice = new Slice(Fragment.from(node.type.create({ ...node.attrs, suggestion: suggestionAttribute(suggestionOf(doc.nodeAt(step.from)!)) })), 0, 0)
  return new ReplaceAroundStep(step.from, step.to, step.gapFrom, step.gapTo, slice, step.insert)
}

function cleanedStep(step: Step, doc: Node): Step {
  if (isRetyping(step)) return retyped(step, doc)
  if (!bringsSuggestions(step)) return step
  if (step instanceof ReplaceAroundStep) return new ReplaceAroundStep(step.from, step.to, step.gapFrom, step.gapTo, cleanedSlice(step.slice), step.insert)
  return step instanceof ReplaceStep ? new ReplaceStep(step.from, step.to, cleanedSlice(step.slice)) : step
}

const cleanedSlice = ({ content, openStart, openEnd }: Slice) => new Slice(cleanedContent(content), openStart, openEnd)

/** Words typed in between deleted ones would be deleted, too; words that come within a whole block were marked where they came from. */
function cleanedContent(content: Fragment, isTyped = true): Fragment {
  const nodes: Node[] = []
  content.forEach(node => nodes.push(hasSuggestions(node) ? cleanedNode(node, isTyped) : node))
  return Fragment.fromArray(nodes)
}

function cleanedNode(node: Node, isTyped: boolean): Node {
  if (node.isText) return node.mark(node.marks.filter(mark => !isSuggestion(mark) || (!isTyped && mark.type.name === 'deletion')))
  return node.type.create({ ...node.attrs, suggestion: null }, cleanedContent(node.content, false), node.marks)
}
