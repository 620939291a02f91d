import sharp from 'sharp'
import { expect, it } from 'vitest'
import { pictureFacts } from './picture-facts'

const plain = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#3a6' } })

/** A JPEG with an IPTC block as Photoshop writes it (IIM 4.2), in UTF-8. */
async function withIptc(fields: [dataset: number, text: string][]): Promise<Uint8Array> {
  const record = (dataset: number, record: number, data: Buffer) => Buffer.concat([Buffer.from([0x1C, record, dataset, data.length >> 8, data.length & 0xFF]), data])
  const iptc = Buffer.concat([record(90, 1, Buffer.from('\u001B%G', 'latin1')), ...fields.map(([dataset, text]) => record(dataset, 2, Buffer.from(text, 'utf8')))])
  const block = Buffer.concat([Buffer.from('8BIM\u0004\u0004\0\0', 'latin1'), Buffer.from([0, 0, iptc.length >> 8, iptc.length & 0xFF]), iptc, Buffer.alloc(iptc.length % 2)])
  const content = Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), block])
  const segment = Buffer.concat([Buffer.from([0xFF, 0xED, (content.length + 2) >> 8, (content.length + 2) & 0xFF]), content])
  const jpeg = await plain().jpeg().toBuffer()
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)])
}

it('reads what the desk wrote before what the camera wrote', async () => {
  const camera = await plain().withExif({ IFD0: { ImageDescription: 'DSC_0001', Artist: 'X' }, IFD2: { DateTimeOriginal: '2026:11:18 09:30:05' } }).jpeg().toBuffer()
  expect(await pictureFacts(camera)).toEqual({ caption: 'DSC_0001', credit: 'X', takenAt: '2026-11-18T09:30:05' })
  expect(await pictureFacts(await withIptc([[120, '临江大桥合龙现场'], [80, '江一帆']]))).toEqual({ caption: '临江大桥合龙现场', credit: '江一帆 摄', takenAt: '' })
})

it('does not say 摄 twice, and takes the credit where no photographer is named', async () => {
  expect((await pictureFacts(await withIptc([[80, '江一帆 摄']]))).credit).toBe('江一帆 摄')
  expect((await pictureFacts(await withIptc([[110, '临江市水利局供图']]))).credit).toBe('临江市水利局供图')
})

it('finds nothing in pictures that say nothing, and in what is no picture', async () => {
  const nothing = { caption: '', credit: '', takenAt: '' }
  expect(await pictureFacts(await plain().png().toBuffer())).toEqual(nothing)
  expect(await pictureFacts(Buffer.from('不是图片'))).toEqual(nothing)
})
