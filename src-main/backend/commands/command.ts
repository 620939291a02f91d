import type { ParseArgsOptionsConfig } from 'node:util'
import { worded } from '../../common/wording'
import type { Backend } from '../backend'
import type { TypesetterProcess } from '../typesetter-process'

export type Language = 'zh-CN' | 'en'
export type Text = Record<Language, string>

/** What a command gets to work with. Standard output is for results, standard error for everything said on the way. */
export interface CommandContext {
  language: Language
  isJson: boolean
  libraryFolder: string
  resourcesFolder: string
  /** The backend on the library, opened when first asked for and closed after the command. */
  backend(): Promise<Backend>
  /** The process behind the backend's print services, started when first used. */
  typesetter(): TypesetterProcess
  print(text: string): void
  say(text: string): void
  /** The text in the language of the person who typed the command. */
  t(text: Text): string
}

export interface CommandArguments {
  positionals: string[]
  values: Record<string, string | boolean | (string | boolean)[] | undefined>
}

/** One command of `qingyang`. Refusals are `AppError`s and end with 1; a `UsageError` ends with 2. */
export interface Command {
  synopsis: string // what follows the command's name: `FILE… [--json]`
  summary: Text
  help?: Text // lines about options
  options?: ParseArgsOptionsConfig // besides --library, --json and --help, which all take
  makesLibrary?: boolean // when there is none; all others refuse, so that a slip of the pen is not taken for an empty library
  /** May answer an exit code of its own, having said why. */
  run(given: CommandArguments, context: CommandContext): Promise<number | void>
}

/** The command was typed wrongly. */
export class UsageError extends Error {}

/** Exactly one argument, or a `UsageError`. */
export function onlyArgument({ positionals }: CommandArguments): string {
  const [only, ...rest] = positionals
  if (only === undefined || rest.length > 0) throw new UsageError()
  return only
}

/** A text with the names in its braces filled in; what is not there stays empty. */
export const filled = (text: string, values: Readonly<Record<string, unknown>>) =>
  worded(text, name => [values[name] ?? ''].flat().join('、'))
