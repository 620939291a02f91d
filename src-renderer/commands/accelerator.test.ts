import { expect, it } from 'vitest'
import { matches, spelled, type KeyPress } from './accelerator'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

it('knows the control key of each system', () => {
  expect(matches('CmdOrCtrl+N', press('n', { ctrlKey: true }), false)).toBe(true)
  expect(matches('CmdOrCtrl+N', press('n', { ctrlKey: true }), true)).toBe(false)
  expect(matches('CmdOrCtrl+N', press('n', { metaKey: true }), true)).toBe(true)
})

it('wants exactly the named modifiers', () => {
  expect(matches('CmdOrCtrl+Shift+P', press('P', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
  expect(matches('CmdOrCtrl+P', press('P', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
  expect(matches('CmdOrCtrl+P', press('p', { ctrlKey: true, altKey: true }), false)).toBe(false)
})

it('takes a plus sign typed with or without Shift', () => {
  expect(matches('CmdOrCtrl+Plus', press('+', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
  expect(matches('CmdOrCtrl+Plus', press('+', { ctrlKey: true }), false)).toBe(true)
})

it('knows a letter by its key when the layout types another', () => {
  expect(matches('CmdOrCtrl+N', press('т', { ctrlKey: true, code: 'KeyN' }), false)).toBe(true)
})

it('is spelled as keyboards print it', () => {
  expect(spelled('CmdOrCtrl+Shift+P', false)).toBe('Ctrl+Shift+P')
  expect(spelled('CmdOrCtrl+Shift+P', true)).toBe('⌘⇧P')
  expect(spelled('CmdOrCtrl+Plus', false)).toBe('Ctrl++')
})
