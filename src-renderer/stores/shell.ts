import { defineStore } from 'pinia'
import { toRaw } from 'vue'
import type { MenuEntry } from '../../src-main/common/ipc/contract'
import { useApi } from '../api'
import { isLeftToField, runInField } from '../commands/field-history'
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

  /** A key the page left alone comes back as its menu entry. */
  function takeChoice(command: string) {
    if (isLeftToField(command)) runInField(command)
    else commands.choose(command)
  }

  on('closing', () => { void answerClosing() })
  on('command-chosen', ({ command }) => takeChoice(command))

  return {
    setTitle: (title: string) => { shell.window.setTitle(title).catch(notices.fail) },
    setMenu: (entries: MenuEntry[]) => { shell.window.setMenu(toRaw(entries)).catch(notices.fail) },
    print: () => shell.window.print(),
  }
})
