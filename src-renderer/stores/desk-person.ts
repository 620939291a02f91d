import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { KnownPerson, Person } from '../../src-main/common/ipc/contract'
import type { Author } from '../../src-main/common/document/stamp'
import type { Pass } from '../../src-main/common/suggestions/passes'
import { ignoreGone, useBackend } from '../api'
import { useSettingsStore } from './settings'

/** Who is at the desk, in which pass, and whether what they change becomes suggestions. The one place that knows. */
export const useDeskPersonStore = defineStore('desk-person', () => {
  const backend = useBackend()
  const { settings, change } = useSettingsStore()
  const people = shallowRef<KnownPerson[]>([])
  const isAsking = ref(false)

  const isKnown = computed(() => settings.person.name.trim() !== '')
  const author = computed<Author>(() => ({ person: settings.person.name.trim(), role: settings.person.role.trim(), pass: settings.pass }))
  const known = computed(() => people.value.find(({ name }) => name === author.value.person))

  async function loadPeople() {
    try {
      people.value = await backend.people.list()
    } catch (reason) {
      ignoreGone(reason)
    }
  }

  /** Takes the desk; rejects with `wrong-pin`, and then nobody moves. Name, list and form change at once, so that keys pressed next find them so. */
  async function sitDown(person: Person, pin: string) {
    const seated = await backend.people.sitDown(person, pin)
    const { name, role, code } = seated
    people.value = [seated, ...people.value.filter(other => other.name !== name)]
    isAsking.value = false
    await change({ person: { name, role, code } })
  }

  /** Sets the PIN of the person at the desk; empty takes it away. */
  async function changePin(pin: string, newPin: string) {
    await backend.people.changePin({ name: author.value.person, pin }, newPin)
    await loadPeople()
  }

  /** Takes the person at the desk off the list; what they signed stays. */
  async function leave(pin: string) {
    await backend.people.remove({ name: author.value.person, pin })
    await change({ person: { name: '', role: '', code: '' }, isTracking: false })
    await loadPeople()
  }

  return {
    author,
    code: computed(() => settings.person.code ?? ''),
    people,
    known,
    isKnown,
    isAsking,
    /** Edits should become suggestions, and nobody is there to be their author. */
    isAuthorMissing: computed(() => settings.isTracking && !isKnown.value),
    isTracking: computed(() => settings.isTracking && isKnown.value),
    loadPeople,
    sitDown,
    changePin,
    leave,
    choosePass: (pass: Pass) => change({ pass }),
    track: (isTracking: boolean) => change({ isTracking }),
  }
})
