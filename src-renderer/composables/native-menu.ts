import { watch } from 'vue'
import { menuModel } from '../commands/menu-model'
import { useTranslations } from '../locales'
import { useCommandStore } from '../stores/commands'
import { useShellStore } from '../stores/shell'

const patience = 1000 // milliseconds that a busy start may keep the menus waiting

/** Keeps the native menus as the commands are: their names, which are enabled, which are checked. The start's list comes before them. */
export function useNativeMenu() {
  const [commands, shell, { t }] = [useCommandStore(), useShellStore(), useTranslations()]
  const follow = () => watch(() => JSON.stringify(menuModel(commands.all, t, commands.isMac)), model => shell.setMenu(JSON.parse(model)), { immediate: true })
  requestIdleCallback(follow, { timeout: patience })
}
