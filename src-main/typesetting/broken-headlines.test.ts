import { expect, it } from 'vitest'
import { schema } from '../common/document/schema'
import { realTypesetter } from './testing/real-typesetter'
import { line, sampleJob, sampleParagraph } from './testing/sample-story'

const typesetter = realTypesetter()
const fitOf = async (headlines: string[], characters: number, template = 'slot') => (await typesetter.fit(sampleJob({
  template, slot: { columns: 1, lines: 60, characters },
  text: schema.node('doc', null, [...headlines.map(text => line('headline', text)), line('paragraph', sampleParagraph(1))]).toJSON(),
}))).fit

it('tells which headline lines no size sets in one line', async () => {
  const long = '临江市召开重点项目建设推进会部署四季度工作'
  expect((await fitOf(['临江市开会', long], 13)).brokenHeadlines).toEqual([2])
  expect((await fitOf(['临江市开会', long], 40)).brokenHeadlines).toEqual([])
  expect((await fitOf([long.repeat(4)], 13, 'story-a4')).brokenHeadlines).toEqual([1])
})
