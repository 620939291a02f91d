import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { PageProof } from '../../common/print/print'
import { unpackProof } from '../../common/print/sent-proof'
import { readGlyphId } from '../proof/glyph-id'
import { typesetter } from '../typesetter'
import { fontFolder, resourcesFolder } from '../testing/real-typesetter'
import { referenceJobs, referencePage, writeReferencePicture } from '../testing/reference-pages'
import { drawnFonts, printedFonts } from './drawn-fonts'
import { fontFiles } from './font-shelf'

const folders = { templateFolders: [`${resourcesFolder}/print-templates`], fontFolders: [fontFolder] }

/** A typesetter that draws with whole fonts. */
async function typesetterWithWholeFonts() {
  vi.resetModules()
  vi.doMock('./drawn-fonts', () => ({ printedFonts, drawnFonts: (files: string[]) => ({ fonts: printedFonts(files), outline: () => undefined }) }))
  onTestFinished(() => { vi.doUnmock('./drawn-fonts') })
  return (await import('../typesetter')).typesetter(folders)
}

function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'qingyang-drawn-fonts-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** What a proof draws, without what fonts are called in it. */
function drawn({ pages, glyphs, fit }: PageProof) {
  const outlineOf = (glyph: string) => glyphs[glyph]?.match(/[A-Za-z]|-?[\d.]+/g)?.join(' ')
  return { fit, pages: pages.map(page => ({ ...page, items: page.items.map(item => item.type === 'glyphs' ? { ...item, glyphs: item.glyphs.map(glyph => [readGlyphId(glyph).glyph, outlineOf(glyph)]) } : item) })) }
}

it('sets and draws every kind of page as whole fonts do, stroke by stroke', async () => {
  const bridge = join(temporaryFolder(), 'bridge.jpg')
  await writeReferencePicture(bridge)
  const [whole, without] = [await typesetterWithWholeFonts(), typesetter(folders)]
  for (const [name, job] of Object.entries(referenceJobs)) {
    const asked = { ...job, pictures: { bridge }, known: null }
    const [ours, theirs] = [unpackProof(await without.proof(asked)), unpackProof(await whole.proof(asked))]
    expect(Object.keys(ours.glyphs).filter(glyph => glyph in theirs.glyphs), name).toEqual([]) // of other fonts
    expect(drawn(ours), name).toEqual(drawn(theirs))
  }
  const page = { ...referencePage({ bridge }), known: null }
  expect(drawn(unpackProof(await without.pageProof(page)))).toEqual(drawn(unpackProof(await whole.pageProof(page))))
})

it('gives fonts without their outlines in their order, and knows which glyph is whose', () => {
  const files = fontFiles([fontFolder])
  const { fonts, outline } = drawnFonts(files)
  const sizes = fonts.map(font => 'fontBlobs' in font ? font.fontBlobs[0]!.length / readFileSync(files[fonts.indexOf(font)]!).length : 1)
  expect(Math.max(...sizes)).toBeLessThan(0.06)
  expect(outline('gAAAAAAA')).toBeUndefined()
})

it('gives whole what it cannot have without outlines or not tell apart, and what is no font', () => {
  const folder = temporaryFolder()
  const [serif, twin, kai, half] = ['a.ttf', 'b.ttf', 'c.ttf', 'd.ttf'].map(name => join(folder, name)) as [string, string, string, string]
  copyFileSync(join(fontFolder, 'NotoSerifSC-Regular.ttf'), serif)
  copyFileSync(join(fontFolder, 'NotoSerifSC-Regular.ttf'), twin)
  copyFileSync(join(fontFolder, 'LXGWWenKai-Regular.ttf'), kai)
  writeFileSync(half, 'OTTO')
  expect(drawnFonts([serif, twin, kai, half]).fonts).toEqual([{ fontPaths: [serif] }, { fontPaths: [twin] }, { fontBlobs: [expect.any(Buffer)] }, { fontPaths: [half] }])
})
