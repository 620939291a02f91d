/** The part of a picture that is printed, in fractions of the upright picture. The file itself is never changed. */
export interface Crop { x: number, y: number, width: number, height: number }

export const leastPart = 0.02 // of a side: less is a slip of the hand

/** A crop as a document has it, held inside the picture; null for the whole picture and for what is no crop. */
export function readCrop(value: unknown): Crop | null {
  if (typeof value !== 'object' || value === null) return null
  const { x, y, width, height } = value as Partial<Record<keyof Crop, unknown>>
  if (![x, y, width, height].every(part => typeof part === 'number' && Number.isFinite(part))) return null
  const crop = heldInside({ x, y, width, height } as Crop)
  return crop.width === 1 && crop.height === 1 ? null : crop
}

/** Moved and made smaller until it lies inside the picture. */
export function heldInside({ x, y, width, height }: Crop): Crop {
  const [w, h] = [between(width, leastPart, 1), between(height, leastPart, 1)]
  return { x: between(x, 0, 1 - w), y: between(y, 0, 1 - h), width: w, height: h }
}

const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

export interface PixelBox { left: number, top: number, width: number, height: number }

/** The crop in whole pixels of the upright picture, at least one. */
export function pixelsOf({ x, y, width, height }: Crop, picture: { width: number, height: number }): PixelBox {
  const left = Math.min(Math.round(x * picture.width), picture.width - 1)
  const top = Math.min(Math.round(y * picture.height), picture.height - 1)
  return { left, top, width: part(width, picture.width, left), height: part(height, picture.height, top) }
}

const part = (share: number, whole: number, before: number) => Math.max(1, Math.min(Math.round(share * whole), whole - before))

/** The largest crop of this shape (width ÷ height) around the point that matters most, as far as the picture's edges let it. */
export function cropAround(picture: { width: number, height: number }, shape: number, focus: { x: number, y: number }): Crop {
  const own = picture.width / picture.height
  const [width, height] = shape > own ? [1, own / shape] : [shape / own, 1]
  return heldInside({ x: focus.x - width / 2, y: focus.y - height / 2, width, height })
}

/** What a picture and its crop are known by among a job's pictures. */
export const croppedName = (picture: string, crop: Crop | null) =>
  crop ? `${picture}@${[crop.x, crop.y, crop.width, crop.height].map(share => Math.round(share * 10_000)).join('-')}` : picture
