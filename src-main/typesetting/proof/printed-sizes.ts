import type { ProofPage } from '../../common/print/print'
import type { PrintedSize } from '../../common/print/resolution'

/** How large each picture was set, told by its bytes: Typst passes JPEGs through as they are. `paths` and `bytes` as the page was given them. */
export function printedSizes(pages: ProofPage[], paths: Record<string, string>, bytes: Map<string, Buffer>): PrintedSize[] {
  const names = new Map(Object.entries(paths).flatMap(([name, path]) => bytes.has(path) ? [[bytes.get(path)!.toString('base64'), name] as const] : []))
  if (names.size === 0) return []
  return pages.flatMap(({ items }) => items.flatMap(item => {
    const picture = item.type === 'picture' ? names.get(item.source.slice(item.source.indexOf(',') + 1)) : undefined
    if (item.type !== 'picture' || picture === undefined) return []
    const [a, b, c, d] = item.matrix
    return [{ picture, width: item.width * Math.hypot(a, b), height: item.height * Math.hypot(c, d) }]
  }))
}
