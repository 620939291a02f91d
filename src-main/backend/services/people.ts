import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import type { BackendApi, KnownPerson, Person, Signer } from '../../common/ipc/contract'
import { AppError } from '../../common/ipc/errors'
import type { Implementation } from '../../common/ipc/rpc'
import type { PersonRepository, PersonRow } from '../database/repositories/people'

/** The people of this library and their PINs. */
export function peopleService(people: PersonRepository, isWriter: boolean) {
  function assertWriter(): void {
    if (!isWriter) throw new AppError('read-only', 'The library is in use by another process', { cause: 'locked' })
  }

  function known({ name, pin }: Signer): PersonRow {
    const found = people.find(name)
    if (!found) throw new AppError('not-found', `Nobody is called ${name}`, { person: name })
    if (!isPin(found.pin, pin)) throw new AppError('wrong-pin', `The PIN is not ${name}’s`, { person: name })
    return found
  }

  function sitDown(person: Person, pin: string): KnownPerson {
    assertWriter()
    const plain = { name: person.name.trim(), role: person.role.trim(), code: person.code.trim() }
    if (plain.name === '') throw new AppError('invalid-arguments', 'A person has a name')
    if (people.find(plain.name)) known({ name: plain.name, pin })
    people.seat(plain, Date.now())
    return shown(people.find(plain.name)!)
  }

  const api: Implementation<BackendApi>['people'] = {
    list: () => people.all().map(shown),
    sitDown,
    changePin(signer, pin) {
      assertWriter()
      const { name } = known(signer)
      people.setPin(name, pin === '' ? '' : hashed(pin))
      return shown(people.find(name)!)
    },
    remove(signer) {
      assertWriter()
      people.remove(known(signer).name)
    },
  }

  return {
    api,
    /** The person, when the PIN is theirs; throws `not-found` or `wrong-pin`. */
    identified: (signer: Signer): Person => known(signer),
  }
}
export type PeopleService = ReturnType<typeof peopleService>

const shown = ({ pin, ...person }: PersonRow): KnownPerson => ({ ...person, hasPin: pin !== '' })

function hashed(pin: string, salt = randomBytes(16).toString('hex')): string {
  return `${salt}:${scryptSync(pin, salt, 32).toString('hex')}`
}

function isPin(stored: string, pin: string): boolean {
  if (stored === '') return true
  const [salt] = stored.split(':')
  return timingSafeEqual(Buffer.from(stored), Buffer.from(hashed(pin, salt)))
}
