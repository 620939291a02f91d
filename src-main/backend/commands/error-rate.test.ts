import { TextSelection } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { readText, storyDoc } from '../../common/document/story-doc'
import { desk } from '../../common/suggestions/testing/desk'
import type { ErrorReport } from '../../common/proofreading/error-report'
import { runCommandLine } from '../command-line'
import { sampleDoc } from '../testing/sample-documents'
import { openTestLibrary } from '../testing/temporary-library'

/** A library in which 钱校 found 三 for 五 in a story of the 时政部. */
async function proofreadLibrary() {
  const { backend, folder } = await openTestLibrary()
  const doc = storyDoc(readText(sampleDoc('江水上涨', ['三人受伤。'])), { desk: '时政部' })
  desk(doc).edit({ name: 'correct', apply: ({ tr }) => tr.setSelection(TextSelection.create(tr.doc, 7, 8)).insertText('五') }, { person: '钱校', role: '校对', pass: 'first-proof' })
  backend.stories.add(doc)
  return folder
}

async function errorRate(folder: string, ...typed: string[]) {
  const printed: string[] = []
  const exitCode = await runCommandLine(['error-rate', ...typed], {
    libraryFolder: folder, resourcesFolder: 'resources', typesetterEntry: 'no-typesetter.cjs', environment: { LANG: 'zh_CN.UTF-8' }, print: text => printed.push(text), say: () => undefined,
  })
  return { exitCode, printed: printed.join('\n') }
}

it('prints the error rate by pass or as asked, as a table, CSV or JSON', async () => {
  const folder = await proofreadLibrary()
  const { exitCode, printed } = await errorRate(folder)
  expect(exitCode).toBe(0)
  expect(printed.split('\n').map(line => line.trim().split(/\s{2,}/))).toEqual([
    ['环节', '稿数', '字数', '差错', '计错', '万分比', '结论'], ['一校', '1', '9', '1', '1', '1111.11', '超过万分之三'], ['合计', '1', '9', '1', '1', '1111.11', '超过万分之三'],
  ])
  expect((await errorRate(folder, '--by', 'desk')).printed).toContain('时政部')
  expect((await errorRate(folder, '--csv')).printed).toMatch(/^\uFEFF月份,稿件,部门,环节,查出者,字数,差错,计错,万分比,结论\r\n\d{4}-\d\d,江水上涨,时政部,一校,钱校,9,1,1,1111.11,超过万分之三$/)
  const report = JSON.parse((await errorRate(folder, '--json', '--person', '孙校')).printed) as ErrorReport
  expect([report.total.count, report.people]).toEqual([0, ['钱校']])
})

it.each([['--by', 'colour'], ['--from', 'yesterday'], ['--to', '2026-02-31'], ['--pass', 'fourth-proof'], ['more']])('refuses %s %s', async (...typed) => {
  expect((await errorRate(await proofreadLibrary(), ...typed)).exitCode).toBe(2)
})
