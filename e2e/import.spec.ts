import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures/app'
import { standingStill } from './fixtures/children'
import { storyText } from './fixtures/story-text'

const pressText = `临江市召开防汛工作会议
2026-05-12 09:30:05 来源：临江日报
打印 放大 缩小
全市防汛工作会议召开
落实责任　备足物资
　　临江日报讯（记者何青、沈越 通讯员陆鸣）5月11日，全市防汛工作会议在临江召开。
　　会议指出，今年汛期来得早，各地要提前检查堤防。
　　会议要求，物资仓库昼夜有人值守。
责任编辑：LJ017
相关阅读
临江市检修排涝泵站
`

test('a press text is looked through, corrected and taken', async ({ app, userData, answerDialogs }) => {
  const file = join(userData, '来稿.txt')
  await writeFile(file, pressText)
  await answerDialogs({ open: [file] })
  await app.getByRole('button', { name: '导入…' }).first().click()

  const sheet = app.getByRole('dialog', { name: '导入：来稿.txt' })
  await expect(sheet.getByRole('combobox', { name: '第 5 行归入' })).toHaveValue('headline')
  await expect(sheet.getByText('临江日报讯（记者何青、沈越 通讯员陆鸣）', { exact: true })).toBeVisible()
  await sheet.getByRole('combobox', { name: '第 7 行归入' }).selectOption('crosshead')
  await sheet.getByRole('button', { name: '第 4 行改为引题' }).click()
  await expect(sheet.getByRole('combobox', { name: '第 4 行归入' })).toHaveValue('kicker')
  await sheet.getByRole('button', { name: '入库' }).click()

  const text = app.getByRole('textbox', { name: '稿件' })
  await expect(text.locator('[data-deck=headline]')).toHaveText('落实责任　备足物资')
  await expect(text.locator('[data-deck=kicker]')).toHaveText('全市防汛工作会议召开')
  await expect(text.locator('h2')).toContainText('今年汛期来得早')
  await expect(app.getByLabel('责任编辑')).toHaveValue('LJ017')
  await expect(app.getByLabel('发布时间')).toHaveValue('2026-05-12T09:30:05')
  await expect(app.getByRole('listbox', { name: '稿库' }).getByRole('option')).toContainText('临江日报')
})

test('what is doubtful is marked, a warning leads to its line, and keys move it', async ({ app, userData, answerDialogs }) => {
  const file = join(userData, '存疑.txt')
  const body = Array.from({ length: 60 }, (_, index) => `　　会议指出，${index === 55 ? '“物资要备足。' : `第${index + 1}项工作要抓紧。`}`)
  await writeFile(file, ['临江夜市重开', '三百多个摊位昨晚人来人往热闹非凡灯火通明', '2026-05-12 09:30:05 来源：临江日报', ...body].join('\n'))
  await answerDialogs({ open: [file] })
  await app.getByRole('button', { name: '导入…' }).first().click()
  const sheet = app.getByRole('dialog', { name: '导入：存疑.txt' })
  await expect(sheet.getByText('待核').first()).toBeVisible()

  const warnings = sheet.getByRole('list', { name: '需要留意' })
  await expect(warnings).toContainText('没有识别出责任编辑')
  await expect(sheet.getByRole('combobox', { name: '第 59 行归入' })).toHaveCount(0)
  await warnings.getByRole('button', { name: '引号不成对（第 59 行）' }).click()
  await expect(sheet.getByRole('combobox', { name: '第 59 行归入' })).toBeInViewport()

  await sheet.getByRole('combobox', { name: '第 59 行归入' }).focus()
  for (let step = 0; step < 3; step++) await app.keyboard.press('Tab')
  await expect(sheet.getByRole('button', { name: '第 59 行改为不收入' })).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(warnings).not.toContainText('引号不成对')
  await sheet.getByRole('button', { name: '入库' }).click()
  await expect(app.getByRole('textbox', { name: '稿件' })).not.toContainText('物资要备足')
})

test('dropped lines can be unfolded and put back', async ({ app, userData, answerDialogs }) => {
  const file = join(userData, '来稿.txt')
  await writeFile(file, pressText)
  await answerDialogs({ open: [file] })
  await app.keyboard.press('Control+o')

  const sheet = app.getByRole('dialog')
  await expect(sheet.getByRole('combobox', { name: '第 3 行归入' })).toHaveCount(0)
  await sheet.getByRole('button', { name: '未收入的 1 行' }).first().click()
  await sheet.getByRole('combobox', { name: '第 3 行归入' }).selectOption('paragraph')
  await sheet.getByRole('button', { name: '入库' }).click()
  await expect(app.getByRole('textbox', { name: '稿件' })).toContainText('打印')
})

test('a paragraph broken into lines comes in whole, and a line of it can be set apart', async ({ app, userData, answerDialogs }) => {
  const file = join(userData, '邮件.txt')
  const lines = ['　　临江日报讯（记者何青）5月11日，全市防汛工作会议在临江召', '开，会议指出，今年汛期来得早，各地要提前检查堤防，备足防汛物', '资，落实责任到人，确保安全度汛。', '　　会议要求，物资仓库昼夜有人值守。']
  await writeFile(file, `全市防汛工作会议召开\n${lines.join('\n')}\n`)
  await answerDialogs({ open: [file] })
  await app.getByRole('button', { name: '导入…' }).first().click()
  const sheet = app.getByRole('dialog', { name: '导入：邮件.txt' })
  await expect(sheet.getByRole('combobox', { name: '第 3 行归入' })).toHaveValue('continuation')
  await sheet.getByRole('combobox', { name: '第 4 行归入' }).selectOption('paragraph')
  await sheet.getByRole('button', { name: '入库' }).click()
  await expect(storyText(app).paragraphs).toHaveText(['5月11日，全市防汛工作会议在临江召开，会议指出，今年汛期来得早，各地要提前检查堤防，备足防汛物', '资，落实责任到人，确保安全度汛。', '会议要求，物资仓库昼夜有人值守。'])
})

test('a binary file is refused, and nothing is stored', async ({ app, userData, answerDialogs }) => {
  const file = join(userData, '图片.txt')
  await writeFile(file, Buffer.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0]))
  await answerDialogs({ open: [file] })
  await app.getByRole('button', { name: '导入…' }).first().click()
  await expect(app.getByText('文件“图片.txt”无法作为文字稿读取').last()).toBeVisible()
  await expect(app.getByText('共 0 篇')).toBeVisible()
})

test('several files come one after another', async ({ app, userData, answerDialogs }) => {
  const files = [join(userData, '甲.txt'), join(userData, '乙.txt')]
  await writeFile(files[0]!, pressText)
  await writeFile(files[1]!, pressText.replaceAll('防汛', '防火'))
  await answerDialogs({ open: files })
  await app.getByRole('button', { name: '导入…' }).first().click()
  await expect(app.getByText('第 1 篇，共 2 篇')).toBeVisible()
  await app.getByRole('button', { name: '入库' }).click()
  await expect(app.getByRole('dialog', { name: '导入：乙.txt' })).toBeVisible()
  await app.getByRole('button', { name: '入库' }).click()
  await expect(app.getByText('共 2 篇')).toBeVisible()
})

test('text pasted outside the editor opens the import sheet', async ({ app }) => {
  await expect(app.getByText('共 0 篇')).toBeVisible()
  await app.evaluate(text => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, pressText)
  await expect(app.getByRole('dialog', { name: '导入：粘贴的文字' })).toBeVisible()
})

test('files dropped on the window open the import sheet', async ({ app }) => {
  await expect(app.getByText('共 0 篇')).toBeVisible()
  const data = await app.evaluateHandle(text => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], '拖入.txt', { type: 'text/plain' }))
    return transfer
  }, pressText)
  await app.dispatchEvent('body', 'dragover', { dataTransfer: data })
  await expect(app.getByText('松开即导入来稿')).toBeVisible()
  await app.dispatchEvent('body', 'drop', { dataTransfer: data })
  await expect(app.getByRole('dialog', { name: '导入：拖入.txt' })).toBeVisible()
})

test('a text of 10 MB shows how far it is, can be cancelled, and the window goes on meanwhile', async ({ app, electronApp, userData, answerDialogs }) => {
  const file = join(userData, '长稿.txt')
  const paragraph = `${'会议指出,要"抓好"落实(项目),增长3.5%,大家都来了.'.repeat(8)}\n`
  await writeFile(file, `长稿\n${paragraph.repeat(Math.ceil(10 * 2 ** 20 / Buffer.byteLength(paragraph)))}`)
  await answerDialogs({ open: [file] })
  const sheet = app.getByRole('dialog', { name: '导入：长稿.txt' })
  const progress = sheet.getByRole('progressbar', { name: '导入进度' })
  const stories = app.getByRole('listbox', { name: '稿库' }).getByRole('option')
  const chooseFile = () => app.getByRole('button', { name: '导入…' }).first().click()

  await chooseFile()
  await standingStill(electronApp, 'backend', () => progress.isVisible(), async () => {
    await expect(sheet.getByText('正在逐行识别…')).toBeVisible()
    await sheet.getByRole('button', { name: '取消' }).click()
    await expect(sheet).toHaveCount(0)
  })
  await app.getByRole('button', { name: '新建稿件' }).first().click()
  await expect(app.getByRole('textbox', { name: '稿件', exact: true })).toBeVisible()
  await expect(stories).toHaveCount(1)
  await expect(sheet).toHaveCount(0)

  const shares = new Set<number>()
  await chooseFile()
  await standingStill(electronApp, 'backend', async () => {
    for (const share of await progress.evaluateAll(bars => bars.map(bar => (bar as HTMLProgressElement).value))) shares.add(share)
    return shares.size === 4
  }, async () => { expect([...shares]).toEqual([...shares].sort((a, b) => a - b)) })
  const secondLine = sheet.getByRole('combobox', { name: '第 2 行归入' })
  await expect(secondLine).toHaveValue('paragraph', { timeout: 60_000 })
  await secondLine.selectOption('crosshead')
  await sheet.getByRole('button', { name: '入库' }).click()
  await standingStill(electronApp, 'backend', () => progress.isVisible(), async () => {
    await expect(sheet.getByText('正在入库…')).toBeVisible()
    await sheet.getByRole('button', { name: '取消' }).click()
  })
  await expect(sheet.getByRole('button', { name: '入库' })).toBeEnabled({ timeout: 60_000 })
  await expect(secondLine).toHaveValue('crosshead')
  await sheet.getByRole('button', { name: '取消' }).click()
  await expect(stories).toHaveCount(1)
})
