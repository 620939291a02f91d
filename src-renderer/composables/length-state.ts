export type LengthState = 'none' | 'fits' | 'short' | 'long'

/** How a length stands to the planned one, given a tolerance in percent; `none` when no length is planned. */
export function lengthState(characters: number, planned: number | null, tolerance: number): LengthState {
  if (!planned) return 'none'
  if (characters > planned * (1 + tolerance / 100)) return 'long'
  return characters < planned * (1 - tolerance / 100) ? 'short' : 'fits'
}
