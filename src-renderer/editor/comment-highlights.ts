const sheet = new CSSStyleSheet()
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]

const selector = (ids: string[]) => ids.map(id => `.story-text span[data-comment="${CSS.escape(id)}"]`).join()
const rule = (ids: string[], look: string) => ids.length === 0 ? '' : `${selector(ids)} { ${look} }`
/** No stronger than that: suggested words in the colours of their passes have to stay legible on it (4.5 : 1). */
const ground = (strength: number) => `background: color-mix(in srgb, var(--warn) ${strength}%, transparent)`

/** Colours the words of these threads, the current one's stronger and with a line. A sheet made in code, because the text itself does not know which threads are open. */
export function highlightComments(open: string[], current: string | undefined): void {
  sheet.replaceSync(rule(open, ground(10)) + rule(open.filter(id => id === current), `${ground(18)}; box-shadow: 0 2px 0 var(--warn)`))
}
