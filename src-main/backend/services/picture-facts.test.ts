import sharp from 'sharp'
import { expect, it } from 'vitest'
import { pictureFacts } from './picture-facts'

const plain = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#3a6' } })

/** 临江大桥 and 江一帆 as programs write them that know no Unicode. */
const inGb = { 临江大桥: Buffer.from('C1D9BDADB4F3C7C5', 'hex'), 江一帆: Buffer.from('BDADD2BBB7AB', 'hex') }

/** A JPEG with an IPTC block as Photoshop writes it (IIM 4.2); text is in UTF-8, and said to be. */
async function withIptc(fields: [dataset: number, text: string | Buffer][]): Promise<Uint8Array> {
  const record = (dataset: number, record: number, data: Buffer) => Buffer.concat([Buffer.from([0x1C, record, dataset, data.length >> 8, data.length & 0xFF]), data])
  const isUnicode = fields.every(([, text]) => typeof text === 'string')
  const iptc = Buffer.concat([...isUnicode ? [record(90, 1, Buffer.from('\u001B%G', 'latin1'))] : [], ...fields.map(([dataset, text]) => record(dataset, 2, Buffer.from(text as string, 'utf8')))])
  const block = Buffer.concat([Buffer.from('8BIM\u0004\u0004\0\0', 'latin1'), Buffer.from([0, 0, iptc.length >> 8, iptc.length & 0xFF]), iptc, Buffer.alloc(iptc.length % 2)])
  const content = Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), block])
  const segment = Buffer.concat([Buffer.from([0xFF, 0xED, (content.length + 2) >> 8, (content.length + 2) & 0xFF]), content])
  const jpeg = await plain().jpeg().toBuffer()
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)])
}

/** A JPEG whose EXIF block holds one text (TIFF 6.0, ASCII type) in whatever bytes its program wrote. */
async function withExifText(tag: number, text: Buffer): Promise<Uint8Array> {
  const padded = Buffer.concat([text, Buffer.alloc(Math.max(5 - text.length, 1))]) // longer than four bytes: stands by its offset
  const entry = Buffer.alloc(12)
  entry.writeUInt16BE(tag, 0)
  entry.writeUInt16BE(2, 2)
  entry.writeUInt32BE(padded.length, 4)
  entry.writeUInt32BE(26, 8)
  const tiff = Buffer.concat([Buffer.from('4D4D002A00000008', 'hex'), Buffer.from([0, 1]), entry, Buffer.alloc(4), padded])
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const jpeg = await plain().jpeg().toBuffer()
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xFF, 0xE1, (content.length + 2) >> 8, (content.length + 2) & 0xFF]), content, jpeg.subarray(2)])
}

it('reads what the desk wrote before what the camera wrote', async () => {
  const camera = await plain().withExif({ IFD0: { ImageDescription: 'River in flood', Artist: 'X' }, IFD2: { DateTimeOriginal: '2026:11:18 09:30:05' } }).jpeg().toBuffer()
  expect(await pictureFacts(camera)).toEqual({ caption: 'River in flood', credit: 'X', takenAt: '2026-11-18T09:30:05' })
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

it('reads Chinese however it was written: Unicode, or GB 18030 that nothing announces', async () => {
  expect(await pictureFacts(await withIptc([[120, inGb.临江大桥], [80, inGb.江一帆]]))).toMatchObject({ caption: '临江大桥', credit: '江一帆 摄' })
  expect((await pictureFacts(await withExifText(0x010E, inGb.临江大桥))).caption).toBe('临江大桥')
  expect((await pictureFacts(await withExifText(0x010E, Buffer.from('临江大桥')))).caption).toBe('临江大桥')
  expect((await pictureFacts(await withExifText(0x013B, Buffer.from('Jos\u00E9', 'latin1')))).credit).toBe('José')
})

it('names every photographer', async () => {
  expect((await pictureFacts(await withIptc([[80, '江一帆'], [80, '陆遥']]))).credit).toBe('江一帆、陆遥 摄')
})

it.each(['OLYMPUS DIGITAL CAMERA         ', 'SONY DSC', 'DSC_0001', 'IMG_20261118', 'Exif_JPEG_PICTURE'])('takes %s for no caption', async words => {
  expect((await pictureFacts(await withExifText(0x010E, Buffer.from(words)))).caption).toBe('')
})

it('finds the day in IPTC and in XMP where the camera wrote none', async () => {
  expect((await pictureFacts(await withIptc([[55, '20261118'], [60, '093005+0800']]))).takenAt).toBe('2026-11-18T09:30:05')
  expect((await pictureFacts(await withIptc([[55, '20261118']]))).takenAt).toBe('2026-11-18')
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:DateCreated="2026-11-18T09:30:05+08:00"/></rdf:RDF></x:xmpmeta>'
  expect((await pictureFacts(await plain().withXmp(xmp).jpeg().toBuffer())).takenAt).toBe('2026-11-18T09:30:05')
})
