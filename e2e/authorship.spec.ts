import { expect, test } from './fixtures/app'
import { sitDown, takeOver } from './fixtures/people'
import { beginStory } from './fixtures/story-text'

const words = ['雨停了，', '天晴了，', '江水退了，', '桥通了，', '人回来了。']
const people = ['周编', '李审', '钱校', '罗审', '王编']
const speeds = [0, 3, 12, 30, 70] // ms between keys

test('what is typed is known to be of who sits at the desk, at every speed', async ({ app }) => {
  const { paragraphs } = await beginStory(app)
  await app.keyboard.type('江水上涨')
  await app.keyboard.press('Control+Alt+4')
  const continueAs = async (name: string) => {
    await sitDown(app, name, '编辑')
    if (name !== '周编') await takeOver(app)
    await paragraphs.last().click()
    await app.keyboard.press('Control+End')
  }
  for (const [index, delay] of speeds.entries()) {
    await continueAs(people[index]!)
    await app.keyboard.type(words[index]!, { delay })
  }
  await continueAs('何审')
  for (const key of ['a', 'b', 'c', 'Backspace', 'd', 'ArrowLeft', 'e']) await app.keyboard.press(key) // right behind each other, with other keys between
  await app.keyboard.press('Control+Alt+H')
  const dialog = app.getByRole('dialog', { name: '版本' })
  await dialog.getByLabel('版本名称').fill('初稿')
  await dialog.getByRole('button', { name: '存一版' }).click()
  await dialog.getByRole('button', { name: '谁写的' }).click()
  const whose = dialog.getByRole('region', { name: '后一版各段文字是谁写的' })
  await expect(whose).toContainText('何审：4 字')
  await dialog.screenshot({ path: test.info().outputPath('whose.png') })
  await expect(whose.locator('.passage')).toHaveText([/江水上涨$/, ...people.map((name, index) => `${name}${words[index]}`), '何审abed'])
})
