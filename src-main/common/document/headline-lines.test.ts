import { Transform } from '@tiptap/pm/transform'
import { describe, expect, it } from 'vitest'
import { breakHeadline, headlineLinesOf } from './headline-lines'
import { schema } from './schema'

const line = (type: string, text: string, marked = '') =>
  schema.node(type, null, [...text === '' ? [] : [schema.text(text)], ...marked === '' ? [] : [schema.text(marked, [schema.mark('emphasisDots')])]])

function broken(lines: string[], wanted: string[]): string[] | false {
  const tr = new Transform(schema.node('doc', null, [line('kicker', '引题'), ...lines.map(text => line('headline', text)), line('paragraph', '正文')]))
  return breakHeadline(tr, wanted) && headlineLinesOf(tr.doc)
}

describe('breaking a headline anew', () => {
  it.each([
    [['临江大桥通车市民参观'], ['临江大桥通车', '市民参观']],
    [['临江大桥', '通车市民参观'], ['临江大桥通车', '市民参观']],
    [['临江大桥通车', '市民参观'], ['临江大桥通车市民参观']],
    [['临江大桥通车', '市民参观'], ['临江大桥通车　市民参观']],
    [['临江大桥通车　市民参观'], ['临江大桥通车', '市民参观']],
    [['临江', '大桥', '通车'], ['临江大桥通车']],
  ])('%j → %j', (lines, wanted) => { expect(broken(lines, wanted)).toEqual(wanted) })

  it('keeps styles', () => {
    const tr = new Transform(schema.node('doc', null, [line('headline', '临江大桥', '通车'), line('headline', '市民参观')]))
    expect(breakHeadline(tr, ['临江大桥通', '车市民参观'])).toBe(true)
    expect(tr.doc.children.map(child => child.children.map(({ text, marks }) => [text, marks.length]))).toEqual([[['临江大桥', 0], ['通', 1]], [['车', 1], ['市民参观', 0]]])
  })

  it('refuses other words', () => { expect(broken(['临江大桥通车'], ['临江大桥', '开通'])).toBe(false) })
})
