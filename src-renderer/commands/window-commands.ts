import type { Settings } from '../../src-main/common/ipc/contract'
import { useCommands } from '../composables/use-commands'
import { useDeskPersonStore } from '../stores/desk-person'
import { useDialogStore } from '../stores/dialogs'
import { useImportStore } from '../stores/imports'
import { useLibraryStore } from '../stores/library'
import { usePagePlanStore } from '../stores/page-plans'
import { usePackageStore } from '../stores/packages'
import { useSettingsStore } from '../stores/settings'
import { useStoryStore } from '../stores/story'
import type { Command, Submenu } from './registry'

/** It works on the editor's text: its code comes with the editor's, which a start does not wait for. */
const wordStore = async () => (await import('../stores/word')).useWordStore()

/** Commands of the window itself: files in and out, what is shown, and how. */
export function useWindowCommands() {
  const [desk, dialogs, imports, library, story, pages, { settings, change }] =
    [useDeskPersonStore(), useDialogStore(), useImportStore(), useLibraryStore(), useStoryStore(), usePagePlanStore(), useSettingsStore()]

  const packages = usePackageStore()

  const setting = (id: string, label: string, changed: Partial<Settings>, submenu?: Submenu): Command => ({
    id, label, group: 'view', submenu,
    isChecked: () => Object.entries(changed).every(([name, value]) => settings[name as keyof Settings] === value),
    run: () => change(changed),
  })

  useCommands([
    { id: 'file.import', label: 'commands.import', group: 'file', accelerator: 'CmdOrCtrl+O', run: imports.chooseFiles },
    { id: 'file.export', label: 'commands.export', group: 'file', accelerator: 'CmdOrCtrl+E', isEnabled: () => story.doc !== undefined, run: () => dialogs.open('export') },
    { id: 'file.exportWord', label: 'word.export', group: 'file', isEnabled: () => story.doc !== undefined, run: () => dialogs.open('word') },
    { id: 'file.takeWord', label: 'word.take', group: 'file', isEnabled: () => story.isEditable && !pages.isShown, run: async () => (await wordStore()).takeBack() },
    { id: 'file.sendPackage', label: 'packages.send', group: 'file', isEnabled: () => story.doc !== undefined, run: () => packages.send('work') },
    { id: 'file.sendReading', label: 'packages.sendReading', group: 'file', isEnabled: () => story.doc !== undefined, run: () => packages.send('reading') },
    { id: 'file.openPackage', label: 'packages.open', group: 'file', run: packages.choose },
    { id: 'file.settings', label: 'commands.settings', group: 'file', accelerator: 'CmdOrCtrl+,', run: () => dialogs.open('settings') },
    { id: 'file.templates', label: 'commands.templates', group: 'file', run: () => dialogs.open('templates') },
    { id: 'file.formats', label: 'commands.formats', group: 'file', run: () => dialogs.open('formats') },
    { id: 'review.person', label: 'commands.review.person', group: 'review', accelerator: 'CmdOrCtrl+Alt+U', run: () => { desk.isAsking = !desk.isAsking } },
    { id: 'review.stages', label: 'commands.review.stages', group: 'review', run: () => dialogs.open('workflow') },
    { id: 'view.palette', label: 'commands.palette', group: 'view', accelerator: 'CmdOrCtrl+Shift+P', run: () => dialogs.open('palette') },
    setting('view.slip', 'commands.showSlip', { sideTab: 'slip' }),
    setting('view.proof', 'commands.showProof', { sideTab: 'proof' }),
    { id: 'view.proofFollows', label: 'proof.follow', group: 'view', isChecked: () => settings.proofFollows, run: () => change({ proofFollows: !settings.proofFollows }) },
    { id: 'view.pages', label: 'commands.planPages', group: 'view', accelerator: 'CmdOrCtrl+Shift+G', isChecked: () => pages.isShown, run: () => { pages.isShown = !pages.isShown } },
    { id: 'view.desk', label: 'commands.showDesk', group: 'view', run: () => { library.query.where = 'desk' } },
    { id: 'view.bin', label: 'commands.showBin', group: 'view', run: () => { library.query.where = 'bin' } },
    { id: 'view.list', label: 'commands.goToList', group: 'view', accelerator: 'CmdOrCtrl+Shift+L', run: () => focusOn('[role="listbox"].story-list') },
    { id: 'view.filter', label: 'commands.goToFilter', group: 'view', accelerator: 'CmdOrCtrl+Shift+F', run: () => focusOn('input[type="search"]') },
    setting('view.theme-light', 'commands.lightTheme', { theme: 'light' }, 'theme'),
    setting('view.theme-dark', 'commands.darkTheme', { theme: 'dark' }, 'theme'),
    setting('view.theme-system', 'commands.systemTheme', { theme: 'system' }, 'theme'),
    setting('view.chinese', 'commands.inChinese', { language: 'zh-CN' }, 'language'),
    setting('view.english', 'commands.inEnglish', { language: 'en' }, 'language'),
  ])
}

function focusOn(selector: string) {
  document.querySelector<HTMLElement>(selector)?.focus()
}
