import type { Person } from '../../../common/ipc/contract'
import type { Db } from '../connection'

/** `pin` is salt and hash, or empty. */
export interface PersonRow extends Person { pin: string }

/** The people of this library. */
export function personRepository(db: Db) {
  const all = db.prepare<[], PersonRow>('SELECT name, role, code, pin FROM people ORDER BY seated_at DESC, name')
  const find = db.prepare<[string], PersonRow>('SELECT name, role, code, pin FROM people WHERE name = ?')
  const seat = db.prepare<[Person & { now: number }]>(`
    INSERT INTO people (name, role, code, pin, seated_at) VALUES (@name, @role, @code, '', @now)
    ON CONFLICT (name) DO UPDATE SET role = @role, code = @code, seated_at = @now`)
  const setPin = db.prepare<[string, string]>('UPDATE people SET pin = ? WHERE name = ?')
  const remove = db.prepare<[string]>('DELETE FROM people WHERE name = ?')

  return {
    /** Who sat here last comes first. */
    all: (): PersonRow[] => all.all(),
    find: (name: string): PersonRow | undefined => find.get(name),
    seat: (person: Person, now: number): void => { seat.run({ ...person, now }) },
    setPin: (name: string, pin: string): void => { setPin.run(pin, name) },
    remove: (name: string): void => { remove.run(name) },
  }
}
export type PersonRepository = ReturnType<typeof personRepository>
