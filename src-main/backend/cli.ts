import { dirname, join, resolve } from 'node:path'
import { realpathSync } from 'node:fs'
import { runCommandLine } from './command-line'
import { defaultLibraryFolder } from './library-place'

const entries = dirname(realpathSync(process.argv[1]!))

void runCommandLine(process.argv.slice(2), {
  libraryFolder: defaultLibraryFolder(),
  resourcesFolder: resolve(entries, '..', '..', 'resources'),
  typesetterEntry: join(entries, 'typesetter.cjs'),
  environment: process.env,
  print: text => { process.stdout.write(`${text}\n`) },
  say: text => { process.stderr.write(`${text}\n`) },
}).then(exitCode => { process.exitCode = exitCode })
