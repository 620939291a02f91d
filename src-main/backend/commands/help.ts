import type { Command, Language, Text } from './command'

const common: Text = {
  'zh-CN': `--library 文件夹  使用这个资料库（默认与工作站相同）
--json           以 JSON 输出；出错时输出 {"error": {"code", "message", "details"}}
--help           本说明`,
  en: `--library DIR    the library to use (the workstation's when not given)
--json           answer in JSON; a refusal is {"error": {"code", "message", "details"}}
--help           this text`,
}

const heading: Text = {
  'zh-CN': '清样：从初稿到付印 PDF 的报纸编辑工作站，命令行',
  en: 'Qingyang, the editorial workstation from first draft to press PDF, from the command line',
}
const exitCodes: Text = { 'zh-CN': '退出码：0 完成，1 被拒绝（原因见标准错误），2 用法有误', en: 'Exit codes: 0 done, 1 refused (standard error says why), 2 wrong usage' }

export function generalHelp(commands: Readonly<Record<string, Command>>, language: Language): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  qingyang ${name.padEnd(12)}${summary[language]}`)
  return [heading[language], '', ...lines, '', common[language], '', exitCodes[language]].join('\n')
}

export function commandHelp(name: string, { synopsis, summary, help }: Command, language: Language): string {
  return [`qingyang ${name} ${synopsis}`, summary[language], '', ...(help ? [help[language]] : []), common[language]].join('\n')
}
