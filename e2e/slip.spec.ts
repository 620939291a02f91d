import { expect, test } from './fixtures/app'
import { beginStory, storyText, waitUntilSaved } from './fixtures/story-text'

const texts = {
  短标题: '江堤抢险', 来源: '临江日报', 电头署名单位: '临江日报', 发稿地点: '青浦滩', 发稿日期: '2026-05-11', 责任编辑: 'LJ017', 值班主任: '贺听澜', 签发: '柏松年',
  部门: '时政部', 版面: '要闻', 版次: 'A01', '审核、校对等署名': '审核：韩磊', 发布时间: '2026-05-12T09:30:05', 解禁时间: '2026-05-12T18:00:01', 编辑要求: '配图一张，\n上头版。',
}
const choices = { 体裁: 'feature' }

test('a slip filled whole is there after a restart, and the text with it', async ({ app, restart }) => {
  await beginStory(app)
  await app.keyboard.type('江水上涨')
  await app.keyboard.press('Control+Alt+4')
  await app.keyboard.type('三人受伤。')
  const slip = app.getByRole('form', { name: '稿签' })
  await slip.getByRole('radiogroup', { name: '讯 / 电' }).getByRole('radio', { name: '电', exact: true }).click()
  for (const [label, value] of Object.entries(choices)) await slip.getByLabel(label, { exact: true }).selectOption(value)
  for (const [label, value] of Object.entries(texts)) await slip.getByLabel(label, { exact: true }).fill(value)
  await slip.getByRole('radiogroup', { name: '优先级' }).getByRole('radio', { name: '特急' }).click()
  const byline = slip.getByRole('group', { name: '署名' })
  for (const [index, [role, name]] of [['reporter', '闻一舟'], ['correspondent', '骆川']].entries()) {
    if (await byline.getByLabel('姓名').count() <= index) await byline.getByRole('button', { name: '添加署名' }).click()
    await byline.getByLabel('身份').nth(index).selectOption(role!)
    await byline.getByLabel('姓名').nth(index).fill(name!)
  }
  for (const word of ['防汛', '江堤']) {
    await slip.getByRole('textbox', { name: '关键词' }).fill(word)
    await app.keyboard.press('Enter')
  }
  await waitUntilSaved(app)

  const again = await restart()
  await again.getByRole('listbox', { name: '稿库' }).getByRole('option').dblclick()
  const kept = again.getByRole('form', { name: '稿签' })
  for (const [label, value] of Object.entries({ ...texts, ...choices })) await expect(kept.getByLabel(label, { exact: true }), label).toHaveValue(value)
  await expect(kept.getByRole('radio', { name: '特急' })).toBeChecked()
  await expect(kept.getByRole('radio', { name: '电', exact: true })).toBeChecked()
  const people = kept.getByRole('group', { name: '署名' })
  for (const [index, [role, name]] of [['reporter', '闻一舟'], ['correspondent', '骆川']].entries()) {
    await expect(people.getByLabel('身份').nth(index)).toHaveValue(role!)
    await expect(people.getByLabel('姓名').nth(index)).toHaveValue(name!)
  }
  for (const word of ['防汛', '江堤']) await expect(kept.getByRole('button', { name: `移除关键词 ${word}` })).toBeVisible()
  await expect(storyText(again).headline).toHaveText(['江水上涨'])
  await expect(storyText(again).paragraphs).toHaveText(['三人受伤。'])
})
