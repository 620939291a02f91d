import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { typesetter } from '../typesetter'
import { inspectPdf } from '../testing/pdf-tools'
import { fontFolder, resourcesFolder } from '../testing/real-typesetter'
import { samplePress } from '../testing/sample-press'
import { sampleJob } from '../testing/sample-story'

it('takes up a font put into a folder, one half copied left out, and says what stood in for it before', async () => {
  const own = mkdtempSync(join(tmpdir(), 'qingyang-fonts-'))
  const work = mkdtempSync(join(tmpdir(), 'qingyang-fonts-'))
  copyFileSync(join(fontFolder, 'NotoSerifSC-Regular.ttf'), join(work, 'NotoSerifSC-Regular.ttf'))
  copyFileSync(join(fontFolder, 'NotoSansSC-Black.ttf'), join(work, 'NotoSansSC-Black.ttf'))
  copyFileSync(join(fontFolder, 'NotoSansSC-Bold.ttf'), join(work, 'NotoSansSC-Bold.ttf'))
  const setter = typesetter({ templateFolders: [`${resourcesFolder}/print-templates`], fontFolders: [work, own] })
  const job = sampleJob({ parameters: { bodyFace: 'LXGW WenKai' } })
  const fonts = async () => {
    const pdf = inspectPdf((await setter.pdf(job, 'proof')).bytes)
    const names = pdf.fonts().join()
    pdf.remove()
    return names
  }
  const substituted = async () => (await setter.preflight(job, samplePress())).substituted
  writeFileSync(join(own, 'half.ttf'), 'OTTO')
  expect(await setter.families()).not.toContain('LXGW WenKai')
  expect(await fonts()).not.toContain('WenKai')
  expect(await substituted()).toEqual([{ family: 'LXGW WenKai', by: 'Noto Serif SC' }])
  copyFileSync(join(fontFolder, 'LXGWWenKai-Regular.ttf'), join(own, 'LXGWWenKai-Regular.ttf'))
  expect(await setter.families()).toContain('LXGW WenKai')
  expect(await fonts()).toContain('WenKai')
  expect(await substituted()).toEqual([])
  rmSync(own, { recursive: true })
  rmSync(work, { recursive: true })
})
