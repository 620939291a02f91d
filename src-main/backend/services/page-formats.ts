import type { BackendApi } from '../../common/ipc/contract'
import { AppError } from '../../common/ipc/errors'
import type { Implementation } from '../../common/ipc/rpc'
import { builtInFormats, formatProblems, isBuiltIn, type PageFormat } from '../../common/print/page-format'
import type { PageFormatRepository } from '../database/repositories/page-formats'

/** Page formats: those of the program, then the newsroom's own. */
export function pageFormatService(formats: PageFormatRepository, isWriter: boolean, onChanged: (id: string) => void = () => undefined) {
  const all = (): PageFormat[] => [...builtInFormats, ...formats.all()]

  function assertOwn(id: string): void {
    if (!isWriter) throw new AppError('read-only', 'The library is in use by another process', { cause: 'locked' })
    if (isBuiltIn(id)) throw new AppError('invalid-arguments', `${id} is a format of the program`, { format: id })
  }

  const api: Implementation<BackendApi>['formats'] = {
    list: all,
    save(format) {
      assertOwn(format.id)
      const { name } = format
      const [problem] = formatProblems(format)
      if (problem || typeof name !== 'string') throw new AppError('invalid-arguments', `The format contradicts itself: ${problem?.code ?? 'name'}`)
      formats.write({ ...format, name }, Date.now())
      onChanged(format.id)
      return format
    },
    remove(id) {
      assertOwn(id)
      if (!formats.remove(id)) throw new AppError('not-found', `No page format ${id}`, { format: id })
      onChanged(id)
    },
  }

  return { api, all }
}
