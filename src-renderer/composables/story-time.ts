const day = 24 * 60 * 60 * 1000

/** A time as lists show it: the hour today, the day this year, else the whole date. */
export function shortTime(time: number, language: string, now = Date.now()): string {
  const date = new Date(time)
  const today = new Date(now)
  if (now - time < day && date.getDate() === today.getDate()) return date.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false })
  if (date.getFullYear() === today.getFullYear()) return date.toLocaleDateString(language, { month: 'short', day: 'numeric' })
  return date.toLocaleDateString(language, { year: 'numeric', month: 'numeric', day: 'numeric' })
}

export function wholeTime(time: number, language: string): string {
  return new Date(time).toLocaleString(language, { hour12: false })
}
