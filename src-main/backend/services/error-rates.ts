import { basename } from 'node:path'
import type { BackendApi } from '../../common/ipc/contract'
import type { Implementation } from '../../common/ipc/rpc'
import { errorCsv } from '../../common/proofreading/error-csv'
import { errorCells, reportOf, type ErrorQuery } from '../../common/proofreading/error-report'
import type { Repositories } from '../database/repositories'
import type { StoryNumber } from '../database/repositories/rows'
import type { FileGrants } from './files'
import { writeWhole } from './write-whole'

const [always, never] = [0, Number.MAX_SAFE_INTEGER]

export interface ErrorRateOptions {
  grants: FileGrants
  /** Errors are counted of what is derived: nothing may be behind. */
  beforeCounting(): void
}

/** The error rate 差错率 of the whole library. */
export function errorRateService({ errors, projections }: Pick<Repositories, 'errors' | 'projections'>, { grants, beforeCounting }: ErrorRateOptions) {
  const cellsOf = (query: ErrorQuery) => {
    beforeCounting()
    const period = { from: query.from ?? always, to: query.to ?? never }
    return errorCells(query, errors.found(period), errors.signed(period), errors.facts)
  }

  const api: Implementation<BackendApi>['errorRates'] = {
    report: query => reportOf(cellsOf(query)),
    async exportCsv(query, words, target) {
      const path = grants.pathOf(target, 'write')
      const bytes = new TextEncoder().encode(errorCsv(cellsOf(query).cells, words))
      await writeWhole(path, bytes)
      return { file: basename(path), bytes: bytes.byteLength }
    },
  }
  return {
    api, cellsOf,
    /** What reviews and proofs of one story found, as last derived. */
    ofStory: (number: StoryNumber) => ({ errors: errors.ofStory(number).map(error => ({ ...error, issue: '' })), characters: projections.read(number)!.wholeCharacters }),
  }
}
