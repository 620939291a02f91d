import { homedir } from 'node:os'
import { join } from 'node:path'

const applicationName = 'Qingyang'

/** The library the workstation itself uses: in its user data folder, wherever that is on this system. */
export function defaultLibraryFolder(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  return join(environment['QINGYANG_USER_DATA'] || join(applicationData(environment, platform), applicationName), 'library')
}

function applicationData(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return environment['APPDATA'] || join(homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return environment['XDG_CONFIG_HOME'] || join(homedir(), '.config')
}
