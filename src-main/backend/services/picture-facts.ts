import type { ExpandedTags } from 'exifreader'

/** What cameras and desks write into a picture; empty where they wrote nothing. */
export interface PictureFacts {
  caption: string
  credit: string // 江一帆 摄
  takenAt: string // local, YYYY-MM-DDTHH:mm:ss, or the day alone
}

const noFacts: PictureFacts = { caption: '', credit: '', takenAt: '' }
const longest = 2000 // characters

/** Loaded with the first picture: a start of the program does not wait for it. */
const loadReader = async () => (await import('exifreader')).default

/** Caption, photographer and time. Words come from IPTC before XMP before EXIF: the desk's before the camera's; the time from the camera first. */
export async function pictureFacts(bytes: Uint8Array): Promise<PictureFacts> {
  const reader = await loadReader()
  try {
    return factsOf(reader.load(new Uint8Array(bytes).buffer, { expanded: true }))
  } catch {
    return noFacts // a picture without metadata, or with damaged ones: the person types them
  }
}

function factsOf({ iptc, xmp, exif }: ExpandedTags): PictureFacts {
  const author = first(words(iptc, 'By-line'), described(xmp, 'creator'), words(exif, 'Artist'))
  return {
    caption: first(...[words(iptc, 'Caption/Abstract'), described(xmp, 'description'), words(exif, 'ImageDescription')].filter(isOfAPerson)),
    credit: creditLine(author, first(words(iptc, 'Credit'), described(xmp, 'Credit'))),
    takenAt: first(timeOf(words(exif, 'DateTimeOriginal')), iptcTime(iptc), timeOf(described(xmp, 'DateCreated')), timeOf(words(exif, 'DateTime'))),
  }
}

/** What makers' cameras write into every picture is no caption. */
const cameraWords = /^(?:[\w ]*digital camera|sony dsc|samsung|default|untitled|exif_jpeg_picture|picture|image|photo|dcim|[a-z]{2,4}_?\d{3,}(?:\.\w+)?|dav|hdr\w*|sdr|mde|oznor\w*|rhdr)$/i

const isOfAPerson = (caption: string) => !cameraWords.test(caption)

interface Tag { value?: unknown, description?: unknown }

/** A tag of this name, several where it may be repeated (IPTC names each photographer in one). */
function tagsOf(group: object | undefined, name: string): Tag[] {
  const found: unknown = group && Object.hasOwn(group, name) ? (group as Record<string, unknown>)[name] : undefined
  return [found].flat().filter((tag): tag is Tag => typeof tag === 'object' && tag !== null)
}

const tidy = (text: string) => text.replace(/[\u0000-\u001F\u007F]+/g, ' ').trim().slice(0, longest)

const described = (group: object | undefined, name: string) => tagsOf(group, name).map(({ description }) => tidy(String(description ?? ''))).join('、')

/** The text of a tag from its bytes: neither EXIF nor IPTC says for certain how they are written, and many Chinese programs write GB 18030. */
function words(group: object | undefined, name: string): string {
  return tagsOf(group, name).map(({ value, description }) => {
    const bytes = bytesOf(value)
    return tidy(bytes ? decoded(bytes) : String(description ?? ''))
  }).join('、')
}

/** IPTC gives numbers, EXIF strings of one character a byte; nothing where the reader decoded already. */
function bytesOf(value: unknown): Uint8Array | undefined {
  const parts: unknown[] = Array.isArray(value) ? value : [value]
  if (parts.length > 0 && parts.every(part => typeof part === 'number' && part >= 0 && part < 256)) return Uint8Array.from(parts as number[])
  const text = parts.every(part => typeof part === 'string') ? parts.join(' ') : ''
  return text !== '' && /^[\u0000-\u00FF]*$/.test(text) ? Uint8Array.from(text, character => character.charCodeAt(0)) : undefined
}

function decoded(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue // written otherwise
    }
  }
  return new TextDecoder('latin1').decode(bytes)
}

const first = (...texts: string[]) => texts.find(text => text !== '') ?? ''

/** As papers print it: the name with 摄, unless the line says already who took or gave the picture. */
function creditLine(author: string, credit: string): string {
  if (author === '') return credit
  return /[摄供]/.test(author) || !/\p{Script=Han}/u.test(author) ? author : `${author} 摄`
}

/** `2026:11:18 09:30:05` as EXIF writes it, `2026-11-18T09:30:05+08:00` as XMP does: the camera's own clock, the zone left out. */
function timeOf(text: string): string {
  const [, year, month, day, time = ''] = /^(\d{4})[:-](\d\d)[:-](\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?))?/.exec(text) ?? []
  if (!year || Number(year) === 0 || Number(month) === 0) return ''
  return [`${year}-${month}-${day}`, ...time === '' ? [] : [time.length === 5 ? `${time}:00` : time]].join('T')
}

/** IIM 2:55 and 2:60: `20261118`, `093005+0800`. */
function iptcTime(iptc: object | undefined): string {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(words(iptc, 'Date Created')) ?? []
  const [, hour, minute, second] = /^(\d\d):?(\d\d):?(\d\d)/.exec(words(iptc, 'Time Created')) ?? []
  return year ? timeOf(`${year}-${month}-${day}${hour ? `T${hour}:${minute}:${second}` : ''}`) : ''
}
