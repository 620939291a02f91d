import { expect, it } from 'vitest'
import { menuModel } from './menu-model'
import type { Command } from './registry'

const command = (id: string, more: Partial<Command> = {}): Command => ({ id, label: `l.${id}`, group: 'file', run: () => undefined, ...more })
const model = (...commands: Command[]) => menuModel(commands, key => key)

it('shows every command, and the entries of the system under their own line', () => {
  expect(model(command('file.new', { accelerator: 'CmdOrCtrl+N' }), command('file.import', { isEnabled: () => false }))[0]).toMatchObject({
    label: 'commands.groups.file',
    entries: [{ label: 'l.file.new', accelerator: 'CmdOrCtrl+N', isEnabled: true }, { label: 'l.file.import', isEnabled: false }, { isSeparator: true }, { role: 'close' }, { role: 'quit' }],
  })
})

it('gathers variations of one command where the first of them stands', () => {
  const [menu] = model(command('a', { submenu: 'new' }), command('b'), command('c', { submenu: 'new' }))
  expect(menu!.entries!.slice(0, 2)).toMatchObject([{ label: 'commands.submenus.new', entries: [{ command: 'a' }, { command: 'c' }] }, { command: 'b' }])
})

it('leaves out a group without anything in it', () => {
  expect(model(command('file.new')).map(({ label }) => label)).toEqual(['commands.groups.file', 'commands.groups.edit', 'commands.groups.view'])
})

it('begins with a menu of the program on a Mac, where it is quit', () => {
  const [ofProgram, file] = menuModel([command('file.new')], key => key, true)
  expect(ofProgram!.label).toBe('common.product')
  expect(ofProgram!.entries!.map(({ role }) => role)).toEqual(['about', undefined, 'hide', 'hideOthers', 'unhide', undefined, 'quit'])
  expect(file!.entries!.map(({ role }) => role)).toEqual([undefined, undefined, 'close'])
})
