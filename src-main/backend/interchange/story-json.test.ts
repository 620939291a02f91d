import { expect, it } from 'vitest'
import { schema } from '../../common/document/schema'
import { storyDoc } from '../../common/document/story-doc'
import type { StoryId } from '../../common/story/story'
import { storyJson } from './story-json'

const line = (type: string, text: string) => schema.node(type, null, text === '' ? [] : [schema.text(text)])
const cell = (text: string) => schema.node('tableCell', null, [line('paragraph', text)])
const item = (text: string) => schema.node('listItem', null, [line('paragraph', text)])

it('prints every kind of block, without the composed dateline', () => {
  const text = schema.node('doc', null, [
    line('headline', '标题'), line('paragraph', '正文。'), line('paragraph', ''), line('crosshead', '小标题'),
    schema.node('quotation', null, [line('paragraph', '引一'), line('paragraph', '引二')]),
    schema.node('bulletList', null, [item('甲'), item('乙')]),
    schema.node('table', null, [schema.node('tableRow', null, [cell('一'), cell('二')])]),
    schema.node('figure', { picture: 'abc' }, [line('caption', '说明'), line('credit', '摄影')]),
    schema.node('rule'),
  ])
  const story = storyJson('id' as StoryId, storyDoc(text, { agency: '临江日报', dispatch: '讯' }), { dropped: [{ text: '打印', reason: 'furniture' }], warnings: [] })
  expect(story).toMatchObject({ id: 'id', dateline: '临江日报讯', deck: [{ type: 'headline', text: '标题' }], dropped: [{ text: '打印', reason: 'furniture' }] })
  expect(story.body).toEqual([
    { type: 'paragraph', text: '正文。' }, { type: 'crosshead', text: '小标题' }, { type: 'quotation', text: '引一' }, { type: 'quotation', text: '引二' },
    { type: 'listItem', text: '甲' }, { type: 'listItem', text: '乙' }, { type: 'tableRow', text: '一\t二' }, { type: 'figure', text: '说明\n摄影' }, { type: 'rule', text: '' },
  ])
})
