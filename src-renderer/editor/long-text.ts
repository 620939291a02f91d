const mostLaidOut = 200_000

/** Whether a text of so many characters is laid out only where it is looked at: all of two million take seconds, in which the window stands still. */
export const isLongText = (characters: number) => characters > mostLaidOut
