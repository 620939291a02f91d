import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { FileGrant } from '../common/ipc/contract'
import type { ControlToChild } from '../common/ipc/host-link'

type Granted = Extract<ControlToChild, { type: 'grant' }>

export interface Grants {
  /** Gives leave for one file the person chose; answers once the backend knows of it, because the page's next question may reach it sooner than what main tells it. */
  give(path: string, mode: Granted['mode']): Promise<FileGrant>
  /** The backend knows of it. */
  acknowledge(token: string): void
  pathOf(token: string): string | undefined
  /** All that were given, for a backend that was started again. */
  all(): Granted[]
}

export function grantRegister(tell: (grant: Granted) => void): Grants {
  const given = new Map<string, Granted>()
  const waiting = new Map<string, () => void>()
  return {
    async give(path, mode) {
      const grant: Granted = { type: 'grant', token: randomUUID(), path, mode }
      given.set(grant.token, grant)
      await new Promise<void>(resolve => {
        waiting.set(grant.token, resolve)
        tell(grant)
      })
      return { token: grant.token, name: basename(path) }
    },
    acknowledge(token) {
      waiting.get(token)?.()
      waiting.delete(token)
    },
    pathOf: token => given.get(token)?.path,
    all: () => [...given.values()],
  }
}
