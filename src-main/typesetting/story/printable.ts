const wordJoiner = '\u2060'
const zeroWidthSpace = '\u200B'
const twoEmDash = '\u2E3A'

/** Text as the engine sets it rightly: well formed, no control characters, a dash 破折号 as one unbreakable mark, · ～ and – never first in a line. */
export function printable(text: string): string {
  return wellFormed(text)
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFEFF]/g, '')
    .replace(/[\t\n]/g, ' ')
    .replaceAll('——', twoEmDash)
    .replace(/[·～–]/g, `${wordJoiner}$&`)
    .replace(betweenMarks, zeroWidthSpace)
    .replace(longRun, breakable)
}

/** Where a line may end though the engine, which takes quotation marks for Latin ones there, would not: 6.8%|“…”, GDP|“…”, “…”|‘…’, “…”|GDP. */
const betweenMarks = /(?<=[A-Za-z0-9%％℃‰°])(?=[“‘《（【〈「『〔])|(?<=[”’])(?=[“‘])|(?<=”|[^A-Za-z]’)(?=[A-Za-z0-9])/g

/** Addresses and the like, too long for a column, may be broken after their marks, and where letters meet digits or capitals. */
const longRun = /[!-~]{12,}/g
const breakable = (run: string) =>
  run.replace(/(?<=[/\-_?&=@%:;,])(?=[A-Za-z0-9])|(?<=\.)(?=[A-Za-z])|(?<=[a-z])(?=[A-Z0-9])/g, zeroWidthSpace)

/** The engine's JSON refuses lone surrogates. */
export function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
}
