import type { Node } from '@tiptap/pm/model'
import sharp from 'sharp'
import { schema } from '../../common/document/schema'
import type { Slip } from '../../common/document/slip'
import type { PageJob, PlacedStory, PrintJob } from '../../common/ipc/typesetter-contract'
import { builtInFormats } from '../../common/print/page-format'
import { slotOf, type Place } from '../../common/print/slot'
import { firstProof, proofread, secondProof, thirdProof } from './marked-text'
import { line, sampleJob, sampleParagraph, sampleSlip } from './sample-story'

/** An invented bridge in the mist, in grays and two colours; large areas keep its copies small. */
const bridge = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="560"><defs><linearGradient id="s" x2="0" y2="1"><stop offset="0" stop-color="#8fb3c9"/><stop offset="1" stop-color="#f1e3cf"/></linearGradient></defs>
<rect width="900" height="560" fill="url(#s)"/><path d="M0 330L140 210L260 300L420 170L600 310L740 220L900 320V400H0Z" fill="#7d93a0"/><rect y="395" width="900" height="165" fill="#5d7d8f"/>
<path d="M40 395Q250 230 450 395Q650 230 860 395" fill="none" stroke="#8d2f2a" stroke-width="14"/><path d="M0 395H900" stroke="#3c3c3c" stroke-width="16"/><path d="M120 395V322M250 395V312M380 395V345M520 395V345M650 395V312M780 395V322" stroke="#8d2f2a" stroke-width="6"/></svg>`

/** Writes the picture of the reference pages. */
export const writeReferencePicture = (file: string) => sharp(Buffer.from(bridge)).jpeg({ quality: 80 }).toFile(file)

const paragraphs = (first: number, count: number) => Array.from({ length: count }, (_, index) => line('paragraph', sampleParagraph(first + index)))
const item = (...content: Node[]) => schema.node('listItem', null, content)
const bullets = (...texts: string[]) => schema.node('bulletList', null, texts.map(text => item(line('paragraph', text))))
const figure = schema.node('figure', { picture: 'bridge', width: 900, height: 560 }, [line('caption', '清晨的临江大桥。大桥今年九月通车，两岸往来由四十分钟缩短到五分钟。'), line('credit', '江一帆 摄')])
const marked = (name: string, text: string) => schema.text(text, [schema.mark(name)])
const cell = (type: string) => (text: string) => schema.node(type, null, [line('paragraph', text)])
const row = (type: string, ...texts: string[]) => schema.node('tableRow', null, texts.map(cell(type)))

const doc = (...content: Node[]) => schema.node('doc', null, content).toJSON() as unknown
const deck = (kicker: string, headlines: string[], subhead = '') =>
  [...kicker ? [line('kicker', kicker)] : [], ...headlines.map(text => line('headline', text)), ...subhead ? [line('subhead', subhead)] : []]

const leadDeck = deck('临江大桥通车两个月', ['一桥飞架两岸通', '百里江滩变通途'], '日均车流三万辆　沿线新开企业四十一家')
const leadText = (length: number) =>
  doc(...leadDeck, ...paragraphs(0, 3), figure, ...paragraphs(3, 2), line('crosshead', '车流带来客流'), ...paragraphs(5, 4), line('crosshead', '一江两岸同城'), ...paragraphs(9, length - 9))

const meetingText = doc(
  ...deck('临江市召开县（区）工作交流会', ['鼓足干劲抓落实', '确保全年交出“满意答卷”'], '周明远主持并讲话　林若溪出席'), ...paragraphs(0, 4),
  line('crosshead', '出席会议的有'), bullets('市委书记、市人大常委会主任　周明远', '市委副书记、市长　林若溪', '市委常委、常务副市长　沈青禾', '各县（区）委书记、县（区）长，市直有关单位主要负责人'),
  ...paragraphs(4, 5),
)

const commentaryText = doc(
  ...deck('', ['把“群众说好”当作第一标准']), line('paragraph', '一座桥、一条路，好不好，群众最有发言权。“桥通了，菜当天就能进城”，江北种菜的人这样说。'), ...paragraphs(1, 3),
  line('crosshead', '好不好，走一走就知道'), schema.node('quotation', null, [line('paragraph', '治政之要在于安民，安民之道在于察其疾苦。')]),
  schema.node('paragraph', null, [schema.text('这里说的'), marked('emphasisDots', '察其疾苦'), schema.text('，贵在一个“'), marked('strong', '察'), schema.text('”字：听得见的，要答复；听不见的，要去问。')]), ...paragraphs(5, 3),
)

const read = (text: string, reading: string, part: number) => schema.text(text, [schema.mark('ruby', { reading, part })])
const briefText = doc(
  ...deck('', ['临江图书馆新馆开放', '首日接待读者六千人次']),
  schema.node('paragraph', null, [schema.text('新馆在'), read('枞', 'zōng', 0), read('阳', 'yáng', 1), schema.text('路开放，设“生僻字角”：'), read('龘', 'dá', 0), schema.text('、'), read('亳', 'bó', 0), schema.text('怎么读，一看便知。')]), ...paragraphs(2, 1),
)

const everyBlock = doc(
  ...deck('临江市公布十月经济数据', ['工业投资双双走高'], '新开工项目二百一十四个'), ...paragraphs(0, 2), line('crosshead', '主要指标'),
  schema.node('table', null, [row('tableHeader', '指标', '十月', '同比'), row('tableCell', '工业增加值', '126.4亿', '6.8%'), row('tableCell', '投资', '88.1亿', '12.5%'), row('tableCell', '进出口', '41.7亿', '3.2%')]),
  ...paragraphs(2, 1), schema.node('orderedList', { start: 1 }, ['抓项目，开工一批、投产一批；', '抓招商，签约一批、落地一批；', '抓服务，帮办一批、办成一批。'].map(text => item(line('paragraph', text)))),
  schema.node('quotation', null, [line('paragraph', '“差距在县域，潜力也在县域。”')]), schema.node('rule'), ...paragraphs(4, 5), figure, ...paragraphs(9, 2),
)

const signatures = ['初审', '复审', '终审', '一校', '二校', '三校'].map((stage, index) =>
  ({ stage, person: ['李审', '何审', '罗审', '钱校', '', ''][index]!, at: index < 4 ? `2026-11-18 2${index}:10` : '', opinion: index === 0 ? '事实清楚，同意送复审' : '' }))

const slip = (change: Partial<Slip>): Slip => ({ ...sampleSlip, shortTitle: '', ...change })
const job = (template: string, text: unknown, change: Partial<PrintJob> = {}): PrintJob => sampleJob({ template, text, slip: slip({}), ...change })

const broadsheet = builtInFormats[0]!
function placed(template: PlacedStory['template'], text: unknown, change: Partial<Place>): PlacedStory {
  const place: Place = { format: broadsheet.id, firstColumn: 0, columns: 5, firstLine: 0, lines: 60, broken: 3, remainder: 'wider-column', ...change }
  return { text, slip: slip({}), place, slot: slotOf(place, broadsheet), template, fitting: { headlineScale: 100, isBalanced: true } }
}

/** A page of five stories under the line at its head. */
export const referencePage = (pictures: PrintJob['pictures']): PageJob => ({
  template: 'page', format: broadsheet, pictures,
  page: { paper: '临江日报', date: '2026-11-24', number: 'A01', section: '要闻', editor: '闻达' },
  stories: [
    placed('lead', leadText(16), { columns: 5, broken: 5, lines: 68 }), placed('commentary', commentaryText, { firstColumn: 5, columns: 3, broken: 2, lines: 38 }),
    placed('brief', briefText, { firstColumn: 5, columns: 3, firstLine: 38, lines: 30, broken: 3 }),
    placed('slot', everyBlock, { firstLine: 68, columns: 4, lines: 52, broken: 4 }), placed('meeting-report', meetingText, { firstColumn: 4, columns: 4, firstLine: 68, lines: 52, broken: 3, remainder: 'wider-gutters' }),
  ],
})

/** Pages of a story that have a reference, where it is not the first alone. */
export const referencePages: Record<string, number[]> = { 'galley': [1, 3], 'galley-marked': [1, 2] }

function markedJob(): PrintJob {
  const work = proofread(schema.nodeFromJSON(everyBlock))
  work.replace(secondProof, '公布', '发布')
  work.replace(firstProof, '双双走高', '一齐走高')
  work.insert(thirdProof, '新开工项目', '全市')
  work.replace(firstProof, '总结前三季度工作', '前三季度总结工作')
  work.replace(secondProof, '压实责任', '')
  work.insert(firstProof, '善于从主要数据', '还要')
  work.split(firstProof, '既看当前')
  work.embolden(secondProof, '重要支撑')
  for (const [find, put] of [['十月', '十一月'], ['126.4亿', '126.5亿'], ['开工一批', '开建一批'], ['潜力也在县域', '潜力在乡村']] as const) work.replace(secondProof, find, put)
  work.removeBlock(thirdProof, 'rule')
  work.replace(firstProof, '清晨', '傍晚')
  const slipChanges = [{ ...firstProof, field: 'agency' as const, from: '临江日报', to: '临江晚报', at: 1 }, { ...secondProof, field: 'dutyChief' as const, from: '', to: '何为', at: 2 }]
  return { ...job('galley', everyBlock, { slot: null, slip: slip({ shortTitle: '工业投资双双走高' }), proofreading: { pass: '三校', signatures, errorRates: [] } }), marked: work.text.toJSON(), slipChanges }
}

/** A reference page by its name: the template's, unless a template has several. */
export const referenceJobs: Record<string, PrintJob> = {
  'slot': job('slot', meetingText, { slot: { columns: 4, lines: 46, characters: 13 } }),
  'lead': job('lead', leadText(13), { slot: { columns: 5, lines: 62, characters: 13 } }),
  'threaded': job('lead', leadText(12), { slot: { columns: 4, lines: 64, characters: 13 }, parameters: { pictureColumns: 2 } }),
  'meeting-report': job('meeting-report', meetingText, { slot: { columns: 4, lines: 50, characters: 13 }, parameters: { boxTint: 8 } }),
  'commentary': job('commentary', commentaryText, { slot: { columns: 1, lines: 48, characters: 27 }, slip: slip({ section: '临江评论', dispatch: '' }) }),
  'brief': job('brief', briefText, { slot: { columns: 1, lines: 28, characters: 13 } }),
  'galley': job('galley', meetingText, { slot: null, slip: slip({ shortTitle: '临江市召开县（区）工作交流会' }), proofreading: { pass: '一校', signatures, errorRates: [] } }),
  'galley-marked': markedJob(),
  'story-a4': job('story-a4', everyBlock, { slot: null, slip: slip({ shortTitle: '工业投资双双走高' }) }),
}
