import type { Command } from './command'
import { backup } from './backup'
import { errorRate } from './error-rate'
import { exportStory } from './export'
import { importTexts } from './import'
import { list } from './list'
import { openPackage, pack } from './packages'
import { preflight } from './preflight'
import { show } from './show'
import { typeset } from './typeset'
import { verify } from './verify'

/** The commands of `qingyang`, in the order its help shows them. */
export const commands: Readonly<Record<string, Command>> = {
  import: importTexts, list, show, typeset, preflight, export: exportStory, pack, open: openPackage, 'error-rate': errorRate, verify, backup,
}
