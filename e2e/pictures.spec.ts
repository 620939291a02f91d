import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from './fixtures/app'
import { beginStory, storyText, waitUntilSaved } from './fixtures/story-text'

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">临江大桥合龙现场</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>江一帆</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta>`

test('a picture brings its caption and credit; a part of it is chosen and printed, and undone', async ({ app, userData, answerDialogs }) => {
  const bridge = join(userData, 'bridge.jpg')
  const blue = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#1144bb' } }).png().toBuffer()
  await sharp({ create: { width: 800, height: 400, channels: 3, background: '#cc5522' } }).composite([{ input: blue, left: 400, top: 0 }]).withXmp(xmp).jpeg().toFile(bridge)
  const story = await beginStory(app)
  await app.keyboard.type('临江大桥合龙')
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.type('大桥今天合龙。')
  await answerDialogs({ open: [bridge] })
  await app.keyboard.press('Control+Alt+p')
  await expect(story.text.locator('figcaption').first()).toHaveText('临江大桥合龙现场')
  await expect(story.text.locator('figcaption[data-credit]')).toHaveText('江一帆 摄')

  await app.getByRole('button', { name: '裁剪图片…' }).click()
  const dialog = app.getByRole('dialog', { name: '裁剪图片' })
  await expect(dialog.getByText('裁后 800 × 400 像素')).toBeVisible()
  await dialog.getByRole('img').or(dialog.locator('img')).first().dblclick({ position: { x: 10, y: 10 }, force: true })
  await dialog.getByRole('combobox', { name: '比例' }).selectOption('1:1')
  await expect(dialog.getByText('裁后 400 × 400 像素')).toBeVisible()
  await dialog.getByRole('application', { name: /^印出的部分/ }).press('ArrowRight')
  await dialog.getByRole('application', { name: /^主体：横向 \d%/ }).press('Shift+ArrowRight')
  await expect(dialog.getByRole('application', { name: /^主体：横向 1\d%/ })).toBeFocused()
  await dialog.getByRole('button', { name: '裁剪', exact: true }).click()
  await expect(story.text.locator('.figure-part')).toHaveCSS('aspect-ratio', '1 / 1')
  await waitUntilSaved(app)

  await app.keyboard.press('Control+z')
  await expect(story.text.locator('.figure-part')).toHaveCount(0)
  await expect(story.text.locator('figcaption').first()).toHaveText('临江大桥合龙现场')
})

const square = (colour: string) => sharp({ create: { width: 300, height: 200, channels: 3, background: colour } }).png().toBuffer()

test('a picture dropped on the text stands where it was dropped', async ({ app }) => {
  const story = await beginStory(app)
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.type('第一段')
  await app.keyboard.press('Enter')
  await app.keyboard.type('第二段')
  const data = await app.evaluateHandle(bytes => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(bytes)], '江堤.png', { type: 'image/png' }))
    return transfer
  }, [...await square('#4a7')])
  const place = (await story.paragraphs.first().boundingBox())!
  await story.paragraphs.first().dispatchEvent('drop', { dataTransfer: data, clientX: place.x + 5, clientY: place.y + place.height / 2 })
  await expect(story.text.locator('figure img')).toHaveJSProperty('naturalWidth', 300)
  await expect(story.text.locator('> p:not([data-deck]), > figure')).toHaveText(['第一段', /^300 × 200 像素/, '第二段'])
})

test('as one works, a picture says how large and how sharp it prints, and warns below 200 ppi; a smaller part of it is softer', async ({ app, userData, answerDialogs }) => {
  const file = join(userData, '会场.jpg')
  await sharp({ create: { width: 600, height: 400, channels: 3, background: '#3a6' } }).withExif({ IFD2: { DateTimeOriginal: '2026:11:18 09:30:05' } }).jpeg().toFile(file)
  const story = await beginStory(app)
  await app.keyboard.press('Control+Alt+4')
  await answerDialogs({ open: [file] })
  await app.keyboard.press('Control+Alt+p')
  const note = story.text.locator('.figure-note')
  await expect(note).toHaveText('600 × 400 像素　版上 41 × 28 毫米，369 ppi　2026-11-18 09:30 拍摄') // a column of thirteen nine-point characters
  await expect(note).not.toHaveClass(/is-warning/)

  await app.getByRole('button', { name: '裁剪图片…' }).click()
  const dialog = app.getByRole('dialog', { name: '裁剪图片' })
  await dialog.getByRole('combobox', { name: '比例' }).selectOption('2:3')
  await dialog.getByRole('button', { name: '裁剪', exact: true }).click()
  await expect(note).toHaveText('267 × 400 像素　版上 41 × 62 毫米，只有 164 ppi，低于 200，印出会发虚　2026-11-18 09:30 拍摄')
  await expect(note).toHaveClass(/is-warning/)
})

test('a phone’s HEIC picture is refused with what to do, by dialog and by drop; nothing is stored', async ({ app, userData, answerDialogs }) => {
  const heic = Buffer.concat([Buffer.from('0000001866747970', 'hex'), Buffer.from('heic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(64)])
  const file = join(userData, 'IMG_0042.HEIC')
  await writeFile(file, heic)
  const story = await beginStory(app)
  await app.keyboard.press('Control+Alt+4')
  await answerDialogs({ open: [file] })
  await app.keyboard.press('Control+Alt+p')
  const refusal = app.getByText(/^“IMG_0042\.HEIC”没有加入：.*HEIC.*请先另存为 JPEG/)
  await expect(refusal).toHaveCount(1)

  const data = await app.evaluateHandle(bytes => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(bytes)], 'IMG_0042.HEIC', { type: '' }))
    return transfer
  }, [...heic])
  const place = (await story.paragraphs.first().boundingBox())!
  await story.paragraphs.first().dispatchEvent('drop', { dataTransfer: data, clientX: place.x + 5, clientY: place.y + place.height / 2 })
  await expect(refusal).toHaveCount(2)
  await expect(story.text.locator('figure')).toHaveCount(0)
  await app.locator('body').dispatchEvent('drop', { dataTransfer: data })
  await expect(app.getByText('图片没有加入：请先打开一篇稿件，再把图片拖到正文里要放的地方。', { exact: true })).toBeVisible()
})

test('a picture copied elsewhere is pasted, kept, and gone by undo', async ({ app, electronApp }) => {
  const story = await beginStory(app)
  await app.keyboard.press('Control+Alt+4')
  await electronApp.evaluate(({ clipboard, nativeImage }, png) => (clipboard as unknown as { writeImage(image: object): void }).writeImage(nativeImage.createFromBuffer(Buffer.from(png, 'base64'))), (await square('#c52')).toString('base64'))
  await app.keyboard.press('Control+v')
  await expect(story.text.locator('figure img')).toHaveJSProperty('naturalWidth', 300)
  await waitUntilSaved(app)
  await app.keyboard.press('Control+z')
  await expect(story.text.locator('figure')).toHaveCount(0)
})

test('a picture whose file is gone is said to be missing, in the text and before press', async ({ app, userData, answerDialogs, restart }) => {
  const file = join(userData, '会场.png')
  await writeFile(file, await square('#4a7'))
  const story = await beginStory(app)
  await app.keyboard.type('会议召开')
  await app.keyboard.press('Control+Alt+4')
  await answerDialogs({ open: [file] })
  await app.keyboard.press('Control+Alt+p')
  await expect(story.text.locator('figure img')).toHaveJSProperty('naturalWidth', 300)
  await waitUntilSaved(app)
  const kept = join(userData, 'library', 'pictures')
  for (const name of await readdir(kept, { recursive: true })) await rm(join(kept, name), { recursive: true, force: true })

  const again = await restart()
  await again.getByRole('listbox', { name: '稿库' }).getByRole('option').first().click()
  const frame = storyText(again).text.locator('figure [data-state=missing]')
  await expect(frame).toBeVisible()
  expect(await frame.evaluate(element => getComputedStyle(element, '::before').content)).toContain('图片文件不在资料库里')
  await again.keyboard.press('Control+e')
  const dialog = again.getByRole('dialog', { name: '导出 PDF' })
  await dialog.getByRole('combobox', { name: '版式' }).selectOption('slot')
  await dialog.getByRole('radio', { name: /^付印 PDF/ }).check()
  await expect(dialog.getByRole('button', { name: '第 1 幅图没有图片，或图片文件缺失、损坏' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: '导出', exact: true })).toBeDisabled()
})
