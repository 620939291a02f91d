import type { Db } from '../connection'

export interface PictureRow { hash: string, mediaType: string, width: number, height: number, bytes: number }

/** What is known of each picture file; the files themselves lie beside the database. */
export function pictureRepository(db: Db) {
  const insert = db.prepare<[PictureRow & { now: number }]>(`
    INSERT OR IGNORE INTO pictures (hash, media_type, width, height, bytes, added_at) VALUES (@hash, @mediaType, @width, @height, @bytes, @now)`)
  const find = db.prepare<[string], PictureRow>('SELECT hash, media_type AS mediaType, width, height, bytes FROM pictures WHERE hash = ?')
  const all = db.prepare<[], PictureRow>('SELECT hash, media_type AS mediaType, width, height, bytes FROM pictures ORDER BY hash')

  return {
    add: (picture: PictureRow, now: number): void => { insert.run({ ...picture, now }) },
    find: (hash: string): PictureRow | undefined => find.get(hash),
    all: (): PictureRow[] => all.all(),
  }
}
export type PictureRepository = ReturnType<typeof pictureRepository>
