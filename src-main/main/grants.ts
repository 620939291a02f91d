import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { FileGrant } from '../common/ipc/contract'
import type { ControlToChild } from '../common/ipc/host-link'

type Granted = Extract<ControlToChild, { type: 'grant' }>

export interface Grants {
  /** Gives leave for one file the person chose, and tells the backend. */
  give(path: string, mode: Granted['mode']): FileGrant
  pathOf(token: string): string | undefined
  /** All that were given, for a backend that was started again. */
  all(): Granted[]
}

export function grantRegister(tell: (grant: Granted) => void): Grants {
  const given = new Map<string, Granted>()
  return {
    give(path, mode) {
      const grant: Granted = { type: 'grant', token: randomUUID(), path, mode }
      given.set(grant.token, grant)
      tell(grant)
      return { token: grant.token, name: basename(path) }
    },
    pathOf: token => given.get(token)?.path,
    all: () => [...given.values()],
  }
}
