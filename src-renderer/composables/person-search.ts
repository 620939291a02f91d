import type { Person } from '../../src-main/common/ipc/contract'
import { pinyinInitials } from '../commands/pinyin-initials'

/** Whom the typed words may mean: by a part of the name, its pinyin initials, or the code. */
export function peopleFound<P extends Person>(people: readonly P[], typed: string): P[] {
  const wanted = typed.trim().toLowerCase()
  return people.filter(({ name, code }) => name.toLowerCase().includes(wanted) || pinyinInitials(name).startsWith(wanted) || code.toLowerCase().startsWith(wanted))
}

/** Whom Enter takes: somebody of exactly this name, or the first that letters find. Other words are a new name. */
export function personMeant<P extends Person>(people: readonly P[], typed: string): P | undefined {
  const wanted = typed.trim()
  return people.find(({ name }) => name === wanted) ?? (/^[a-z\d]+$/i.test(wanted) ? peopleFound(people, wanted)[0] : undefined)
}
