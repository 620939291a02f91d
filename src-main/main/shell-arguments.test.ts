import { expect, it } from 'vitest'
import { checkShellArguments } from './shell-arguments'

it.each([
  ['window.setTheme', ['dark']],
  ['window.setMenu', [[{ label: '文件', entries: [{ label: '新建', command: 'story.new', accelerator: 'CmdOrCtrl+N' }, { label: '', isSeparator: true }] }]]],
  ['files.chooseExport', ['导出', '临江新桥.pdf']],
  ['window.systemLanguage', []],
  ['window.setLanguage', ['en']],
])('lets %s through with what the contract says', (path, args) => {
  expect(checkShellArguments(path, args)).toBe(args)
})

it.each([
  ['window.setTheme', ['pink']],
  ['window.setLanguage', ['fr']],
  ['window.setTheme', []],
  ['window.setTheme', ['dark', 'light']],
  ['window.setMenu', [[{ label: '文件', role: 'toggleDevTools' }]]],
  ['window.setMenu', [[{ label: '文件', entries: 'none' }]]],
  ['files.reveal', [{ path: '/etc/passwd' }]],
  ['window.restartProcess', ['main']],
  ['window.readyToClose', ['yes']],
  ['window.openDevTools', []],
  ['constructor', []],
])('refuses %s with %j', (path, args) => {
  expect(() => checkShellArguments(path, args)).toThrow(expect.objectContaining({ code: 'invalid-arguments' }))
})

it('refuses a menu without end', () => {
  const endless: { label: string, entries: unknown[] } = { label: '文件', entries: [] }
  endless.entries.push(endless)
  expect(() => checkShellArguments('window.setMenu', [[endless]])).toThrow(expect.objectContaining({ code: 'invalid-arguments' }))
})
