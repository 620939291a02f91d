import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { openTestLibrary, temporaryFolder } from '../testing/temporary-library'

const picture = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#3a6' } })

it('keeps a picture unchanged under the hash of its file, once', async () => {
  const { backend: { api, pictures }, folder } = await openTestLibrary()
  const bytes = new Uint8Array(await picture().jpeg().toBuffer())
  const hash = createHash('sha256').update(bytes).digest('hex')
  expect(await api.pictures.add({ name: '江边.jpg', bytes })).toEqual({ picture: hash, mediaType: 'image/jpeg', width: 60, height: 40, caption: '', credit: '', takenAt: '' })
  await api.pictures.add({ name: '又.jpg', bytes })
  expect(pictures.fileOf(hash)).toBe(join(folder, 'pictures', hash.slice(0, 2), `${hash}.jpg`))
  expect(new Uint8Array(readFileSync(pictures.fileOf(hash)!))).toEqual(bytes)
  expect(await api.pictures.read(hash)).toEqual({ mediaType: 'image/jpeg', bytes, takenAt: '' })
  expect(pictures.all()).toHaveLength(1)
})

it('names no file for a picture it never had or has lost', async () => {
  const { backend: { api, pictures } } = await openTestLibrary()
  expect(pictures.fileOf('0'.repeat(64))).toBeUndefined()
  const { picture: hash } = await api.pictures.add({ name: 'a.png', bytes: await picture().png().toBuffer() })
  rmSync(pictures.fileOf(hash)!)
  expect(pictures.fileOf(hash)).toBeUndefined()
})

it('tells the kind from the bytes, not from the name', async () => {
  const { backend: { api } } = await openTestLibrary()
  for (const [name, encode] of [['png', 'png'], ['webp', 'webp'], ['tiff', 'tiff'], ['avif', 'avif']] as const) {
    const bytes = await picture()[encode]().toBuffer()
    expect((await api.pictures.add({ name: 'a.jpg', bytes })).mediaType).toBe(`image/${name}`)
  }
})

it('shows TIFF as JPEG, and pictures turned by their camera upright', async () => {
  const { backend: { api } } = await openTestLibrary()
  const tiff = await api.pictures.add({ name: 'a.tif', bytes: await picture().tiff().toBuffer() })
  const shown = await api.pictures.read(tiff.picture)
  expect(shown.mediaType).toBe('image/jpeg')
  expect((await sharp(shown.bytes).metadata()).format).toBe('jpeg')
  const turned = await api.pictures.add({ name: 'b.jpg', bytes: await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer() })
  expect(turned).toMatchObject({ width: 40, height: 60 })
})

it('shows large pictures as a small copy, made once, and keeps the original', async () => {
  const { backend: { api, pictures } } = await openTestLibrary()
  const bytes = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#3a6' } }).jpeg().toBuffer()
  const { picture: hash, width } = await api.pictures.add({ name: 'a.jpg', bytes })
  expect(width).toBe(3000)
  expect(await sharp((await api.pictures.read(hash)).bytes).metadata()).toMatchObject({ width: 2400, height: 1200 })
  expect(readFileSync(pictures.fileOf(hash)!).equals(bytes)).toBe(true)
  expect(pictures.damaged()).toEqual([])
})

it('takes a picture chosen in a dialog, and no other file', async () => {
  const { backend: { api }, grants } = await openTestLibrary()
  const file = join(temporaryFolder(), '照片.png')
  writeFileSync(file, await picture().png().toBuffer())
  grants.add('token', file, 'read')
  expect((await api.pictures.add({ grant: 'token' })).mediaType).toBe('image/png')
  await expect(api.pictures.add({ grant: file })).rejects.toMatchObject({ code: 'not-found' })
})

it('refuses what is no picture and keeps nothing of it', async () => {
  const { backend: { api, pictures } } = await openTestLibrary()
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  const heic = Buffer.concat([Buffer.from('0000001866747970', 'hex'), Buffer.from('heic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(64)]) // the head of a phone's picture
  for (const bytes of [new TextEncoder().encode('文字'), svg, new Uint8Array(heic)]) {
    await expect(api.pictures.add({ name: 'a.jpg', bytes })).rejects.toMatchObject({ code: 'no-picture', details: { name: 'a.jpg' } })
  }
  await expect(api.pictures.add({ name: 'a.jpg', bytes: new Uint8Array() })).rejects.toMatchObject({ code: 'no-picture' })
  expect(pictures.all()).toEqual([])
  await expect(api.pictures.read('0'.repeat(64))).rejects.toMatchObject({ code: 'not-found' })
})

it('takes AVIF after one trial, shows it as JPEG, and refuses a HEIC that cannot be decoded here', async () => {
  const { backend: { api, pictures } } = await openTestLibrary()
  const avif = await picture().avif().toBuffer()
  const { picture: hash } = await api.pictures.add({ name: '江边.avif', bytes: avif })
  expect(pictures.fileOf(hash)).toMatch(/\.avif$/)
  expect((await api.pictures.read(hash)).mediaType).toBe('image/jpeg')
  const damaged = Buffer.from(avif)
  damaged.fill(0, damaged.indexOf('mdat') + 4)
  await expect(api.pictures.add({ name: '坏.avif', bytes: damaged })).rejects.toMatchObject({ code: 'no-picture', details: { name: '坏.avif' } })
  const heic = Buffer.from(avif.toString('latin1').replace('ftypavif', 'ftypheic').replaceAll('av01', 'hvc1').replaceAll('av1C', 'hvcC'), 'latin1')
  await expect(api.pictures.add({ name: '手机.heic', bytes: heic })).rejects.toMatchObject({ code: 'no-picture', details: { name: '手机.heic' } })
  expect(pictures.all()).toHaveLength(1)
})
