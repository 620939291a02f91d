import type { Db } from './connection'

/** Answers, each time it is asked, whether another process has written to the library since the last time. */
export function outsideChanges(db: Db): () => boolean {
  let seen = db.pragma('data_version', { simple: true })
  return () => {
    const now = db.pragma('data_version', { simple: true })
    const isChanged = now !== seen
    seen = now
    return isChanged
  }
}
