import type { Finding } from '../../common/print/preflight'
import { filled, onlyArgument, type Command, type Language } from './command'
import { findingTexts } from './finding-texts'
import { pressArguments, pressHelp, readPress } from './press-arguments'
import { readSlot } from './slot-argument'

/** What stands between a story and the press. Exits with 1 when something must be put right first. */
export const preflight: Command = {
  synopsis: 'ID [--template slot] [--slot 4x30x13] [--standard x-4] … [--json]',
  summary: { 'zh-CN': '付印前检查：缺图、缺字、墨量、占位文字等', en: 'Check a story before press: pictures, characters, ink, placeholders' },
  help: {
    'zh-CN': `--template 版式      slot（默认）、lead、meeting-report、commentary、brief，或自备的可付印版式\n--slot 栏x行x字      槽位大小，如 4x30x13；不给则取放得下的最小槽位\n${pressHelp['zh-CN']}`,
    en: `--template NAME      slot (the default), lead, meeting-report, commentary, brief, or your own that is for press\n--slot CxLxC         columns, lines, characters, as 4x30x13; the smallest that holds the story when not given\n${pressHelp.en}`,
  },
  options: { template: { type: 'string', default: 'slot' }, slot: { type: 'string' }, ...pressArguments },
  async run(given, { backend, isJson, language, print }) {
    const prefix = onlyArgument(given)
    const { stories, profiles, print: { api, fittingSlot } } = await backend()
    const story = stories.resolve(prefix)
    const template = String(given.values.template)
    const slot = given.values.slot === undefined ? await fittingSlot(stories.read(story), template) : readSlot(String(given.values.slot))
    const result = await api.preflight({ story, template, slot, output: 'press', press: await readPress(given, profiles) })
    if (isJson) print(JSON.stringify(result, null, 2))
    else [...result.findings.map(finding => findingLine(finding, language)), inkLine(result, language)].forEach(print)
    return result.findings.some(({ severity }) => severity === 'blocker') ? 1 : 0
  },
}

const severities = { blocker: { 'zh-CN': '须改', en: 'blocker' }, warning: { 'zh-CN': '注意', en: 'warning' } }

const findingLine = ({ severity, code, values }: Finding, language: Language) =>
  `${severities[severity][language]}\t${filled(findingTexts[code][language], values)}`

function inkLine({ ink, plates }: { ink: { page: number, limit: number }, plates: readonly string[] }, language: Language): string {
  return language === 'zh-CN' ? `墨量 ${ink.page}%（上限 ${ink.limit}%），印版 ${plates.join('、')}` : `ink ${ink.page} % of ${ink.limit} %, plates ${plates.join(', ')}`
}
