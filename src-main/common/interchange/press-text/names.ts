/** Family names that open nearly every Han Chinese name (百家姓 and the name report of the Ministry of Public Security). */
const familyNames = new Set(('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
  + '常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜'
  + '冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云'
  + '容敬来扈晁芮都普阙戈邸雍候闪').split(''))
const doubleFamilyNames = ['欧阳', '司马', '上官', '诸葛', '司徒', '东方', '独孤', '南宫', '慕容', '令狐', '皇甫', '尉迟', '公孙', '长孙', '宇文', '端木', '夏侯', '轩辕', '呼延', '申屠']

/** Whether `text` has the form of a Han Chinese person's name: a known family name and one or two characters more. */
export function isPersonName(text: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(text)) return false
  return doubleFamilyNames.some(name => text.startsWith(name)) ? text.length >= 3 : text.length <= 3 && familyNames.has(text[0]!)
}

/** A name that a byline may hold though its form is not the usual one: transliterated, Latin, or with a rare family name. */
export function isPossibleName(text: string): boolean {
  return /^(\p{Script=Han}{2,4}|\p{Script=Han}+(·\p{Script=Han}+)+|[A-Z][A-Za-z.'-]*( [A-Z][A-Za-z.'-]*)*)$/u.test(text)
}
