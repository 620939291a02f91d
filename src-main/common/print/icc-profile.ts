/** What an ICC profile's header and description say (ICC.1:2022, 7.2 and 9.2.41). */
export interface IccProfile {
  deviceClass: string // prtr: an output device
  colourSpace: string // `CMYK`, `RGB `, `GRAY` …
  version: number // 2 or 4
  description: string
  tags: string[]
}

const headerLength = 128
const tagEntryLength = 12

/** Reads a profile; undefined when the bytes are none, or end too early. */
export function readIccProfile(bytes: Uint8Array): IccProfile | undefined {
  if (bytes.byteLength < headerLength + 4 || ascii(bytes, 36, 4) !== 'acsp') return
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0) > bytes.byteLength) return
  const tags = tagTable(view)
  return tags && {
    deviceClass: ascii(bytes, 12, 4), colourSpace: ascii(bytes, 16, 4), version: bytes[8]!, description: descriptionIn(view, tags), tags: [...tags.keys()],
  }
}

/** Why a profile cannot stand for a printing condition; undefined when it can. */
export function whyNoPrintingCondition(bytes: Uint8Array): 'no-profile' | 'not-for-output' | 'not-cmyk' | 'no-separation' | undefined {
  const profile = readIccProfile(bytes)
  if (!profile) return 'no-profile'
  if (profile.deviceClass !== 'prtr') return 'not-for-output'
  if (profile.colourSpace !== 'CMYK') return 'not-cmyk'
  return profile.tags.includes('B2A0') && profile.tags.includes('A2B0') ? undefined : 'no-separation'
}

interface Tag { offset: number, size: number }

function tagTable(view: DataView): Map<string, Tag> | undefined {
  const count = view.getUint32(headerLength)
  if (headerLength + 4 + count * tagEntryLength > view.byteLength) return
  const tags = new Map<string, Tag>()
  for (let entry = headerLength + 4; tags.size < count; entry += tagEntryLength) {
    const [offset, size] = [view.getUint32(entry + 4), view.getUint32(entry + 8)]
    if (offset + size > view.byteLength) return
    const before = tags.size
    tags.set(ascii(bytesOf(view), entry, 4), { offset, size })
    if (tags.size === before) return // the same tag twice
  }
  return tags
}

/** Version 2 keeps one text in ASCII, version 4 one for each language in UTF-16, of which the first is taken. */
function descriptionIn(view: DataView, tags: Map<string, Tag>): string {
  const tag = tags.get('desc')
  if (!tag || tag.size < 28) return ''
  const bytes = bytesOf(view).subarray(tag.offset, tag.offset + tag.size)
  const own = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (ascii(bytes, 0, 4) === 'desc') return ascii(bytes, 12, Math.max(0, own.getUint32(8) - 1))
  const [start, length] = [own.getUint32(24), own.getUint32(20) & ~1]
  if (start + length > tag.size) return ''
  return String.fromCharCode(...Array.from({ length: length / 2 }, (_, index) => own.getUint16(start + index * 2)))
}

const bytesOf = (view: DataView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
const ascii = (bytes: Uint8Array, start: number, length: number) => String.fromCharCode(...bytes.subarray(start, start + length))
