import { PDFDict, PDFName, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'

export type ResourceKind = 'ColorSpace' | 'ExtGState' | 'XObject' | 'Font' | 'Pattern' | 'Shading'

/** Names a resource for the content streams that use this dictionary. */
export function addResource(context: PDFContext, resources: PDFDict, kind: ResourceKind, name: string, value: PDFObject) {
  const key = PDFName.of(kind)
  const found = resources.lookup(key)
  const group = found instanceof PDFDict ? found : context.obj({})
  if (group !== found) resources.set(key, group)
  group.set(PDFName.of(name), value)
}

/** A dictionary's own `Resources`, made when there is none. */
export function resourcesOf(context: PDFContext, owner: PDFDict): PDFDict {
  const found = owner.lookup(PDFName.of('Resources'))
  if (found instanceof PDFDict) return found
  const resources = context.obj({})
  owner.set(PDFName.of('Resources'), resources)
  return resources
}
