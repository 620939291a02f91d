import { nextTick } from 'vue'

/** Resolves once a dialog that was told to close has given the focus back to where it was: from then on the focus may go elsewhere. */
export async function dialogClosed(): Promise<void> {
  await nextTick()
  await new Promise(resolve => { setTimeout(resolve, 0) })
}
