import { useI18n } from 'vue-i18n'
import { spelled } from '../commands/accelerator'
import { useCommandStore } from '../stores/commands'

/** What the title of a command's control says: `name`, or else the command's own, and the key as keyboards of this system print it. */
export function useCommandTitle() {
  const commands = useCommandStore()
  const { t } = useI18n()
  return (id: string, name?: string): string => {
    const command = commands.find(id)
    const words = name ?? (command ? t(command.label) : '')
    return command?.accelerator ? `${words} (${spelled(command.accelerator, commands.isMac)})` : words
  }
}
