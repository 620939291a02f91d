import { watch } from 'vue'
import { menuModel } from '../commands/menu-model'
import { useTranslations } from '../locales'
import { useCommandStore } from '../stores/commands'
import { useShellStore } from '../stores/shell'
import { afterStart } from './after-start'

/** Keeps the native menus as the commands are: their names, which are enabled, which are checked. */
export function useNativeMenu() {
  const [commands, shell, { t }] = [useCommandStore(), useShellStore(), useTranslations()]
  afterStart(() => watch(() => JSON.stringify(menuModel(commands.all, t, commands.isMac)), model => shell.setMenu(JSON.parse(model)), { immediate: true }))
}
