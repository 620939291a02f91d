import type { Command } from '../commands/registry'
import { transpose } from '../editor/commands/transpose'
import { useCommentStore } from '../stores/comments'
import { useDeskPersonStore } from '../stores/desk-person'
import { useDialogStore } from '../stores/dialogs'
import { useReviewStore, type ShownView } from '../stores/review'
import { useSettingsStore } from '../stores/settings'
import { useCommands } from './use-commands'

/** What can be done about suggested changes, as commands of menus, keys and palette. */
export function useReviewCommands() {
  const [dialogs, comments, desk, review, { settings, change }] = [useDialogStore(), useCommentStore(), useDeskPersonStore(), useReviewStore(), useSettingsStore()]
  const isEditable = () => review.session?.editor.isEditable === true
  const hasChanges = () => review.changes.length > 0
  const isDeciding = () => isEditable() && review.view === 'marks'
  const canDecide = () => isDeciding() && hasChanges()
  const canDecideAll = () => isDeciding() && review.isAny

  const showing = (view: ShownView): Command => ({
    id: `review.${view}`, label: `commands.review.${view}`, group: 'review', isChecked: () => review.view === view, run: () => { review.view = view },
  })

  useCommands([
    { id: 'review.track', label: 'commands.review.track', group: 'review', accelerator: 'CmdOrCtrl+Shift+E', isEnabled: () => isEditable() && desk.isKnown, isChecked: () => desk.isTracking, run: () => desk.track(!desk.isTracking) },
    { id: 'review.next', label: 'commands.review.next', group: 'review', accelerator: 'F8', isEnabled: hasChanges, run: () => review.go(1) },
    { id: 'review.previous', label: 'commands.review.previous', group: 'review', accelerator: 'Shift+F8', isEnabled: hasChanges, run: () => review.go(-1) },
    { id: 'review.accept', label: 'commands.review.accept', group: 'review', accelerator: 'CmdOrCtrl+Alt+A', isEnabled: canDecide, run: () => { review.decideSelected('accept') } },
    { id: 'review.reject', label: 'commands.review.reject', group: 'review', accelerator: 'CmdOrCtrl+Alt+R', isEnabled: canDecide, run: () => { review.decideSelected('reject') } },
    { id: 'review.acceptAll', label: 'commands.review.acceptAll', group: 'review', isEnabled: canDecideAll, run: () => { review.decide('accept', () => true) } },
    { id: 'review.rejectAll', label: 'commands.review.rejectAll', group: 'review', isEnabled: canDecideAll, run: () => { review.decide('reject', () => true) } },
    { id: 'review.transpose', label: 'commands.review.transpose', group: 'review', accelerator: 'CmdOrCtrl+Alt+X', isEnabled: isEditable, run: () => { review.session?.run(transpose) } },
    { id: 'review.comment', label: 'commands.review.comment', group: 'review', accelerator: 'CmdOrCtrl+Alt+M', isEnabled: () => isEditable() && desk.isKnown, run: comment },
    { id: 'review.nextComment', label: 'comments.next', group: 'review', accelerator: 'F9', isEnabled: () => comments.shown.length > 0, run: () => comments.go(1) },
    { id: 'review.previousComment', label: 'comments.previous', group: 'review', accelerator: 'Shift+F9', isEnabled: () => comments.shown.length > 0, run: () => comments.go(-1) },
    { id: 'review.list', label: 'commands.review.list', group: 'review', isChecked: () => settings.sideTab === 'suggestions', run: () => change({ sideTab: 'suggestions' }) },
    { id: 'review.comments', label: 'commands.review.comments', group: 'review', isChecked: () => settings.sideTab === 'comments', run: () => change({ sideTab: 'comments' }) },
    { id: 'review.workflow', label: 'commands.review.workflow', group: 'review', isChecked: () => settings.sideTab === 'workflow', run: () => change({ sideTab: 'workflow' }) },
    { id: 'review.errorRate', label: 'commands.review.errorRate', group: 'review', isEnabled: () => review.session !== undefined, run: () => dialogs.open('error-rate') },
    { id: 'review.errorReport', label: 'commands.review.errorReport', group: 'review', run: () => dialogs.open('error-report') },
    { id: 'review.versions', label: 'commands.review.versions', group: 'review', accelerator: 'CmdOrCtrl+Alt+H', isEnabled: () => review.session !== undefined, run: () => dialogs.open('versions') },
    { id: 'review.sheet', label: 'commands.review.sheet', group: 'review', run: () => dialogs.open('review-sheet') },
    showing('marks'), showing('final'), showing('original'),
  ])

  /** Opens the comments with a form for the selected words. */
  async function comment() {
    comments.draftOnText()
    await change({ sideTab: 'comments' })
  }
}
