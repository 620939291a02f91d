import { filled, onlyArgument, type Command } from './command'

export const backup: Command = {
  synopsis: 'FOLDER [--json]',
  summary: { 'zh-CN': '备份资料库到一个新文件夹', en: 'Back the library up into a new folder' },
  help: {
    'zh-CN': '可在程序运行时进行。备份先经检查才算完成，不会覆盖已有的文件夹；备份本身就是一个资料库，可用 --library 打开。',
    en: 'May be done while the program runs. The copy is checked before it counts, replaces nothing, and is itself a library for --library.',
  },
  async run(given, context) {
    const folder = onlyArgument(given)
    const { backUp } = await context.backend()
    const result = await backUp(folder)
    for (const picture of result.missing) context.say(context.t({ 'zh-CN': `图片缺失，未能备份：${picture}`, en: `Picture missing, not in the backup: ${picture}` }))
    context.print(context.isJson ? JSON.stringify(result, null, 2)
      : filled(context.t({ 'zh-CN': '已备份到 {folder}：稿件 {stories} 篇，图片 {pictures} 张', en: 'Backed up to {folder}: {stories} {stories:story|stories}, {pictures} {pictures:picture|pictures}' }), { ...result }))
  },
}
