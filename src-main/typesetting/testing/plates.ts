import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

export const plateResolution = 144 // dots an inch: two a point

/** The plates Ghostscript makes of a page, overprint simulated as on a press: ink in percent at a point, from the lower left corner in pt. */
export async function platesOf(file: string, box: 'media' | 'trim' = 'media') {
  const folder = mkdtempSync(join(tmpdir(), 'qingyang-plates-'))
  const cut = box === 'trim' ? ['-dUseTrimBox'] : []
  execFileSync('gs', ['-q', '-dBATCH', '-dNOPAUSE', '-dSAFER', ...cut, `-r${plateResolution}`, '-sDEVICE=tiffsep', `-sOutputFile=${join(folder, 'page.tif')}`, file])
  const plates = new Map<string, { data: Buffer, width: number, height: number }>()
  for (const name of readdirSync(folder)) {
    const [, plate] = /\((.+)\)\.tif$/.exec(name) ?? []
    if (!plate) continue
    const { data, info } = await sharp(join(folder, name)).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
    plates.set(plate, { data, width: info.width, height: info.height })
  }
  rmSync(folder, { recursive: true })
  const plate = (name: string) => plates.get(name) ?? { data: Buffer.alloc(0), width: 0, height: 0 }

  return {
    names: [...plates.keys()].sort(),
    /** Most ink of one plate within a point of a place, percent: hairlines are half a dot wide. */
    at(name: string, x: number, y: number): number {
      const { data, width, height } = plate(name)
      const around = [-1, 0, 1].flatMap(up => [-1, 0, 1].map(across => data[(height - 1 - Math.round(y * 2) + up) * width + Math.round(x * 2) + across]!))
      return Math.round(100 - Math.min(...around) / 2.55)
    },
    /** Share of the page with ink on this plate, percent. */
    coverage(name: string): number {
      const { data } = plate(name)
      return data.reduce((sum, value) => sum + (value < 250 ? 1 : 0), 0) / data.length * 100
    },
    /** Most ink of all four plates in one place, percent. */
    most(): number {
      const four = ['Cyan', 'Magenta', 'Yellow', 'Black'].map(name => plate(name).data)
      return four[0]!.reduce((most, _, index) => Math.max(most, four.reduce((sum, data) => sum + 255 - data[index]!, 0)), 0) / 2.55
    },
  }
}
