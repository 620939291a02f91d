import type { ArgumentCheck } from '../common/ipc/rpc'
import { ownFolders, type MenuEntry, type ShellApi } from '../common/ipc/contract'
import { AppError } from '../common/ipc/errors'

type Test = (value: unknown) => boolean
type OperationPath = { [N in keyof ShellApi]: `${N & string}.${keyof ShellApi[N] & string}` }[keyof ShellApi]

const isText: Test = value => typeof value === 'string' && value.length <= 1_000
const isBoolean: Test = value => typeof value === 'boolean'
const oneOf = (...values: string[]): Test => value => typeof value === 'string' && values.includes(value)
const optional = (test: Test): Test => value => value === undefined || test(value)

const menuRoles: NonNullable<MenuEntry['role']>[] = ['cut', 'copy', 'paste', 'selectAll', 'quit', 'minimize', 'togglefullscreen', 'close', 'about', 'hide', 'hideOthers', 'unhide']
const deepestMenu = 5

const menuEntryTests: Record<keyof Omit<MenuEntry, 'entries'>, Test> = {
  label: isText,
  command: optional(isText),
  accelerator: optional(isText),
  role: optional(oneOf(...menuRoles)),
  isSeparator: optional(isBoolean),
  isEnabled: optional(isBoolean),
  isChecked: optional(isBoolean),
}

function isMenu(value: unknown, depth = 0): boolean {
  return Array.isArray(value) && depth < deepestMenu && value.every(entry => isMenuEntry(entry, depth))
}

function isMenuEntry(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  const entry = value as Record<string, unknown>
  return Object.entries(menuEntryTests).every(([key, test]) => test(entry[key]))
    && (entry['entries'] === undefined || isMenu(entry['entries'], depth + 1))
}

const tests: Record<OperationPath, Test[]> = {
  'files.chooseImports': [isText],
  'files.choosePicture': [isText],
  'files.chooseExport': [isText, isText],
  'files.chooseProfile': [isText],
  'files.chooseWord': [isText],
  'files.choosePackages': [isText],
  'files.chooseFolder': [isText],
  'files.openFolder': [oneOf(...ownFolders)],
  'files.reveal': [isText],
  'window.setTitle': [isText],
  'window.setMenu': [value => isMenu(value)],
  'window.setTheme': [oneOf('system', 'light', 'dark')],
  'window.systemLanguage': [],
  'window.setLanguage': [oneOf('zh-CN', 'en')],
  'window.print': [],
  'window.restartProcess': [oneOf('backend', 'typesetter')],
  'window.readyToClose': [isBoolean],
}

/** Lets a call of the page through only when its arguments are what the contract says. */
export const checkShellArguments: ArgumentCheck = (path, args) => {
  const expected = Object.hasOwn(tests, path) ? tests[path as OperationPath] : undefined
  if (!expected) throw new AppError('invalid-arguments', `No operation ${path}`)
  if (!Array.isArray(args) || args.length > expected.length || !expected.every((test, i) => test(args[i]))) {
    throw new AppError('invalid-arguments', `Wrong arguments for ${path}`)
  }
  return args
}
