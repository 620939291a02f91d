import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import { useApi } from '../api'
import type { PictureInfo } from '../../src-main/common/ipc/contract'

/** Pictures of the library: adding them, and showing their files. */
export const usePictureStore = defineStore('pictures', () => {
  const { backend: { api: backend }, shell: { api: shell } } = useApi()
  const addresses = new Map<string, Promise<string>>()
  const times = shallowReactive(new Map<string, string>())

  /** A picture the person chooses in a dialog; null when they change their mind. */
  async function choose(title: string): Promise<PictureInfo | null> {
    const grant = await shell.files.choosePicture(title)
    return grant && backend.pictures.add({ grant: grant.token })
  }

  async function add(file: File): Promise<PictureInfo> {
    return backend.pictures.add({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  }

  /** A blob: address of a picture, made once; rejects when its file is missing, and then asks again the next time. */
  function addressOf(picture: string): Promise<string> {
    const known = addresses.get(picture)
    if (known) return known
    const address = load(picture)
    addresses.set(picture, address)
    address.catch(() => addresses.delete(picture))
    return address
  }

  async function load(picture: string): Promise<string> {
    const { mediaType, bytes, takenAt } = await backend.pictures.read(picture)
    times.set(picture, takenAt)
    return URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }))
  }

  /** When a picture was taken, as its file says, once it was shown; empty where it does not. */
  const takenAt = (picture: string) => times.get(picture) ?? ''

  return { choose, add, addressOf, takenAt }
})
