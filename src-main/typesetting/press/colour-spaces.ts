import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'

/** A colour space in words: `DeviceCMYK`, `ICCBased 3`, `Separation All (DeviceCMYK)`, `Indexed (DeviceGray)`, `Pattern` … */
export function spaceName(context: PDFContext, value: PDFObject | undefined): string {
  const space = value && context.lookup(value)
  if (space instanceof PDFName) return space.decodeText()
  if (!(space instanceof PDFArray)) return 'none'
  const family = String(space.get(0)).slice(1)
  switch (family) {
    case 'ICCBased': return `ICCBased ${componentsOf(context.lookup(space.get(1)))}`
    case 'Indexed': return `Indexed (${spaceName(context, space.get(1))})`
    case 'Pattern': return space.size() > 1 ? `Pattern (${spaceName(context, space.get(1))})` : 'Pattern'
    case 'Separation': case 'DeviceN': return `${family} ${namesIn(context.lookup(space.get(1)))} (${spaceName(context, space.get(2))})`
    default: return family
  }
}

function componentsOf(profile: PDFObject | undefined): string {
  const dictionary = profile instanceof PDFRawStream ? profile.dict : profile instanceof PDFDict ? profile : undefined
  return String(dictionary?.get(PDFName.of('N')) ?? '?')
}

const namesIn = (names: PDFObject | undefined) => (names instanceof PDFArray ? names.asArray() : [names]).map(name => String(name).slice(1)).join('+')

/** Typst tags gray and CMYK pictures with profiles; a RIP would spread such a gray over four plates and convert such CMYK again. */
export function useDeviceColours(context: PDFContext) {
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dictionary = object instanceof PDFRawStream ? object.dict : object instanceof PDFDict ? object : undefined
    if (dictionary) replaceIn(context, dictionary)
  }
}

const replacements: Readonly<Record<string, string>> = { 'ICCBased 1': 'DeviceGray', 'ICCBased 4': 'DeviceCMYK' }

/** A picture's or group's own space, and those a page names. */
function replaceIn(context: PDFContext, dictionary: PDFDict) {
  for (const key of [PDFName.of('ColorSpace'), PDFName.of('CS')]) {
    const value = dictionary.get(key)
    const named = value && context.lookup(value)
    if (named instanceof PDFDict) named.entries().forEach(([name, space]) => replace(named, name, space))
    else replace(dictionary, key, value)
  }
  const resources = dictionary.get(PDFName.of('Resources'))
  if (resources instanceof PDFDict) replaceIn(context, resources)

  function replace(owner: PDFDict, name: PDFName, space: PDFObject | undefined) {
    const replacement = replacements[spaceName(context, space)]
    if (replacement) owner.set(name, PDFName.of(replacement))
  }
}
