/** Below it a picture looks soft in print: warned of. */
export const leastResolution = 200 // ppi at the printed size

/** How large a picture stands on the page, pt. `picture` is its name among the job's pictures (`croppedName`). */
export interface PrintedSize { picture: string, width: number, height: number }

/** Pixels an inch along the side that has fewer; `printed` in pt. */
export function resolutionOf(pixels: { width: number, height: number }, printed: { width: number, height: number }): number {
  return Math.round(Math.min(pixels.width / printed.width, pixels.height / printed.height) * 72)
}
