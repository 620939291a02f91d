import type { Finding } from './preflight'
import type { Fit, MissingGlyph } from './print'

/** What setting the story shows: too long for its slot, characters no font has. */
export function settingFindings({ over }: Fit, missing: MissingGlyph[]): Finding[] {
  const long: Finding[] = over > 0 ? [{ code: 'does-not-fit', severity: 'blocker', values: { lines: over } }] : []
  const glyphs = missing.map(({ character, codePoint, count }): Finding =>
    ({ code: 'missing-glyph', severity: 'blocker', values: { character, codePoint, count } }))
  return [...long, ...glyphs]
}

export const blockersFirst = (findings: Finding[]) =>
  [...findings].sort((a, b) => Number(b.severity === 'blocker') - Number(a.severity === 'blocker'))
