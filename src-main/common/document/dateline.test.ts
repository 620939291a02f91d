import { expect, it } from 'vitest'
import { composeDateline, type DatelineFields } from './dateline'

const home: DatelineFields = { agency: '临江日报', dispatch: '讯', datelinePlace: '', datelineDate: '', byline: [] }
const wire: DatelineFields = { agency: '新华社', dispatch: '电', datelinePlace: '北京', datelineDate: '2021-10-29', byline: [] }

it.each<[string, DatelineFields, string]>([
  ['讯', home, '临江日报讯'],
  ['讯 with reporters', { ...home, byline: [{ role: 'reporter', name: '甲' }, { role: 'reporter', name: '乙' }] }, '临江日报讯（记者甲、乙）'],
  ['reporters and correspondents, reporters first', {
    ...home, byline: [{ role: 'correspondent', name: '丙' }, { role: 'reporter', name: '甲' }, { role: 'correspondent', name: '丁' }],
  }, '临江日报讯（记者甲 通讯员丙、丁）'],
  ['all four roles', {
    ...home, byline: [{ role: 'photo', name: '丁' }, { role: 'intern', name: '丙' }, { role: 'correspondent', name: '乙' }, { role: 'reporter', name: '甲' }],
  }, '临江日报讯（记者甲 通讯员乙 实习生丙 摄影丁）'],
  ['讯 has no place: it is sent from home', { ...home, datelinePlace: '临江' }, '临江日报讯'],
  ['讯 with its day, as some papers give it', { ...home, datelineDate: '2021-10-29' }, '临江日报10月29日讯'],
  ['电', wire, '新华社北京10月29日电'],
  ['电 with a reporter', { ...wire, byline: [{ role: 'reporter', name: '甲' }] }, '新华社北京10月29日电（记者甲）'],
  ['电 without a date', { ...wire, datelineDate: '' }, '新华社北京电'],
  ['month and day without leading zeros', { ...wire, datelineDate: '2021-01-05' }, '新华社北京1月5日电'],
  ['据…电', { ...wire, dispatch: '据电' }, '据新华社北京10月29日电'],
  ['消息', { ...home, agency: '本报', dispatch: '消息', byline: [{ role: 'reporter', name: '甲' }] }, '本报消息（记者甲）'],
  ['报道', { ...home, agency: '本报', dispatch: '报道', datelinePlace: '北京', byline: [{ role: 'reporter', name: '甲' }, { role: 'correspondent', name: '乙' }] }, '本报记者 甲 通讯员 乙 北京报道'],
  ['报道 without people', { ...home, agency: '本报', dispatch: '报道', datelinePlace: '北京' }, '本报北京报道'],
  ['no dispatch', { ...home, dispatch: '' }, ''],
  ['no agency', { ...home, agency: '' }, ''],
  ['empty names are left out', { ...home, byline: [{ role: 'reporter', name: '' }] }, '临江日报讯'],
])('%s', (_, slip, dateline) => {
  expect(composeDateline(slip)).toBe(dateline)
})
