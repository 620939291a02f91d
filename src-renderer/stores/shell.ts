import { defineStore } from 'pinia'
import { toRaw } from 'vue'
import type { MenuEntry } from '../../src-main/common/ipc/contract'
import { useApi } from '../api'
import { useCommandStore } from './commands'
import { useNoticeStore } from './notices'
import { useStoryStore } from './story'

/** The window and its menus. Answers main's question whether it may close. */
export const useShellStore = defineStore('shell', () => {
  const { shell: { api: shell, on } } = useApi()
  const [story, commands, notices] = [useStoryStore(), useCommandStore(), useNoticeStore()]

  async function answerClosing() {
    await shell.window.readyToClose(await story.whenSaved())
  }

  on('closing', () => { void answerClosing() })
  on('command-chosen', ({ command }) => { commands.run(command) })

  return {
    setTitle: (title: string) => { shell.window.setTitle(title).catch(notices.fail) },
    setMenu: (entries: MenuEntry[]) => { shell.window.setMenu(toRaw(entries)).catch(notices.fail) },
    print: () => shell.window.print(),
  }
})
