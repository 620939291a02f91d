import { statSync } from 'node:fs'
import { resolve } from 'node:path'

/** The files among the arguments of a start, as absolute paths; switches, folders and what does not exist are left out. */
export function filesAmong(args: string[], workingFolder: string): string[] {
  return args
    .filter(argument => !argument.startsWith('-'))
    .map(argument => resolve(workingFolder, argument))
    .filter(path => statSync(path, { throwIfNoEntry: false })?.isFile())
}
