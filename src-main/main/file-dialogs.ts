import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron'
import type { FileGrant } from '../common/ipc/contract'
import type { Grants } from './grants'

const texts: FileFilter[] = [{ name: 'TXT', extensions: ['txt', 'text'] }, { name: '*', extensions: ['*'] }]
const pictures: FileFilter[] = [{ name: 'JPEG, PNG, TIFF, WebP, AVIF, HEIC', extensions: ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'webp', 'avif', 'heic', 'heif'] }]
const profiles: FileFilter[] = [{ name: 'ICC', extensions: ['icc', 'icm'] }]
const words: FileFilter[] = [{ name: 'Word', extensions: ['docx'] }]
const packages: FileFilter[] = [{ name: 'Qingyang', extensions: ['qingyang'] }]
const kinds: Readonly<Record<string, FileFilter[]>> = { '.docx': words, '.qingyang': packages, '.pdf': [{ name: 'PDF', extensions: ['pdf'] }] }
const forbiddenInNames = /[\\/:*?"<>|\p{Cc}]/gu

/** The dialogs in which the person chooses files; each file chosen becomes a grant. */
export function fileDialogs(window: BrowserWindow, grants: Grants) {
  async function chooseToOpen(title: string, filters: FileFilter[], several: boolean): Promise<FileGrant[]> {
    const properties: ('openFile' | 'multiSelections')[] = several ? ['openFile', 'multiSelections'] : ['openFile']
    const { filePaths } = await dialog.showOpenDialog(window, { title, filters, properties })
    return Promise.all(filePaths.map(path => grants.give(path, 'read')))
  }

  return {
    chooseImports: (title: string) => chooseToOpen(title, texts, true),
    choosePicture: async (title: string) => (await chooseToOpen(title, pictures, false))[0] ?? null,
    chooseProfile: async (title: string) => (await chooseToOpen(title, profiles, false))[0] ?? null,
    chooseWord: async (title: string) => (await chooseToOpen(title, words, false))[0] ?? null,
    choosePackages: (title: string) => chooseToOpen(title, packages, true),
    async chooseFolder(title: string): Promise<FileGrant | null> {
      const { filePaths: [path] } = await dialog.showOpenDialog(window, { title, properties: ['openDirectory', 'createDirectory'] })
      return path ? grants.give(path, 'write') : null
    },
    /** The kind of file is that of the suggested name: PDF, Word or a review package. */
    async chooseExport(title: string, suggestedName: string): Promise<FileGrant | null> {
      const extension = extname(suggestedName) in kinds ? extname(suggestedName) : '.pdf'
      const { filePath } = await dialog.showSaveDialog(window, {
        title,
        defaultPath: join(app.getPath('documents'), suggestedName.replace(forbiddenInNames, ' ').trim() || 'Qingyang.pdf'),
        filters: kinds[extension]!,
      })
      return filePath ? grants.give(withExtension(filePath, extension), 'write') : null
    },
  }
}

/** Some systems leave the extension out. It is added unless that would overwrite a file nobody was asked about. */
function withExtension(path: string, extension: string): string {
  return extname(path) || existsSync(path + extension) ? path : path + extension
}
