import { backendCode } from './library/backend-code.mjs'
import { atScale, median, report, round } from './statistics.mjs'

/** Reading a press text of 5 MB against decoding its bytes alone, and half of it, which should take half the time. */
const runs = atScale(7, 1)
const megabytes = atScale(5, 0.1)
const { decode: { decodeText }, pressText: { readPressText } } = await backendCode()

const paragraph = '会议指出,要"抓好"落实(项目),增长3.5%,大家都来了. '
const texts = {
  'paragraphs': `${paragraph.repeat(8)}\n\n`,
  'one line': paragraph,
  'headings, paragraphs and names': `一、小标题\n${paragraph.repeat(6)}\n记者 沈帆\n`,
}

const bytesOf = (unit, size) => Buffer.from(unit.repeat(Math.ceil(size * 2 ** 20 / Buffer.byteLength(unit))))

function time(work) {
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage() // of this process alone: the machine may have other work
    work()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return median(times)
}

function read(bytes) {
  const { text, encoding } = decodeText(bytes)
  return readPressText(text, 'large.txt', encoding)
}

const rows = Object.entries(texts).map(([what, unit]) => {
  const [whole, half] = [bytesOf(unit, megabytes), bytesOf(unit, megabytes / 2)]
  const [wholeTime, halfTime] = [time(() => read(whole)), time(() => read(half))]
  return { '5 MB of': what, 'decoding alone': round(time(() => decodeText(whole))), 'read': round(wholeTime), 'half of it': round(halfTime), 'whole to half': round(wholeTime / halfTime, 2) }
})
const [slowest, steepest] = [Math.max(...rows.map(row => row.read)), Math.max(...rows.map(row => row['whole to half']))]

report({
  name: 'Import of a press text of 5 MB: from bytes to lines with their roles',
  rows,
  goals: [
    { goal: 'reading it, the slowest kind', value: `${slowest} ms`, limit: '≤ 2000 ms', isMet: slowest <= 2000 },
    { goal: 'twice the text, times as long', value: steepest, limit: '≤ 3', isMet: steepest <= 3 },
  ],
})
