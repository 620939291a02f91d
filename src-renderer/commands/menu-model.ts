import type { MenuEntry } from '../../src-main/common/ipc/contract'
import { commandGroups, isEnabled, type Command, type CommandGroup } from './registry'

type Translate = (key: string) => string
type Role = NonNullable<MenuEntry['role']>

const separator: MenuEntry = { label: '', isSeparator: true }

/** The native menus: one for each group of commands, with the entries the system provides. A Mac has one of the program's own before them, and quits there. */
export function menuModel(commands: Command[], t: Translate, isMac = false): MenuEntry[] {
  const ofProgram = isMac ? [{ label: t('common.product'), entries: separated([['about'], ['hide', 'hideOthers', 'unhide'], ['quit']], t) }] : []
  return [...ofProgram, ...commandMenus(commands, t, isMac)]
}

function commandMenus(commands: Command[], t: Translate, isMac: boolean): MenuEntry[] {
  return commandGroups.map(group => {
    const entries = menuEntries(commands.filter(command => command.group === group), t)
    return { label: t(`commands.groups.${group}`), entries: [...entries, ...systemEntries(group, entries.length > 0, t, isMac)] }
  }).filter(menu => menu.entries.length > 0)
}

/** Each command in its place; a submenu stands where its first command would. */
function menuEntries(commands: Command[], t: Translate): MenuEntry[] {
  return commands.flatMap((command, index) => {
    const { submenu } = command
    if (!submenu) return [menuEntry(command, t)]
    const together = commands.filter(other => other.submenu === submenu)
    if (together[0] !== commands[index]) return []
    return [{ label: t(`commands.submenus.${submenu}`), entries: together.map(each => menuEntry(each, t)) }]
  })
}

function menuEntry(command: Command, t: Translate): MenuEntry {
  return {
    label: t(command.label), command: command.id, accelerator: command.accelerator,
    isEnabled: isEnabled(command), ...command.isChecked && { isChecked: command.isChecked() },
  }
}

function systemEntries(group: CommandGroup, hasOthers: boolean, t: Translate, isMac: boolean): MenuEntry[] {
  const roles: Partial<Record<CommandGroup, Role[]>> = {
    file: isMac ? ['close'] : ['close', 'quit'], edit: ['cut', 'copy', 'paste', 'selectAll'], view: ['togglefullscreen', 'minimize'],
  }
  const entries = roleEntries(roles[group] ?? [], t)
  return entries.length > 0 && hasOthers ? [separator, ...entries] : entries
}

const roleEntries = (roles: Role[], t: Translate): MenuEntry[] => roles.map(role => ({ label: t(`commands.roles.${role}`), role }))

const separated = (groups: Role[][], t: Translate) => groups.flatMap((roles, index) => [...index > 0 ? [separator] : [], ...roleEntries(roles, t)])
