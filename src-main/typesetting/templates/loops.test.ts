import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loopsOf } from './loops'
import type { Template } from './template-shelf'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'qingyang-loops-')) })
afterEach(() => rmSync(folder, { recursive: true }))
const places = () => loopsOf({ id: 'own', folder, manifest: { main: 'main.typ' } } as Template)

it('names the lines at which loops begin, in every file of the template', () => {
  writeFileSync(join(folder, 'main.typ'), '#import "page.typ": *\n// for a in b\nwaiting for rain\n#for a in range(3) { while true { } }\n')
  writeFileSync(join(folder, 'page.typ'), '#let f(n) = {\n  let before = n\n  while before < 3 { before += 1 }\n  if n == 0 { 1 } else { for i in range(n) { i } }\n}\n')
  expect(places()).toEqual(['own/main.typ:4', 'own/page.typ:3', 'own/page.typ:4'])
})

it('names functions that call themselves', () => {
  writeFileSync(join(folder, 'main.typ'), '#let sum-of(n) = if n > 0 { n } else { 0 }\n#let turn(n) = {\n  turned(n)\n  turn(n + 1)\n}\n#turn(1)\n#let again(n) = again(n)\n')
  expect(places()).toEqual(['own/main.typ:4', 'own/main.typ:7'])
})

it('names what is done to each item where nothing else goes round, and else the main file', () => {
  writeFileSync(join(folder, 'main.typ'), '#let many = range(9)\n#many.map(a => a + 1).join()\n')
  expect(places()).toEqual(['own/main.typ:2'])
  writeFileSync(join(folder, 'main.typ'), 'words\n')
  expect(places()).toEqual(['own/main.typ:1'])
})
