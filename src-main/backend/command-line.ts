import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { version } from '../../package.json'
import { AppError } from '../common/ipc/errors'
import type { Remote } from '../common/ipc/rpc'
import type { TypesetterApi } from '../common/ipc/typesetter-contract'
import { openBackend, type Backend } from './backend'
import { commands } from './commands'
import { UsageError, type Command, type CommandArguments, type CommandContext, type Language, type Text } from './commands/command'
import { commandHelp, generalHelp } from './commands/help'
import { refusalText } from './commands/refusal'
import { asStorageError } from './database/storage-error'
import { fileGrants } from './services/files'
import type { TypesetterConnection } from './services/time-limited'
import { typesetterProcess, type TypesetterProcess } from './typesetter-process'

export interface CommandLineOptions {
  libraryFolder: string // unless --library names another
  resourcesFolder: string
  typesetterEntry: string
  environment: NodeJS.ProcessEnv
  print(text: string): void
  say(text: string): void
}

const common = { library: { type: 'string' }, json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } } as const
const exitCodes = { done: 0, refused: 1, wrongUsage: 2 } as const

/** Runs one `qingyang` command and answers its exit code: 0 done, 1 refused, 2 typed wrongly. */
export async function runCommandLine(typed: string[], options: CommandLineOptions): Promise<number> {
  const language = languageOf(options.environment)
  const [name = '', ...rest] = typed
  if (name === '--version') return done(() => options.print(version))
  if (name === '--help' || name === '-h' || name === 'help') return done(() => options.print(generalHelp(commands, language)))
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return wrongUsage(generalHelp(commands, language))
  const given = parse(command, rest)
  if (given instanceof UsageError) return wrongUsage(`${given.message}\n${commandHelp(name, command, language)}`.trim())
  if (given.values.help) return done(() => options.print(commandHelp(name, command, language)))
  return run(name, command, given, options, language)

  function wrongUsage(text: string): number {
    options.say(text)
    return exitCodes.wrongUsage
  }
}

function done(work: () => void): number {
  work()
  return exitCodes.done
}

/** Chinese, unless the system speaks another language. */
function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const locale = LC_ALL || LC_MESSAGES || LANG || ''
  return locale === '' || /^(zh|C\b|POSIX)/.test(locale) ? 'zh-CN' : 'en'
}

function parse(command: Command, rest: string[]): CommandArguments | UsageError {
  try {
    return parseArgs({ args: rest, options: { ...command.options, ...common }, allowPositionals: true })
  } catch (error) {
    return new UsageError(error instanceof Error ? error.message : String(error))
  }
}

async function run(name: string, command: Command, given: CommandArguments, options: CommandLineOptions, language: Language): Promise<number> {
  const session = commandSession(command, given, options, language)
  try {
    const exitCode = await command.run(given, session.context)
    await session.close()
    return exitCode ?? exitCodes.done
  } catch (thrown) {
    await session.close().catch((error: unknown) => options.say(String(error)))
    if (!(thrown instanceof UsageError)) return refused(asStorageError(thrown))
    options.say(`${thrown.message}\n${commandHelp(name, command, language)}`.trim())
    return exitCodes.wrongUsage
  }

  function refused(error: unknown): number {
    const refusal = error instanceof AppError ? error : new AppError('internal', error instanceof Error ? error.stack ?? error.message : String(error))
    const { code, message, details } = refusal
    if (session.context.isJson) options.print(JSON.stringify({ error: { code, message, details } }, null, 2))
    options.say(refusalText(refusal, language))
    return exitCodes.refused
  }
}

/** What one command has open. */
function commandSession({ makesLibrary = false }: Command, { values }: CommandArguments, options: CommandLineOptions, language: Language) {
  const libraryFolder = resolve(typeof values.library === 'string' ? values.library : options.libraryFolder)
  let backend: Promise<Backend> | undefined
  let typesetter: TypesetterProcess | undefined

  const startTypesetter = () => typesetter ??= typesetterProcess(options.typesetterEntry, [
    '--resources', options.resourcesFolder, '--templates', join(libraryFolder, 'templates'), '--fonts', join(libraryFolder, 'fonts'),
  ])
  const open = () => openBackend(libraryFolder, {
    resourcesFolder: options.resourcesFolder, version, lockWait: 0, mustExist: !makesLibrary, grants: fileGrants(), emit: () => undefined,
    typesetter: startedByUse(startTypesetter), restartTypesetter: () => typesetter?.restart(),
    logBug: (error, where) => options.say(`${where}: ${error instanceof Error ? error.stack : String(error)}`),
  })

  const context: CommandContext = {
    language, libraryFolder, resourcesFolder: options.resourcesFolder,
    isJson: values.json === true,
    backend: () => backend ??= open(),
    typesetter: startTypesetter,
    print: options.print,
    say: options.say,
    t: (text: Text) => text[language],
  }

  async function close(): Promise<void> {
    typesetter?.close()
    const opened = await backend?.catch(() => undefined) // what kept it from opening was said
    opened?.close()
  }
  return { context, close }
}

/** A typesetter that is started by the first thing asked of it: most commands set nothing. */
function startedByUse(start: () => TypesetterProcess): TypesetterConnection {
  const operations = new Proxy({} as Remote<TypesetterApi>['typesetter'], { get: (_, name) => Reflect.get(start().connection.api.typesetter, name) as unknown })
  return { api: { typesetter: operations }, generation: () => start().connection.generation() }
}
