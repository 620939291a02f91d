const betweenItems = /[、,，;；\n\t]+/

/** Splits a pasted or typed list at the marks people put between names and keywords. */
export function splitList(text: string): string[] {
  return text.split(betweenItems).map(item => item.trim()).filter(item => item !== '')
}
