import { version } from '../../../package.json'
import type { TypesetterApi } from '../../common/ipc/typesetter-contract'
import { connect } from '../../common/ipc/rpc'
import { openBackend, type Backend } from '../backend'
import { fileGrants } from '../services/files'

/** The program's backend on the library in a folder, with no window and no typesetter; `logBug` gets what should not happen. */
export function backendOn(libraryFolder: string, logBug: (error: unknown, where: string) => void): Promise<Backend> {
  return openBackend(libraryFolder, {
    resourcesFolder: 'resources', version, logBug, grants: fileGrants(), typesetter: connect<TypesetterApi>(),
    emit: () => undefined, restartTypesetter: () => undefined,
  })
}
