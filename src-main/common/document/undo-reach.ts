import * as Y from 'yjs'

type SharedType = Y.AbstractType<unknown>
type Step = Y.UndoManager['undoStack'][number]

/**
 * Undo and redo reach back to where somebody else changed the same block: one's last step in it, and the steps before, are not taken back any more. Yjs would take what
 * the other typed for a part of one's own words, and let marks run on. Steps made since in other blocks still are. Selections the binding keeps with a step are dropped: their
 * places are those of the text as it was then. Returns the function that ends it.
 */
export function limitUndo(history: Y.UndoManager): () => void {
  const limit = (change: Y.Transaction) => {
    if (change.local || change.changed.size === 0) return
    const changed = [...change.changed.keys()] as SharedType[]
    for (const stack of [history.undoStack, history.redoStack]) stack.splice(0, 1 + stack.map(step => isBeneath(step, changed, change)).lastIndexOf(true))
  }
  const dropSelection = ({ stackItem }: { stackItem: Step }) => stackItem.meta.clear()
  history.doc.on('afterTransaction', limit)
  history.on('stack-item-added', dropSelection)
  return () => {
    history.doc.off('afterTransaction', limit)
    history.off('stack-item-added', dropSelection)
  }
}

/** Whether a step put something into one of the changed types, took something out, or made or removed it. */
function isBeneath(step: Step, changed: readonly SharedType[], change: Y.Transaction): boolean {
  const [parents, types] = [new Set<unknown>(), new Set<unknown>()]
  for (const items of [step.insertions, step.deletions]) {
    Y.iterateDeletedStructs(change, items, struct => {
      for (const item of formsOf(struct, change.doc)) {
        parents.add(item.parent)
        if (item.content instanceof Y.ContentType) types.add(item.content.type)
      }
    })
  }
  return changed.some(type => parents.has(type) || withParents(type).some(each => types.has(each)))
}

/** An item, and what was put back in its place by undo or redo. */
function formsOf(struct: Y.Item | Y.GC, { store }: Y.Doc): Y.Item[] {
  const forms: Y.Item[] = []
  for (let form: Y.Item | Y.GC | null = struct; form instanceof Y.Item; form = form.redone && Y.getItem(store, form.redone)) forms.push(form)
  return forms
}

const withParents = (type: SharedType): SharedType[] => type._item ? [type, ...withParents(type._item.parent as SharedType)] : [type]
