import * as Y from 'yjs'

/** Names of a story's shared types that an update would change; the document itself stays as it is. Throws when the update cannot be read. */
export function touchedTypes(doc: Y.Doc, update: Uint8Array): string[] {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const names = new Set<string>()
  copy.on('afterTransaction', ({ changed }: Y.Transaction) => { for (const type of changed.keys()) names.add(Y.findRootTypeKey(rootOf(type))) })
  Y.applyUpdate(copy, update)
  return [...names]
}

type SharedType = Y.Transaction['changed'] extends Map<infer Type, unknown> ? Type : never

const rootOf = (type: SharedType): SharedType => type._item ? rootOf(type._item.parent as SharedType) : type
