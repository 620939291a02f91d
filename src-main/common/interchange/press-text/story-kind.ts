import type { StoryKind } from '../../document/slip'

const meeting = /(会议|座谈会|交流会|推进会|动员会|调度会|部署会|例会|常委会|全委会|全会|大会|联席会|研讨会|恳谈会|茶话会|表彰会|总结会|汇报会|工作会|现场会|务虚会|民主生活会|视频会)/
const namedMeeting = /召开[^，。]{2,30}(?<!发布|运动|博览|音乐|晚|展览|交易|展销|演唱|招聘)会([，。；！]|$)/
const holding = /(召开|举行|主持|出席|闭幕|开幕|列席)/

/** A meeting report says in its deck or opening sentence that a meeting was held or chaired; a commentator's text is a commentary. */
export function storyKind(deck: readonly string[], opening: string, byline: readonly string[]): StoryKind {
  if (byline.some(name => name.includes('评论员')) || deck.some(line => /^(社论|.{0,4}评论|.{0,4}时评|短评)[：:丨|]/.test(line))) return 'commentary'
  const sentence = opening.slice(0, 160).split('。')[0] ?? ''
  return [...deck, sentence].some(line => meeting.test(line) && holding.test(line) || namedMeeting.test(line)) ? 'meeting-report' : 'news'
}
