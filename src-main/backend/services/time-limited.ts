import { AppError } from '../../common/ipc/errors'
import type { Remote } from '../../common/ipc/rpc'
import type { TypesetterApi } from '../../common/ipc/typesetter-contract'

type Typesetter = Remote<TypesetterApi>['typesetter']

export const settingLimit = 5_000 // milliseconds a template may take
const startLimit = 30_000 // milliseconds until a typesetter that was restarted reads its fonts

/** Asks the typesetter with a time limit that starts when it is ready; one that exceeds it is restarted, and the call rejects with `template-timeout`. */
export function timeLimited(typesetter: Typesetter, restart: () => void) {
  return async <Answer>(ask: (typesetter: Typesetter) => Promise<Answer>, template: string): Promise<Answer> => {
    await within(typesetter.ready(), startLimit, () => new AppError('unavailable', 'The typesetter does not start'))
    return within(ask(typesetter), settingLimit, () => {
      restart()
      return new AppError('template-timeout', `Template ${template} ran longer than ${settingLimit / 1000} s and was stopped`, { template, seconds: settingLimit / 1000 })
    })
  }
}

function within<Answer>(answer: Promise<Answer>, milliseconds: number, late: () => AppError): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), milliseconds)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
