const ofBrowser: Record<string, string> = { 'edit.undo': 'undo', 'edit.redo': 'redo' }

const isInField = () => document.activeElement?.matches('input, textarea') === true

/** Undo and redo in a field of a form are the field's own. */
export const isLeftToField = (command: string) => command in ofBrowser && isInField()

/** Has the field with the focus undo or redo its own last change; with nothing left, nothing changes. */
export function runInField(command: string) {
  sparingTexts(() => document.execCommand(ofBrowser[command]!))
}

/** For `beforeinput`: the browser never undoes anything but a field's own changes, by whatever key or menu it was asked. */
export function takeBrowserHistory(event: InputEvent) {
  const command = { historyUndo: 'edit.undo', historyRedo: 'edit.redo' }[event.inputType]
  if (!command) return
  event.preventDefault()
  if (isInField()) runInField(command)
}

/** The browser keeps one row of changes for the whole window; those of texts, whose undo is their editor's, it passes over while they cannot be edited. */
function sparingTexts(work: () => void) {
  const texts = document.querySelectorAll<HTMLElement>('[contenteditable=true]')
  texts.forEach(text => { text.contentEditable = 'false' })
  work()
  texts.forEach(text => { text.contentEditable = 'true' })
}
