const sheet = new CSSStyleSheet()
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]

/** Colours the words of these threads, the current one's stronger. A sheet made in code, because the text itself does not know which threads are open. */
export function highlightComments(open: string[], current: string | undefined): void {
  const rule = (ids: string[], strength: number) => ids.length === 0 ? '' : `${ids.map(id => `.story-text span[data-comment="${CSS.escape(id)}"]`).join()} { background: color-mix(in srgb, var(--warn) ${strength}%, transparent); }`
  sheet.replaceSync(rule(open, 18) + rule(open.filter(id => id === current), 40))
}
