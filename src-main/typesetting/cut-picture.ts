import type { Sharp } from 'sharp'
import { pixelsOf, type Crop } from '../common/print/picture-crop'

/** The picture upright, and of it only the part that is printed. */
export async function cutPicture(picture: Sharp, crop: Crop | null): Promise<Sharp> {
  const upright = picture.autoOrient()
  if (!crop) return upright
  const { autoOrient } = await picture.metadata()
  return upright.extract(pixelsOf(crop, autoOrient))
}
