const paragraph = '全市水利工作会议在临江召开，会议总结今年工作，部署明年任务，要求各地抓住冬春有利时机，加快病险水库除险加固，完善山洪灾害防御体系。'
const common = new TextDecoder('gb18030').decode(Uint8Array.from({ length: 40 * 94 * 2 }, (_, byte) => byte % 2 === 0 ? 0xB0 + Math.floor(byte / 188) : 0xA1 + (byte - 1) / 2 % 94)) // GB/T 2312, level 1
const vocabulary = 1_400 // characters

export const paragraphLength = paragraph.length

/**
 * So many paragraphs, a line each, with as many different characters as a meeting report of their length has (some 490 of 1,500 characters): page proofs cost
 * by them. The same with every call; only the marks make sense.
 */
export function pressText(paragraphs) {
  let state = 7
  const random = () => (state = state * 16_807 % 2_147_483_647) / 2_147_483_647
  const written = () => common[Math.floor(vocabulary * random() ** 6) * 1_531 % 3_755]
  return Array.from({ length: paragraphs }, () => paragraph.replace(/\p{Script=Han}/gu, written)).join('\n')
}
