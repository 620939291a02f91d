import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EditorState } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { emptySlip } from '../../../common/document/slip'
import { planReturn, type WordReturn, type WordRevision } from '../../../common/interchange/word-return'
import { randomEdit } from '../../../common/suggestions/testing/edits'
import { randomFrom, type Random } from '../../../common/suggestions/testing/random'
import { randomStory } from '../../../common/suggestions/testing/sample'
import { tracked } from '../../../common/suggestions/track'
import { viewOf } from '../../../common/suggestions/views'
import { temporaryFolder } from '../../testing/temporary-library'
import { readWordFile } from './read-word'
import { wordFile } from './write-word'

const office = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find(existsSync)
const stories = 10
const author = { person: '李校', role: '', pass: 'first-proof' }
const began = Date.parse('2026-05-12T09:30:05Z')

/** The work of one person: LibreOffice divides an insertion in which somebody else deleted. */
function proofread(random: Random) {
  let state = EditorState.create({ doc: randomStory(random) })
  for (let turn = 1; turn <= 6; turn++) {
    const tr = randomEdit(viewOf(state.doc, 'final'), random).apply(state)
    if (tr.docChanged) state = state.apply(tracked(tr, state, { author, newId: () => `s${turn}`, now: () => began + turn * 60_000 }))
  }
  return state.doc
}

/** Tracked changes as word processors count them: words and breaks one after another, of one person and time, are one. */
function changesIn({ blocks }: WordReturn): number {
  const runs = (revisions: (WordRevision | undefined)[]) => revisions.filter((each, index) => each && !(each.author === revisions[index - 1]?.author && each.date === revisions[index - 1]?.date)).length
  return runs(blocks.flatMap(block => [...block.pieces.map(piece => piece.inserted), block.breakInserted])) + runs(blocks.flatMap(block => [...block.pieces.map(piece => piece.deleted), block.breakDeleted]))
}

/** It reads random stories, and saves them anew. Set-up installs it on Debian and Ubuntu; elsewhere it may be missing. */
it.skipIf(!office && !existsSync('/usr/bin/dpkg-query'))('LibreOffice reports as many tracked changes as were written, and what it saved comes back without a new one', () => {
  const folder = temporaryFolder()
  const docs = Array.from({ length: stories }, (_, index) => proofread(randomFrom(index + 1)))
  const files = docs.map((_, index) => join(folder, `${index}.docx`))
  docs.forEach((text, index) => writeFileSync(files[index]!, wordFile({ text, slip: emptySlip, threads: [], pictures: new Map() })))
  for (const format of ['fodt', 'docx']) {
    execFileSync(office!, [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', format, '--outdir', join(folder, format), ...files], { stdio: 'ignore' })
  }
  docs.forEach((text, index) => {
    const reported = readFileSync(join(folder, 'fodt', `${index}.fodt`), 'utf8').match(/<text:(insertion|deletion)>/g) ?? []
    expect(reported, `story ${index}`).toHaveLength(changesIn(readWordFile(readFileSync(files[index]!))))
    expect(planReturn(text, readWordFile(readFileSync(join(folder, 'docx', `${index}.docx`)))), `story ${index}`).toMatchObject({ edits: [], stylings: [] })
  })
}, 180_000)
