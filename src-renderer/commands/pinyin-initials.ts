/** The first character of each pinyin initial in the collation's order (i, u and v open no syllable). */
const starts = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀']
const initials = 'abcdefghjklmnopqrstwxyz'
const compare = new Intl.Collator('zh-Hans-CN-u-co-pinyin').compare

/** The pinyin initials of a name's Han characters, by the order dictionaries use; of several readings the commonest. Other characters are left out. */
export function pinyinInitials(name: string): string {
  return [...name].map(character => /\p{Script=Han}/u.test(character) ? initialOf(character) : '').join('')
}

function initialOf(character: string): string {
  const place = starts.findIndex(start => compare(character, start) < 0)
  return initials[(place < 0 ? starts.length : place) - 1] ?? ''
}
