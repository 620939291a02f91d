import { mkdirSync, watch } from 'node:fs'

const settleMilliseconds = 300 // a folder that is copied in changes many times

/** Watches a folder of the newsroom's own files (templates, fonts), which is made when it is not there. `onChanged` is called once a change has settled. Answers how to stop. */
export function watchOwnFolder(folder: string, onChanged: () => void, logBug: (error: unknown, where: string) => void): () => void {
  let timer: NodeJS.Timeout | undefined
  mkdirSync(folder, { recursive: true })
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(onChanged, settleMilliseconds)
  })
  watcher.unref()
  watcher.on('error', error => logBug(error, `watching ${folder}`))
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
