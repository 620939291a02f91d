import type { PageFormat } from '../../../common/print/page-format'
import type { Db } from '../connection'

interface FormatRow extends Omit<PageFormat, 'name' | 'trim' | 'typeArea'> {
  name: string
  trimWidth: number
  trimHeight: number
  typeWidth: number
  typeHeight: number
}

/** The newsroom's own page formats. */
export function pageFormatRepository(db: Db) {
  const all = db.prepare<[], FormatRow>(`
    SELECT id, name, trim_width AS trimWidth, trim_height AS trimHeight, type_width AS typeWidth, type_height AS typeHeight, columns, characters, lines,
      gutter, body_size AS bodySize, line_pitch AS linePitch, bleed
    FROM page_formats ORDER BY added_at, id`)
  const write = db.prepare<[FormatRow & { now: number }]>(`
    INSERT INTO page_formats VALUES (@id, @name, @trimWidth, @trimHeight, @typeWidth, @typeHeight, @columns, @characters, @lines, @gutter, @bodySize, @linePitch, @bleed, @now)
    ON CONFLICT (id) DO UPDATE SET name = @name, trim_width = @trimWidth, trim_height = @trimHeight, type_width = @typeWidth, type_height = @typeHeight,
      columns = @columns, characters = @characters, lines = @lines, gutter = @gutter, body_size = @bodySize, line_pitch = @linePitch, bleed = @bleed`)
  const remove = db.prepare<[string]>('DELETE FROM page_formats WHERE id = ?')

  return {
    /** In the order they were added. */
    all: (): PageFormat[] => all.all().map(toFormat),
    /** Adds a format, or changes the one of this id. */
    write(format: PageFormat & { name: string }, now: number): void {
      const { trim, typeArea, ...rest } = format
      write.run({ ...rest, trimWidth: trim.width, trimHeight: trim.height, typeWidth: typeArea.width, typeHeight: typeArea.height, now })
    },
    remove: (id: string): boolean => remove.run(id).changes > 0,
  }
}
export type PageFormatRepository = ReturnType<typeof pageFormatRepository>

function toFormat({ trimWidth, trimHeight, typeWidth, typeHeight, ...rest }: FormatRow): PageFormat {
  return { ...rest, trim: { width: trimWidth, height: trimHeight }, typeArea: { width: typeWidth, height: typeHeight } }
}
