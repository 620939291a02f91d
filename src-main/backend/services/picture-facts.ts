import type { ExpandedTags } from 'exifreader'

/** What cameras and desks write into a picture; empty where they wrote nothing. */
export interface PictureFacts {
  caption: string
  credit: string // 江一帆 摄
  takenAt: string // local, YYYY-MM-DDTHH:mm:ss
}

const noFacts: PictureFacts = { caption: '', credit: '', takenAt: '' }
const longest = 2000 // characters

/** Loaded with the first picture: a start of the program does not wait for it. */
const loadReader = async () => (await import('exifreader')).default

/** Caption, photographer and time, from IPTC before XMP before EXIF: the desk's words before the camera's. */
export async function pictureFacts(bytes: Uint8Array): Promise<PictureFacts> {
  const reader = await loadReader()
  try {
    return factsOf(reader.load(new Uint8Array(bytes).buffer, { expanded: true }))
  } catch {
    return noFacts // a picture without metadata, or with damaged ones: the person types them
  }
}

function factsOf({ iptc, xmp, exif }: ExpandedTags): PictureFacts {
  const author = first(described(iptc, 'By-line'), described(xmp, 'creator'), described(exif, 'Artist'))
  return {
    caption: first(described(iptc, 'Caption/Abstract'), described(xmp, 'description'), described(exif, 'ImageDescription')),
    credit: creditLine(author, first(described(iptc, 'Credit'), described(xmp, 'Credit'))),
    takenAt: timeOf(first(described(exif, 'DateTimeOriginal'), described(exif, 'DateTime'))),
  }
}

function described(group: object | undefined, name: string): string {
  const tag: unknown = group && Object.hasOwn(group, name) ? (group as Record<string, unknown>)[name] : undefined
  const text = typeof tag === 'object' && tag !== null && 'description' in tag ? String(tag.description) : ''
  return text.replace(/[\u0000-\u001F\u007F]+/g, ' ').trim().slice(0, longest)
}

const first = (...texts: string[]) => texts.find(text => text !== '') ?? ''

/** As papers print it: the name with 摄, unless the line says already who took or gave the picture. */
function creditLine(author: string, credit: string): string {
  if (author === '') return credit
  return /[摄供]/.test(author) || !/\p{Script=Han}/u.test(author) ? author : `${author} 摄`
}

/** `2026:11:18 09:30:05`, as EXIF writes it. */
function timeOf(text: string): string {
  const [, year, month, day, time] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(text) ?? []
  return year && Number(month) > 0 ? `${year}-${month}-${day}T${time}` : ''
}
