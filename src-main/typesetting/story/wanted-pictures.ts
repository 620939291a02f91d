import type { Crop } from '../../common/print/picture-crop'
import { figuresIn, type BlockData } from './block-data'

/** A part of a picture that a page needs: `name` is what templates know it by. */
export interface WantedPicture { name: string, file: string, crop: Crop | null }

/** The pictures of these blocks that have a file, each part once; `files` are the job's, by hash. */
export function wantedPictures(blocks: BlockData[], files: Record<string, string>): WantedPicture[] {
  const wanted = new Map<string, WantedPicture>()
  for (const { picture: name, original, crop } of figuresIn(blocks)) {
    const file = Object.hasOwn(files, original) ? files[original] : undefined
    if (file !== undefined) wanted.set(name, { name, file, crop })
  }
  return [...wanted.values()]
}
