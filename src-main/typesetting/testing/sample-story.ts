import { schema } from '../../common/document/schema'
import { emptySlip, type Slip } from '../../common/document/slip'
import type { PrintJob } from '../../common/ipc/typesetter-contract'

const sentences = [
  '11月18日下午，临江市召开县（区）工作交流会，总结前三季度工作，研究部署四季度重点任务。',
  '会议强调，县域是全市经济发展的重要支撑，要坚定信心、保持定力，以“季季有进展”确保“全年有成效”。',
  '会议指出，今年前十个月，全市规模以上工业增加值同比增长6.8%，新开工项目214个，投资完成年度计划的92.5%。',
  '各县（区）要加强经济运行分析，善于从主要数据中发现问题、把握规律——既看总量，也看结构；既看当前，也看长远。',
  '会议要求，要大抓项目、大抓招商、大抓服务，推动更多重点工程落地；要优化办事流程，让企业“少跑腿、好办事”。',
  '与会同志认为，差距在县域，潜力也在县域，必须改进作风、压实责任，做到“件件有着落、事事有回音”。',
  '要统筹发展和安全，扎实做好安全生产、防汛抗旱、社会治安等工作，切实维护群众利益……',
  '《临江市县域经济发展三年行动方案》提出，到后年，全市建成12个特色产业园，新增就业3.6万人。',
]

/** A paragraph of invented sentences, different for each number. */
export const sampleParagraph = (number: number) =>
  Array.from({ length: 2 + number % 3 }, (_, index) => sentences[(number * 3 + index * 5) % sentences.length]).join('')

export const sampleSlip: Slip = {
  ...emptySlip, shortTitle: '临江市召开县（区）工作交流会', kind: 'meeting-report', source: '临江日报', agency: '临江日报', dispatch: '讯',
  byline: [{ role: 'reporter', name: '江一帆' }, { role: 'reporter', name: '陆遥' }, { role: 'correspondent', name: '沈青禾' }],
  editor: 'LJ017', section: '要闻', page: 'A01', publishedAt: '2026-11-18T21:30:00',
}

export const line = (type: string, text: string) => schema.node(type, null, text === '' ? [] : [schema.text(text)])

const deck = [
  line('kicker', '临江市召开县（区）工作交流会'), line('headline', '鼓足干劲抓落实'), line('headline', '确保全年交出“满意答卷”'), line('subhead', '周明远主持并讲话　林若溪出席'),
]

/** An invented meeting report; nine paragraphs are about 1,100 characters, twelve 1,500. */
export const sampleText = (paragraphs = 9) =>
  schema.node('doc', null, [...deck, ...Array.from({ length: paragraphs }, (_, index) => line('paragraph', sampleParagraph(index)))])

export const sampleJob = (change: Partial<PrintJob> = {}): PrintJob =>
  ({ text: sampleText().toJSON(), slip: sampleSlip, template: 'slot', slot: { columns: 4, lines: 46, characters: 13 }, pictures: {}, ...change })
