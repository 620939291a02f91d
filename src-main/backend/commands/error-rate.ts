import type { CsvWords } from '../../common/proofreading/error-csv'
import { errorCsv } from '../../common/proofreading/error-csv'
import { errorGroups, reportOf, type ErrorGroup, type ErrorQuery, type GroupTally } from '../../common/proofreading/error-report'
import { passes, type Pass } from '../../common/suggestions/passes'
import { UsageError, type Command, type CommandArguments, type Language, type Text } from './command'
import { stageNames } from './names'
import { table } from './table'

export const errorRate: Command = {
  synopsis: '[--by GROUP] [--from DATE] [--to DATE] [--pass PASS] [--person NAME] [--desk NAME] [--csv] [--json]',
  summary: { 'zh-CN': '统计全库差错率', en: 'The error rate of the library' },
  help: {
    'zh-CN': `--by 项          ${errorGroups.join(', ')}，默认 pass
--from 日期      从这天起（YYYY-MM-DD）
--to 日期        到这天止，含这天
--pass 环节      ${passes.slice(1).join(', ')}
--person 姓名    只统计这个人查出的
--desk 部门      只统计这个部门的稿件
--csv            按稿件、环节、人、月逐行输出 CSV`,
    en: `--by GROUP       ${errorGroups.join(', ')}; pass when not given
--from DATE      from this day on (YYYY-MM-DD)
--to DATE        until this day, included
--pass PASS      ${passes.slice(1).join(', ')}
--person NAME    only what this person found
--desk NAME      only stories of this desk
--csv            CSV, one row a story, pass, person and month`,
  },
  options: {
    by: { type: 'string', default: 'pass' }, from: { type: 'string' }, to: { type: 'string' }, pass: { type: 'string', default: '' }, person: { type: 'string', default: '' },
    desk: { type: 'string', default: '' }, csv: { type: 'boolean', default: false },
  },
  async run(given, context) {
    if (given.positionals.length > 0) throw new UsageError()
    const [query, by] = [queryOf(given), errorGroups.find(group => group === given.values.by)]
    if (!by) throw new UsageError(`--by ${String(given.values.by)}`)
    const counted = (await context.backend()).errorRates.cellsOf(query)
    const report = reportOf(counted)
    if (context.isJson) context.print(JSON.stringify(report, null, 2))
    else if (given.values.csv) context.print(errorCsv(counted.cells, csvWords(context.language)).trimEnd())
    else context.print(reportTable([...report.groups[by], { ...report.total, key: context.t(total) }], by, context.language))
  },
}

function queryOf({ values }: CommandArguments): ErrorQuery {
  const pass = String(values.pass)
  if (pass !== '' && !passes.includes(pass as Pass)) throw new UsageError(`--pass ${pass}`)
  return { from: beginningOf('--from', values.from, 0), to: beginningOf('--to', values.to, 1), pass: pass as Pass | '', person: String(values.person), desk: String(values.desk) }
}

/** When a local day begins, or so many days later. */
function beginningOf(option: string, given: CommandArguments['values'][string], later: number): number | null {
  if (given === undefined) return null
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(given)) ?? []
  const date = new Date(Number(year), Number(month) - 1, Number(day))
  if (date.getMonth() !== Number(month) - 1) throw new UsageError(`${option} ${String(given)}`)
  date.setDate(date.getDate() + later)
  return date.getTime()
}

const total: Text = { 'zh-CN': '合计', en: 'Total' }
const groupNames: Record<ErrorGroup, Text> = {
  pass: { 'zh-CN': '环节', en: 'Pass' }, person: { 'zh-CN': '查出者', en: 'Found by' }, month: { 'zh-CN': '月份', en: 'Month' }, desk: { 'zh-CN': '部门', en: 'Desk' }, story: { 'zh-CN': '稿件', en: 'Story' },
}
const figures: Record<Language, Omit<CsvWords['columns'], ErrorGroup | 'headline'> & { stories: string }> = {
  'zh-CN': { stories: '稿数', characters: '字数', count: '差错', weight: '计错', rate: '万分比', verdict: '结论' },
  en: { stories: 'Stories', characters: 'Characters', count: 'Errors', weight: 'Weight', rate: 'In 10,000', verdict: 'Verdict' },
}
const verdicts: Record<'within' | 'beyond', Text> = { within: { 'zh-CN': '合格', en: 'within' }, beyond: { 'zh-CN': '超过万分之三', en: 'over 3 in 10,000' } }

const passName = (pass: string, language: Language) => stageNames[pass as Pass]?.[language] ?? pass

function csvWords(language: Language): CsvWords {
  const { characters, count, weight, rate, verdict } = figures[language]
  const { pass, person, month, desk, story } = groupNames
  return {
    columns: { characters, count, weight, rate, verdict, headline: story[language], pass: pass[language], person: person[language], month: month[language], desk: desk[language] },
    passes: Object.fromEntries(passes.map(each => [each, passName(each, language)])), within: verdicts.within[language], beyond: verdicts.beyond[language],
  }
}

function reportTable(tallies: GroupTally[], by: ErrorGroup, language: Language): string {
  const { stories, characters, count, weight, rate, verdict } = figures[language]
  const nameOf = ({ key, headline }: GroupTally) => by === 'story' && headline !== '' && key.length > 8 ? `${key.slice(0, 8)} ${headline}` : by === 'pass' ? passName(key, language) : key || '–'
  return table([groupNames[by][language], stories, characters, count, weight, rate, verdict], tallies.map(tally => [
    nameOf(tally), String(tally.stories), String(tally.characters), String(tally.count), String(tally.weight), String(tally.rate), verdicts[tally.isWithin ? 'within' : 'beyond'][language],
  ]))
}
