const pointsPerMillimetre = 72 / 25.4

export const points = (millimetre: number) => millimetre * pointsPerMillimetre
export const millimetres = (point: number) => point / pointsPerMillimetre

/** Height of lines on a grid in pt: the last one takes its own size, the others the pitch. */
export const linesHeight = (lines: number, size: number, pitch: number) => lines <= 0 ? 0 : (lines - 1) * pitch + size

/** Chinese type sizes 字号 by name, in pt, largest first. */
export const chineseSizes = [
  ['初号', 42], ['小初', 36], ['一号', 26], ['小一', 24], ['二号', 22], ['小二', 18], ['三号', 16], ['小三', 15], ['四号', 14], ['小四', 12],
  ['五号', 10.5], ['小五', 9], ['六号', 7.5], ['小六', 6.5],
] as const satisfies readonly (readonly [name: string, size: number])[]

/** The Chinese name of a size, when it has one: 9 → 小五. */
export const chineseSizeName = (size: number): string | undefined => chineseSizes.find(([, points]) => points === size)?.[0]
