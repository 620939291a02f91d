import { fileURLToPath } from 'node:url'
import { typesetter } from '../typesetter'

export const resourcesFolder = fileURLToPath(new URL('../../../resources', import.meta.url))
export const fontFolder = `${resourcesFolder}/fonts`

/** The typesetter with the program's own templates and fonts; further template folders may be given. */
export const realTypesetter = (...templateFolders: string[]) =>
  typesetter({ templateFolders: [`${resourcesFolder}/print-templates`, ...templateFolders], fontFolders: [fontFolder] })
