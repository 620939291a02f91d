/** Where a command stands in the menus, and in the palette. */
export const commandGroups = ['file', 'edit', 'insert', 'format', 'story', 'review', 'view', 'help'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** Commands that are variations of one stand together in a menu of their own. */
export type Submenu = 'new' | 'copyfit' | 'theme' | 'language'

/** Something the person can ask for: by menu, by key, and by name in the palette. */
export interface Command {
  id: string // group and name: `file.import`
  label: string // key of its name in the locales
  group: CommandGroup
  accelerator?: string // Electron notation: `CmdOrCtrl+Shift+P`
  submenu?: Submenu
  isEnabled?(): boolean
  isChecked?(): boolean
  run(): void | Promise<void>
}

export const isEnabled = (command: Command) => command.isEnabled?.() ?? true
