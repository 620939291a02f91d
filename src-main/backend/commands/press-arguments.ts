import { resolve } from 'node:path'
import { AppError } from '../../common/ipc/errors'
import { pressStandards, type PressOptions } from '../../common/print/press'
import type { ProfileService } from '../services/profiles'
import { bytesOf } from './bytes-of'
import { UsageError, type CommandArguments } from './command'

/** What a press PDF may be told on the command line; what is left out is as the library's settings say. */
export const pressArguments = {
  'standard': { type: 'string' }, 'no-bleed': { type: 'boolean' }, 'no-marks': { type: 'boolean' }, 'no-slug-line': { type: 'boolean' },
  'profile': { type: 'string' }, 'ink-limit': { type: 'string' },
} as const

export const pressHelp = {
  'zh-CN': `--standard x-4|x-1a  PDF/X-4（默认）或 PDF/X-1a:2003
--no-bleed、--no-marks、--no-slug-line
                     不要出血、裁切标记和色标、版外文字
--profile 名或文件   印刷条件的 ICC 特性文件：已载入的写名字，印厂给的写 .icc 文件；默认新闻纸
--ink-limit 百分数   总墨量上限，默认 220`,
  en: `--standard x-4|x-1a  PDF/X-4 (the default) or PDF/X-1a:2003
--no-bleed, --no-marks, --no-slug-line
                     leave out the bleed, marks and colour bar, the slug line
--profile NAME|FILE  the printing condition's ICC profile: one of the library's by name, or the plant's .icc file; newsprint when not given
--ink-limit PERCENT  total ink, 220 when not given`,
}

/** Throws a `UsageError` for values that are none; a profile given as a file is held against what the window takes. */
export async function readPress({ values }: CommandArguments, { lend }: Pick<ProfileService, 'lend'>): Promise<Partial<PressOptions>> {
  const { standard: asked, profile: given, 'ink-limit': ink } = values
  const standard = pressStandards.find(known => known === asked)
  if (asked !== undefined && !standard) throw new UsageError(`--standard: ${pressStandards.join(' | ')}`)
  const profile = typeof given === 'string' && isFile.test(given) ? lend(resolve(given), await bytesOf(given)) : given
  return {
    ...standard && { standard }, ...typeof profile === 'string' && { profile }, ...ink !== undefined && { inkLimit: readInk(String(ink)) },
    ...values['no-bleed'] === true && { bleed: false }, ...values['no-marks'] === true && { marks: false }, ...values['no-slug-line'] === true && { slugLine: false },
  }
}

const isFile = /[/\\]|\.ic[cm]$/i

function readInk(text: string): number {
  const ink = Number(text)
  if (!(ink >= 100 && ink <= 400)) throw new AppError('invalid-arguments', `${text} is no total ink`, { inkLimit: text })
  return ink
}
