/** Whether two values of a slip or a record are the same as they are stored: plain data, keys in one order. */
export const isSameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
