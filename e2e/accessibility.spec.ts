import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import axe from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from './fixtures/app'
import { settled } from './fixtures/settled'
import { foreignWords, words } from './fixtures/words'

const pressText = '临江市召开防汛工作会议\n2026-05-12 09:30:05 来源：临江日报\n打印 放大 缩小\n全市防汛工作会议召开\n落实责任　备足物资\n临江日报讯（记者何青）5月11日，全市防汛工作会议在临江召开。\n责任编辑：LJ017\n'

const names = {
  'zh-CN': { import: '导入…', workflow: '流程', sheet: '审稿单…', stages: '流程设置', person: '当前：未署名', take: '入库', export: '导出…', settings: '设置', close: '关闭', proof: '版样', template: '版式', palette: '命令面板', status: '已保存' },
  'en': { import: 'Import…', workflow: 'Workflow', sheet: 'Review sheet…', stages: 'Workflow settings', person: 'At the desk: Unsigned', take: 'Take into library', export: 'Export…', settings: 'Settings', close: 'Close', proof: 'Page proof', template: 'Template', palette: 'Command palette', status: 'Saved' },
} as const

/** Findings a person would stumble over; each with where it is. */
async function seriousFindings(app: Page) {
  const { violations } = await new axe({ page: app }).setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
}

for (const language of ['zh-CN', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${theme}`, () => {
      test.use({ language })
      const name = names[language]

      test('nothing serious is found in any part of the window', async ({ app, userData, answerDialogs }) => {
        const messages: string[] = []
        app.on('console', message => { if (/Content Security Policy/.test(message.text())) messages.push(message.text()) })
        await app.getByRole('button', { name: name.settings }).click()
        await app.getByRole('dialog').getByRole('combobox').nth(1).selectOption(theme)
        expect(await seriousFindings(app), 'settings').toEqual([])
        await app.keyboard.press('Escape')
        expect(await seriousFindings(app), 'empty library').toEqual([])

        const file = join(userData, 'copy.txt')
        await writeFile(file, pressText)
        await answerDialogs({ open: [file] })
        await app.getByRole('button', { name: name.import }).first().click()
        await expect(app.getByRole('button', { name: name.take })).toBeEnabled()
        expect(await seriousFindings(app), 'import sheet').toEqual([])

        await app.getByRole('button', { name: name.take }).click()
        await expect(app.getByRole('status').filter({ hasText: name.status })).toBeVisible()
        await expect(app.locator('[data-deck=headline]').first()).toBeVisible()
        expect(await seriousFindings(app), 'story').toEqual([])

        await app.getByRole('tab', { name: name.proof }).click()
        await app.getByRole('combobox', { name: name.template }).selectOption('slot')
        await app.locator('.story-text > p').first().click()
        await app.keyboard.insertText('防汛责任要落实到人。'.repeat(300))
        await expect(app.locator('.slot-end')).toHaveCount(1)
        expect(await seriousFindings(app), 'page proof').toEqual([])

        await app.getByRole('tab', { name: name.workflow }).click()
        await app.getByRole('button', { name: name.sheet }).click()
        await expect(app.getByRole('dialog').getByRole('article')).toBeVisible()
        expect(await seriousFindings(app), 'review sheet').toEqual([])
        await app.keyboard.press('Escape')
        await app.getByRole('button', { name: name.stages }).click()
        await app.getByRole('dialog').locator('summary').nth(1).click()
        expect(await seriousFindings(app), 'workflow settings').toEqual([])
        await app.keyboard.press('Escape')
        await app.getByRole('button', { name: name.person }).click()
        expect(await seriousFindings(app), 'workflow and desk').toEqual([])
        await app.keyboard.press('Escape')

        await app.getByRole('button', { name: name.export }).click()
        await expect(app.getByRole('dialog')).toBeVisible()
        expect(await seriousFindings(app), 'export').toEqual([])
        await app.keyboard.press('Escape')

        await app.getByRole('button', { name: name.palette }).click()
        await expect(app.getByRole('combobox', { expanded: true })).toBeVisible()
        expect(await seriousFindings(app), 'palette').toEqual([])
        expect(messages).toEqual([])
      })
    })
  }
}

const story = { headline: 'HHH', paragraph: 'PPPP', picture: 'XXX.png', person: 'NNN', remark: 'RRR' } // marks that are words of neither language

/** A story with a picture, a suggestion and a comment, open and selected in the list: then every command that asks something can be given. */
async function populated(app: Page, userData: string, answerDialogs: (answers: { open: string[] }) => Promise<void>) {
  const picture = join(userData, story.picture)
  await sharp({ create: { width: 300, height: 200, channels: 3, background: '#3a6' } }).png().toFile(picture)
  await app.keyboard.press('Control+n')
  await app.locator('[data-deck=headline]').click()
  await app.keyboard.insertText(story.headline)
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.insertText(story.paragraph)
  await answerDialogs({ open: [picture] })
  await app.keyboard.press('Control+Alt+p')
  await expect(app.locator('figure img')).toHaveJSProperty('naturalWidth', 300)
  await answerDialogs({ open: [] })
  await app.keyboard.press('Control+Alt+u')
  await app.locator('.desk-person input').first().fill(story.person)
  await app.keyboard.press('Enter')
  await expect(app.getByRole('button', { name: story.person })).toBeVisible()
  await app.locator('.story-text > p:not([data-deck])').first().click()
  await app.keyboard.press('Control+Shift+e')
  await app.keyboard.insertText(story.paragraph)
  await app.keyboard.press('Shift+Home')
  await app.keyboard.press('Control+Alt+m')
  await app.locator('.remark-form textarea').fill(story.remark)
  await app.keyboard.press('Control+Enter')
  await app.keyboard.press('Control+Shift+l')
  await app.keyboard.press('Control+a')
  await app.locator('figcaption').first().click()
}

for (const [language, theme] of [['zh-CN', 'light'], ['zh-CN', 'dark'], ['en', 'light'], ['en', 'dark']] as const) {
  test.describe(`every dialog and tab, ${language}, ${theme}`, () => {
    test.use({ language })

    test('says nothing in another language, and nothing serious is found', async ({ app, userData, answerDialogs }) => {
      test.setTimeout(480_000)
      const written = Object.values(story)
      const looked: string[] = []
      const look = async (part: string) => {
        expect(await seriousFindings(app), part).toEqual([])
        expect(foreignWords(await words(app), language, written), part).toEqual([])
        looked.push(part)
      }
      await app.keyboard.press('Control+,')
      await app.getByRole('dialog').getByRole('combobox').nth(1).selectOption(theme)
      await app.keyboard.press('Escape')
      await populated(app, userData, answerDialogs)

      for (const tab of await app.getByRole('tablist').last().getByRole('tab').all()) {
        await tab.click()
        await look(`tab ${await tab.textContent()}`)
      }
      const openPalette = () => expect(async () => { // over nothing: a dialog may have come late
        await app.keyboard.press('Escape')
        await app.locator('figcaption').first().click({ timeout: 2_000 })
        await app.keyboard.press('Control+Shift+P')
        await expect(app.getByRole('combobox', { expanded: true })).toBeVisible({ timeout: 2_000 })
      }).toPass({ timeout: 60_000 })
      await openPalette()
      const asking = (await app.getByRole('option').locator('span:not(.group)').allTextContents()).filter(name => name.endsWith('…'))
      await look('palette')
      for (const name of asking) {
        await openPalette()
        await app.getByRole('combobox', { expanded: true }).fill(name)
        await app.keyboard.press('Enter')
        await settled(() => app.getByRole('dialog').allTextContents())
        for (const fold of await app.getByRole('dialog').locator('summary').all()) await fold.click()
        await look(name)
      }
      await openPalette()
      await app.keyboard.press('Escape')
      expect(looked.length).toBeGreaterThan(20)

      await app.keyboard.press('Control+Shift+g')
      await app.getByRole('button', { name: language === 'en' ? 'New page' : '新建版面' }).click()
      await app.getByRole('button', { name: language === 'en' ? 'Place selected' : '放上所选稿件' }).click()
      await expect(app.locator('.placement')).toHaveCount(1)
      await look('page desk')
      await app.getByRole('button', { name: language === 'en' ? 'Press…' : '付印…' }).click()
      await expect(app.getByRole('dialog').locator('.group')).toHaveCount(2)
      expect(await seriousFindings(app), 'page to press').toEqual([])
    })
  })
}
