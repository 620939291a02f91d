import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normalisedText } from './normalise'
import { areQuotationMarksPaired } from './quotation-marks'

it.each<[string, string, string]>([
  ['comma and colon', '会议指出,要抓好落实:一是项目;二是民生', '会议指出，要抓好落实：一是项目；二是民生'],
  ['parentheses', '各县(市、区)要行动', '各县（市、区）要行动'],
  ['nested parentheses', '全会(扩大(视频))召开', '全会（扩大（视频））召开'],
  ['a pair typed half and half', '各县（市、区)要行动', '各县（市、区）要行动'],
  ['thousands, times, ratios', '3,000人10:30到场,比分3:1', '3,000人10:30到场，比分3:1'],
  ['a percentage before a comma', '增长11.6%,18个项目', '增长11.6%，18个项目'],
  ['Latin words keep theirs', '“Hello, world!”是第一行,5G(NSA)组网', '“Hello, world!”是第一行，5G(NSA)组网'],
  ['a code after Chinese', 'A股(000001)上涨', 'A股（000001）上涨'],
  ['an address', '见http://a.example/b?c=1,2;d请看', '见http://a.example/b?c=1,2;d请看'],
  ['exclamation and question', '干!真的吗?!', '干！真的吗？！'],
  ['quoted figures', '"5G","6G"都要', '“5G”，“6G”都要'],
  ['full stop at the end', '大家都来了.', '大家都来了。'],
  ['full stop between clauses', '今天召开大会.大家都来参加', '今天召开大会。大家都来参加'],
  ['a name is no full stop', '卡尔.马克思诞辰', '卡尔.马克思诞辰'],
  ['a decimal', '增长3.5个百分点', '增长3.5个百分点'],
  ['ellipsis', '等等...还有。。。', '等等……还有……'],
  ['dash', '--记项目建设--一线', '——记项目建设——一线'],
  ['middle dot', '卡尔•马克思', '卡尔·马克思'],
  ['straight quotation marks', '"全年精彩"和\'开门红\'', '“全年精彩”和‘开门红’'],
  ['an odd mark stays to be seen', '"全年精彩和', '"全年精彩和'],
  ['an apostrophe', "他说it's好", "他说it's好"],
  ['full-width digits and letters', '２０２１年５Ｇ增长５％', '2021年5G增长5%'],
  ['spaces inside text', '临江 市　委\u00A0召开\u200B会议', '临江市委召开会议'],
  ['spaces beside marks', '会议指出， 要抓好', '会议指出，要抓好'],
  ['a space beside Latin stays', '推进 5G 建设', '推进 5G 建设'],
  ['two names in parentheses', '（张三 李四）', '（张三 李四）'],
  ['a text without Chinese', 'Yes, we can (really)...', 'Yes, we can (really)...'],
])('%s', (_, original, normal) => {
  expect(normalisedText(original, 'text')).toBe(normal)
})

it('keeps the break between two phrases of a deck line, full width', () => {
  expect(normalisedText('鼓足干劲 加压奋进', 'line')).toBe('鼓足干劲\u3000加压奋进')
  expect(normalisedText('锚定“一号工程” 推进“两个转变”', 'line')).toBe('锚定“一号工程”\u3000推进“两个转变”')
})

const alphabet = [...'会议省委张三一二。，：；！？、（）“”‘’《》…—·.,:;!?()"\'-AbZ019 %/@\u3000\u00A0\u200B０Ａ％•', 'http://a.b', '...', '--', '𠮷']
const texts = fc.array(fc.constantFrom(...alphabet), { maxLength: 40 }).map(parts => parts.join(''))
const rules = fc.constantFrom<'line' | 'text'>('line', 'text')
const wordsOf = (text: string) => text.normalize('NFKC').replace(/[\p{P}\p{S}\s\p{Cf}]+/gu, '')

it('changes nothing when done twice', () => {
  fc.assert(fc.property(texts, rules, (text, rule) => {
    const once = normalisedText(text, rule)
    expect(normalisedText(once, rule)).toBe(once)
  }), { numRuns: 5000 })
})

it('keeps every letter, digit and Han character', () => {
  fc.assert(fc.property(texts, rules, (text, rule) => { expect(wordsOf(normalisedText(text, rule))).toBe(wordsOf(text)) }), { numRuns: 5000 })
})

it.each([
  ['“全年精彩”', true], ['“外‘内’外”', true], ['“开了没关', false], ['没开就关”', false], ['“外“内”外”', false], ['it’s', true],
])('pairs of %s: %s', (text, isPaired) => {
  expect(areQuotationMarksPaired(text)).toBe(isPaired)
})
