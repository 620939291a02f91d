import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from './fixtures/app'
import { beginStory, waitUntilSaved } from './fixtures/story-text'

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
  await dialog.getByRole('application').press('ArrowRight')
  await dialog.getByRole('button', { name: '裁剪', exact: true }).click()
  await expect(story.text.locator('.figure-part')).toHaveCSS('aspect-ratio', '1 / 1')
  await waitUntilSaved(app)

  await app.keyboard.press('Control+z')
  await expect(story.text.locator('.figure-part')).toHaveCount(0)
  await expect(story.text.locator('figcaption').first()).toHaveText('临江大桥合龙现场')
})
