const day = 24 * 60 * 60 * 1000

const looks = {
  hour: { hour: '2-digit', minute: '2-digit', hour12: false },
  day: { month: 'short', day: 'numeric' },
  date: { year: 'numeric', month: 'numeric', day: 'numeric' },
  whole: { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', hour12: false },
} satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = new Map<string, Intl.DateTimeFormat>() // each takes a tenth of a millisecond to make

function format(time: Date | number, language: string, look: keyof typeof looks): string {
  const key = `${language} ${look}`
  const made = formats.get(key) ?? new Intl.DateTimeFormat(language, looks[look])
  formats.set(key, made)
  return made.format(time)
}

/** A time as lists show it: the hour today, the day this year, else the whole date. */
export function shortTime(time: number, language: string, now = Date.now()): string {
  const date = new Date(time)
  const today = new Date(now)
  if (now - time < day && date.getDate() === today.getDate()) return format(date, language, 'hour')
  if (date.getFullYear() === today.getFullYear()) return format(date, language, 'day')
  return format(date, language, 'date')
}

export function wholeTime(time: number, language: string): string {
  return format(time, language, 'whole')
}
