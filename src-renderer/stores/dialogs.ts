import { defineStore } from 'pinia'
import { ref } from 'vue'

export type DialogName = 'import' | 'export' | 'page-press' | 'batch' | 'settings' | 'palette' | 'formats' | 'templates' | 'review-sheet' | 'versions' | 'word' | 'error-rate' | 'error-report' | 'workflow' | 'copyfit'

/** A yes-or-no question put to the person. */
export interface Question { title: string, text: string, confirm: string, isDangerous: boolean }

/** Which dialog is open; there is one at a time, and a question may stand above it. */
export const useDialogStore = defineStore('dialogs', () => {
  const current = ref<DialogName | null>(null)
  const question = ref<Question | null>(null)
  let below: DialogName | null = null
  let answerQuestion: ((isConfirmed: boolean) => void) | undefined

  function open(name: DialogName) {
    current.value = name
    below = null
  }

  /** Opens a dialog from another one, which is there again once this one is closed. */
  function openAbove(name: DialogName) {
    const under = current.value
    open(name)
    below = under
  }

  function close() {
    current.value = below
    below = null
  }

  /** Resolves with whether the person agreed. */
  function ask(asked: Question): Promise<boolean> {
    answer(false)
    question.value = asked
    return new Promise(resolve => { answerQuestion = resolve })
  }

  function answer(isConfirmed: boolean) {
    question.value = null
    answerQuestion?.(isConfirmed)
    answerQuestion = undefined
  }

  return { current, question, open, openAbove, close, ask, answer }
})
