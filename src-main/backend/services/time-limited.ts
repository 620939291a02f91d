import { AppError } from '../../common/ipc/errors'
import type { Connection, Remote } from '../../common/ipc/rpc'
import type { TypesetterApi } from '../../common/ipc/typesetter-contract'

type Typesetter = Remote<TypesetterApi>['typesetter']

export type TypesetterConnection = Pick<Connection<TypesetterApi, object>, 'api' | 'generation'>

export const settingLimit = 5_000 // milliseconds a template may take
const pictureLimit = 3_000 // and for each picture that is separated: 100 megapixels take one second
const startLimit = 30_000 // milliseconds until a typesetter that was restarted reads its fonts

/**
 * Asks the typesetter with a time limit that starts when it is ready; one that exceeds it is restarted, and the call rejects with `template-timeout`,
 * naming the lines at which the template begins loops.
 */
export function timeLimited({ api: { typesetter }, generation }: TypesetterConnection, restart: () => void) {
  let known: number | undefined // the generation that said it is ready

  /** A key does not wait for this: what is asked goes right behind the question. */
  async function ready(): Promise<void> {
    const asked = generation()
    if (asked === known) return
    await within(typesetter.ready(), startLimit, () => new AppError('unavailable', 'The typesetter does not start'))
    known = asked
  }

  return async <Answer>(ask: (typesetter: Typesetter) => Promise<Answer>, template: string, pictures = 0): Promise<Answer> => {
    const limit = settingLimit + pictures * pictureLimit
    const isReady = ready()
    const answer = (async () => ask(typesetter))()
    answer.catch(() => undefined) // heard below, unless it never got ready
    await isReady
    return within(answer, limit, async () => {
      restart()
      return ranTooLong(template, limit / 1000, await loopsOf(typesetter, template))
    })
  }
}

function ranTooLong(template: string, seconds: number, places: string[]): AppError {
  const where = places.length > 0 ? `; it begins loops at ${places.join(', ')}` : ''
  return new AppError('template-timeout', `Template ${template} ran longer than ${seconds} s and was stopped${where}`, { template, seconds, places })
}

/** Asked of the typesetter that was started in place of the stopped one; without an answer there is simply no line to name. */
async function loopsOf(typesetter: Typesetter, template: string): Promise<string[]> {
  const unknown = () => new AppError('unavailable', 'The typesetter does not start')
  return within(typesetter.ready().then(() => typesetter.loops(template)), startLimit, unknown).catch((reason: unknown) => {
    if (reason instanceof AppError) return []
    throw reason
  })
}

/** Rejects with what `late` gives when the answer takes longer; whatever comes after that, such as the end of the process, is ignored. */
function within<Answer>(answer: Promise<Answer>, milliseconds: number, late: () => AppError | Promise<AppError>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      Promise.resolve(late()).then(reject, reject)
    }, milliseconds)
    answer.then(value => { if (!isLate) resolve(value) }, (reason: unknown) => { if (!isLate) reject(reason as Error) }).finally(() => clearTimeout(timer))
  })
}
