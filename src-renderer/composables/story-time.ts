const day = 24 * 60 * 60 * 1000

const shapes = {
  hour: { hour: '2-digit', minute: '2-digit', hour12: false },
  day: { month: 'short', day: 'numeric' },
  date: { year: 'numeric', month: 'numeric', day: 'numeric' },
  whole: { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', hour12: false },
} satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = new Map<string, Intl.DateTimeFormat>() // one is slow to make, and a list asks for each many times

function formatted(time: Date, language: string, shape: keyof typeof shapes): string {
  const key = `${language} ${shape}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, shapes[shape])
  formats.set(key, format)
  return format.format(time)
}

/** A time as lists show it: the hour today, the day this year, else the whole date. */
export function shortTime(time: number, language: string, now = Date.now()): string {
  const date = new Date(time)
  const today = new Date(now)
  if (now - time < day && date.getDate() === today.getDate()) return formatted(date, language, 'hour')
  return formatted(date, language, date.getFullYear() === today.getFullYear() ? 'day' : 'date')
}

export const wholeTime = (time: number, language: string): string => formatted(new Date(time), language, 'whole')
