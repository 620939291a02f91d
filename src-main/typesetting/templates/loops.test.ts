import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loopsOf } from './loops'
import type { Template } from './template-shelf'

it('names the lines at which loops begin, in every file of the template', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingyang-loops-'))
  writeFileSync(join(folder, 'main.typ'), '#import "page.typ": *\n// for a in b\nwaiting for rain\n#for a in range(3) { while true { } }\n')
  writeFileSync(join(folder, 'page.typ'), '#let f(n) = {\n  let before = n\n  while before < 3 { before += 1 }\n  if n == 0 { 1 } else { for i in range(n) { i } }\n}\n')
  expect(loopsOf({ id: 'own', folder } as Template)).toEqual(['own/main.typ:4', 'own/page.typ:3', 'own/page.typ:4'])
  rmSync(folder, { recursive: true })
})
