/** What of a key press tells which command it means. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const keyNames: Record<string, string> = { Plus: '+', Space: ' ', Esc: 'Escape', Up: 'ArrowUp', Down: 'ArrowDown', Left: 'ArrowLeft', Right: 'ArrowRight', Return: 'Enter' }
const symbols: Record<string, string> = { CmdOrCtrl: '⌘', Cmd: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' }

/** Whether a key press is the one an accelerator in Electron's notation names. */
export function matches(accelerator: string, press: KeyPress, isMac: boolean): boolean {
  const { modifiers, key } = parse(accelerator)
  const control = modifiers.has('Ctrl') || (modifiers.has('CmdOrCtrl') && !isMac)
  const command = modifiers.has('Cmd') || (modifiers.has('CmdOrCtrl') && isMac)
  if (press.ctrlKey !== control || press.metaKey !== command || press.altKey !== modifiers.has('Alt')) return false
  return isKey(key, press, modifiers.has('Shift'))
}

/** A mark that needs Shift on some keyboards (`+`, `?`) is told by what it types; letters and digits by their key. */
function isKey(key: string, press: KeyPress, isShifted: boolean): boolean {
  if (/^[A-Z]$/.test(key)) return press.shiftKey === isShifted && (press.key.toUpperCase() === key || press.code === `Key${key}`)
  if (/^[0-9]$/.test(key)) return press.shiftKey === isShifted && (press.key === key || press.code === `Digit${key}`)
  if (key.length === 1) return press.key === key
  return press.shiftKey === isShifted && press.key === key
}

function parse(accelerator: string) {
  const parts = accelerator.split('+')
  const last = parts.pop()!
  return { modifiers: new Set(parts), key: keyNames[last] ?? last }
}

/** How keyboards of this system print it: `Ctrl+Shift+P`, `⌘⇧P`. */
export function spelled(accelerator: string, isMac: boolean): string {
  const parts = accelerator.replace('Plus', '＋').split('+')
  if (!isMac) return parts.map(part => part === 'CmdOrCtrl' ? 'Ctrl' : part).join('+').replace('＋', '+')
  return parts.map(part => symbols[part] ?? part).join('').replace('＋', '+')
}
