import { Selection, TextSelection, type Command } from '@tiptap/pm/state'
import { isLongText } from '../long-text'

/**
 * To the beginning or the end of a long text, whose paragraphs out of sight are not laid out: the browser does not find their ends. False in texts that are
 * laid out whole. `extends`: what was selected stays so.
 */
export const goToTextEnd = (bias: -1 | 1, { extends: isExtended }: { extends: boolean }): Command => ({ doc, selection, tr }, dispatch) => {
  if (!isLongText(doc.content.size)) return false
  const { $head } = bias < 0 ? Selection.atStart(doc) : Selection.atEnd(doc)
  dispatch?.(tr.setSelection(TextSelection.between(isExtended ? selection.$anchor : $head, $head, bias)).scrollIntoView())
  return true
}
