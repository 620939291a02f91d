import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './fixtures/app'
import { beginStory, storyText } from './fixtures/story-text'

/** Puts onto the system's clipboard what another program would. */
async function copyElsewhere(electron: ElectronApplication, data: { html?: string, text?: string }) {
  await electron.evaluate(({ clipboard }, given) => (clipboard as unknown as { write(data: object): void }).write(given), data)
}

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {mso-style-parent:""; margin:0cm; font-size:10.5pt; font-family:"Times New Roman"} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head><body lang=ZH-CN><!--StartFragment-->
<h1 style='mso-pagination:widow-orphan'><span lang=EN-US style='font-family:黑体'>一、</span>总体要求<o:p></o:p></h1>
<p class=MsoNormal style='text-indent:21.0pt'><span style='font-family:宋体;color:red'>　　全市要<b style='mso-bidi-font-weight:normal'>抓紧</b>开工，
确保<span style='text-emphasis:dot'>安全</span>度汛<del cite="mailto:x" datetime="2026-11-20T10:00">删去的话</del><ins cite="mailto:x">补上的话</ins>。</span><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[批注1]</a></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>水库除险</p>
<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>堤防加固</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr><td width=100 style='width:75pt'><p class=MsoNormal>项目</p></td><td><p class=MsoNormal>处数</p></td></tr><tr><td><p class=MsoNormal>水库</p></td><td><p class=MsoNormal>12</p></td></tr></table>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>批注的话</p></div></div><!--EndFragment--></body></html>`

test('from Word: structure comes, styling and remains of editing stay behind', async ({ app, electronApp }) => {
  const story = await beginStory(app)
  await app.keyboard.press('Control+Alt+4')
  await copyElsewhere(electronApp, { html: word, text: '总体要求' })
  await app.keyboard.press('Control+v')
  await expect(story.crossheads).toHaveText(['一、总体要求'])
  await expect(story.paragraphs.first()).toHaveText('全市要抓紧开工，确保安全度汛补上的话。')
  await expect(story.paragraphs.first().locator('strong')).toHaveText('抓紧')
  await expect(story.paragraphs.first().locator('em')).toHaveText('安全')
  await expect(story.text.locator('ol > li')).toHaveText(['水库除险', '堤防加固'])
  await expect(story.text.locator('td')).toHaveText(['项目', '处数', '水库', '12'])
  await expect(story.text).not.toContainText('批注')
  await expect(story.text).not.toContainText('删去')
  expect(await story.text.locator('[class*=Mso], span[style], font').count()).toBe(0)
})

test('from WPS: Chinese list numbers stay words of the text', async ({ app, electronApp }) => {
  const story = await beginStory(app)
  await app.keyboard.press('Control+Alt+4')
  const item = (marker: string, text: string) => `<p class=MsoNormal style="margin-left:0.0000pt;mso-list:l0 level1 lfo1;"><![if !supportLists]><span style="mso-list:Ignore;">${marker}</span><![endif]><span style="mso-spacerun:'yes';font-family:宋体;font-size:10.5000pt;">${text}</span><span><o:p></o:p></span></p>`
  await copyElsewhere(electronApp, { html: `<html><body>${item('一、', '加固水库')}${item('二、', '疏浚河道')}</body></html>`, text: '一、加固水库' })
  await app.keyboard.press('Control+v')
  await expect(story.paragraphs).toHaveText(['一、加固水库', '二、疏浚河道'])
})

test('from a web page: paragraphs, bold and links; no pictures, scripts or hidden text', async ({ app, electronApp }) => {
  const story = await beginStory(app)
  await app.keyboard.press('Control+Alt+4')
  const html = `<div class="article"><h2 style="color:#c00">小标题</h2><p style="text-indent:2em">　　第一段<span style="font-weight:700">要点</span>，见<a href="https://example.cn/a">详情</a><a href="javascript:alert(1)">危险</a>。</p>
    <p><img src="https://example.cn/x.jpg"></p><p>&nbsp;</p><div style="display:none">隐藏</div><p>第二段<br><br>第三段</p><script>alert(1)</script></div>`
  await copyElsewhere(electronApp, { html, text: '小标题' })
  await app.keyboard.press('Control+v')
  await expect(story.crossheads).toHaveText(['小标题'])
  await expect(story.paragraphs).toHaveText(['第一段要点，见详情危险。', '第二段', '第三段'])
  await expect(story.text.locator('a')).toHaveText(['详情'])
  await expect(story.text.locator('img')).toHaveCount(0)
})

test('from a web page: readings stay above their characters, brackets for programs without them go', async ({ app, electronApp }) => {
  const story = await beginStory(app)
  await app.keyboard.press('Control+Alt+4')
  const html = '<p>会议在<ruby>枞<rp>(</rp><rt onclick="alert(1)">zōng</rt><rp>)</rp>阳<rt>yáng</rt></ruby>召开，<ruby><rb>人工智能</rb><rt><b>AI</b></rt></ruby>上岗<ruby>无音<rt> </rt></ruby>。</p>'
  await copyElsewhere(electronApp, { html, text: '会议' })
  await app.keyboard.press('Control+v')
  await expect(story.paragraphs).toHaveText(['会议在枞zōng阳yáng召开，人工智能AI上岗无音。'])
  await expect(story.text.locator('rt')).toHaveText(['zōng', 'yáng', 'AI'])
  await expect(app.getByRole('region', { name: '字数' })).toContainText('正文 17 字')
  expect(await story.text.locator('[onclick], rb, rp').count()).toBe(0)
})

test('plain text: one paragraph a line, marks untouched', async ({ app, electronApp }) => {
  const story = await beginStory(app)
  await app.keyboard.press('Control+Alt+4')
  await copyElsewhere(electronApp, { text: '　　第一段, 半角(不动)\r\n\r\n第二段' })
  await app.keyboard.press('Control+v')
  await expect(story.paragraphs).toHaveText(['第一段, 半角(不动)', '第二段'])
})

test('into the headline: one line, several lines, a whole article', async ({ app, electronApp }) => {
  const story = await beginStory(app)
  await copyElsewhere(electronApp, { html: '<h1><b>加固江堤</b></h1><p>安全度汛</p>', text: '加固江堤\n安全度汛' })
  await app.keyboard.press('Control+v')
  await expect(story.headline).toHaveText(['加固江堤', '安全度汛'])
  await expect(story.headline.locator('strong')).toHaveCount(0)
  await app.keyboard.press('Control+a')
  await app.keyboard.press('Backspace')
  await expect(story.headline).toHaveText([''])
  await copyElsewhere(electronApp, { html: '<p>标题</p><p>甲</p><p>乙</p><h3>丙</h3><p>丁</p>', text: '标题' })
  await app.keyboard.press('Control+v')
  await expect(story.headline).toHaveText(['标题'])
  await expect(story.paragraphs).toHaveText(['甲', '乙', '丁'])
  await expect(story.crossheads).toHaveText(['丙'])
})

test('a whole story copied into a new one keeps its deck', async ({ app }) => {
  const story = await beginStory(app)
  await app.keyboard.type('主题')
  await app.keyboard.press('Control+Alt+3')
  await app.keyboard.type('副题')
  await app.keyboard.press('Enter')
  await app.keyboard.type('正文')
  await app.keyboard.press('Control+a')
  await app.keyboard.press('Control+c')
  await expect(story.subhead).toHaveText(['副题'])
  const copy = await beginStory(app)
  await expect(copy.headline).toHaveText([''])
  await app.keyboard.press('Control+v')
  const { headline, subhead, paragraphs } = storyText(app)
  await expect(headline).toHaveText(['主题'])
  await expect(subhead).toHaveText(['副题'])
  await expect(paragraphs).toHaveText(['正文'])
})
