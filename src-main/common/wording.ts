/** What stands in braces in a message: the name of a value, or with it the words for one and for more. */
export const inBraces = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g

/** A message with its values: `{lines}` is a value, `{lines:line|lines}` the first of the two where that value is 1. A value that is not there stays empty. */
export function worded(message: string, valueOf: (name: string) => unknown): string {
  return message.replace(inBraces, (_, name: string, one?: string, more?: string) => {
    const value = String(valueOf(name) ?? '')
    return one === undefined ? value : value === '1' ? one : more!
  })
}
