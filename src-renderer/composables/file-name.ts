/** A story's title as the name of a file, without what file systems refuse. */
export function fileNameOf(title: string): string {
  return title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim().slice(0, 60)
}
