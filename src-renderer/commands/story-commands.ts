import { storyKinds } from '../../src-main/common/document/slip'
import { useCommands } from '../composables/use-commands'
import { useDialogStore } from '../stores/dialogs'
import { useLibraryStore } from '../stores/library'
import { useStoryStore } from '../stores/story'
import { useStoryActions } from '../stores/story-actions'
import { useStorySelectionStore } from '../stores/story-selection'
import type { Command } from './registry'

/** Commands about whole stories: those selected in the list, else the one that is open. */
export function useStoryCommands() {
  const [actions, dialogs, library, selection, story] = [useStoryActions(), useDialogStore(), useLibraryStore(), useStorySelectionStore(), useStoryStore()]

  const targets = () => selection.ids.length > 0 ? selection.ids : story.id ? [story.id] : []
  const isAt = (where: 'desk' | 'bin') => targets().length > 0 && library.query.where === where
  const first = () => library.row(selection.activeIndex)?.id ?? targets()[0]

  const creating: Command[] = storyKinds.map(kind => ({
    id: `file.new.${kind}`, label: `commands.new.${kind}`, group: 'file', submenu: 'new', run: () => actions.create(kind),
  }))

  useCommands([
    { id: 'file.new', label: 'commands.newStory', group: 'file', accelerator: 'CmdOrCtrl+N', run: () => actions.create('news') },
    ...creating,
    { id: 'story.open', label: 'commands.openStory', group: 'story', isEnabled: () => selection.ids.length > 0, run: () => openFirst() },
    { id: 'story.duplicate', label: 'commands.duplicate', group: 'story', isEnabled: () => isAt('desk'), run: () => actions.duplicate(targets()) },
    { id: 'story.exportMany', label: 'commands.exportMany', group: 'story', isEnabled: () => selection.ids.length > 0, run: () => dialogs.open('batch') },
    { id: 'story.bin', label: 'commands.moveToBin', group: 'story', isEnabled: () => isAt('desk'), run: () => actions.moveToBin(targets()) },
    { id: 'story.restore', label: 'commands.restore', group: 'story', isEnabled: () => isAt('bin'), run: () => actions.restore(targets()) },
    { id: 'story.delete', label: 'commands.deleteForever', group: 'story', isEnabled: () => isAt('bin'), run: () => actions.deleteForever(targets()) },
  ])

  async function openFirst() {
    const id = first()
    if (id) await actions.open(id)
  }
}
