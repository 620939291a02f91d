import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures/app'
import { sitDown } from './fixtures/people'
import { beginStory, waitUntilSaved } from './fixtures/story-text'

test('a proofreader’s changes are printed as marks on a galley, and the clean text without them', async ({ app, userData, answerDialogs }) => {
  const { paragraphs } = await beginStory(app)
  await app.keyboard.type('江水上涨')
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.type('三人受伤，道路中断。')
  await waitUntilSaved(app)
  await sitDown(app, '钱校')
  await app.getByRole('switch', { name: '修订' }).click()
  await paragraphs.last().click()
  await app.keyboard.press('End')
  await app.keyboard.press('ArrowLeft')
  await app.keyboard.type('十小时')
  await expect(paragraphs.last().locator('ins')).toHaveText('十小时')
  await waitUntilSaved(app)

  await app.keyboard.press('Control+e')
  const dialog = app.getByRole('dialog', { name: '导出 PDF' })
  await expect(dialog.getByRole('radio', { name: /^校改样 PDF/ })).toBeDisabled()
  await dialog.getByRole('combobox', { name: '版式' }).selectOption('galley')
  const texts: Record<string, string> = {}
  for (const [name, output] of [['marked', /^校改样 PDF/], ['clean', /^校样 PDF/]] as const) {
    const file = join(userData, `${name}.pdf`)
    await dialog.getByRole('radio', { name: output }).check()
    await answerDialogs({ save: file })
    await dialog.getByRole('button', { name: '导出', exact: true }).click()
    await expect(dialog.getByRole('status').filter({ hasText: `已导出“${name}.pdf”` })).toBeVisible()
    expect((await readFile(file)).byteLength).toBeGreaterThan(1000)
    texts[name] = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/[\s\u2060]/g, '')
  }
  expect(texts['marked']).toContain('三人受伤，道路中断。')
  expect(texts['marked']).toContain('十小时')
  expect(texts['clean']).toContain('三人受伤，道路中断十小时。')
  for (const said of ['初审', '三校', '签名']) expect(texts['clean']).toContain(said)
})
