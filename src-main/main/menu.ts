import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuEntry } from '../common/ipc/contract'

/** Shows the page's menus as the system's own; a chosen entry is reported by its command. */
export function showMenu(entries: MenuEntry[], choose: (command: string) => void) {
  Menu.setApplicationMenu(Menu.buildFromTemplate(entries.map(entry => menuItem(entry, choose))))
}

function menuItem(entry: MenuEntry, choose: (command: string) => void): MenuItemConstructorOptions {
  if (entry.isSeparator) return { type: 'separator' }
  const { label, command, accelerator, role, entries } = entry
  return {
    label,
    enabled: entry.isEnabled ?? true,
    ...accelerator && { accelerator },
    ...role && { role },
    ...entry.isChecked !== undefined && { type: 'checkbox' as const, checked: entry.isChecked },
    ...entries && { submenu: entries.map(child => menuItem(child, choose)) },
    ...command && { click: () => choose(command) },
  }
}
