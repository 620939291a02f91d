import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import axe from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app'

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
