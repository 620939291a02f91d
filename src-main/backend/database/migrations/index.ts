import type { Db } from '../connection'
import { up as library } from './001-library'
import { up as pageDesk } from './002-page-desk'
import { up as reviews } from './003-reviews'
import { up as storyWriters } from './004-story-writers'
import { up as signedChecks } from './005-signed-checks'
import { up as foundErrors } from './006-found-errors'
import { up as storyFits } from './007-story-fits'
import { up as placementTemplates } from './008-placement-templates'

export interface Migration { name: string, up(db: Db): void }

/** In order; the place is the number. Append only: a released migration is never edited and imports no application code. */
export const migrations: readonly Migration[] = [
  { name: 'library', up: library },
  { name: 'page-desk', up: pageDesk },
  { name: 'reviews', up: reviews },
  { name: 'story-writers', up: storyWriters },
  { name: 'signed-checks', up: signedChecks },
  { name: 'found-errors', up: foundErrors },
  { name: 'story-fits', up: storyFits },
  { name: 'placement-templates', up: placementTemplates },
]
