import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readGlyphId } from '../proof/glyph-id'
import { readFonts } from './font-file'
import { glyphOutline, outlinePlaces, type OutlinePlaces } from './glyph-outlines'
import { readingFont, tableReader, type Read } from './sfnt'
import { withoutOutlines } from './without-outlines'

/** Fonts as Typst is given them, in this order. */
export type FontArgs = ({ fontPaths: string[] } | { fontBlobs: Buffer[] })[]

/** The fonts of pages that are drawn in the window. `outline` is the SVG path of a glyph by its name in Typst's drawing, undefined for those the drawing brings itself. */
export interface DrawnFonts { fonts: FontArgs, outline(glyph: string): string | undefined }

/** What text is asked for by to be set in just this font. */
interface Face { file: string, bytes: Buffer, families: string[], character: string, weight: number, stretch: number, isItalic: boolean }

const tried = ['字', '一', 'A', '1', 'あ', '가'] // characters of which a font is likely to have one
const stretches = [50, 62.5, 75, 87.5, 100, 112.5, 125, 150, 200] // percent, by the width class (OpenType 1.9, “OS/2”)

/** All as they are in their files: for pages that are printed. */
export const printedFonts = (files: string[]): FontArgs => [{ fontPaths: files }]

/**
 * Fonts without their outlines: Typst would write those of every glyph into every drawing, which for a story's thousand different ones takes longer than
 * setting it. They are read from the files instead, each once. Fonts that cannot be had without (`CFF`, collections), or told apart, are given whole.
 */
export function drawnFonts(files: string[]): DrawnFonts {
  const faces = files.flatMap(file => faceOf(file) ?? [])
  const fileOf = fontsByName(faces)
  const named = new Set(fileOf.values())
  const bytesOf = new Map(faces.filter(({ file }) => named.has(file)).map(({ file, bytes }) => [file, bytes]))
  const places = new Map<string, OutlinePlaces>()

  function outline(name: string): string | undefined {
    const { font, glyph } = readGlyphId(name)
    const file = fileOf.get(font)
    return file === undefined ? undefined : readingFont(file, read => glyphOutline(read, placesIn(file, read), glyph))
  }

  /** A font is read whole before the first of its outlines: then the system has it at hand, and does not seek a disk for every glyph. */
  function placesIn(file: string, read: Read): OutlinePlaces {
    const known = places.get(file)
    if (known) return known
    readFileSync(file)
    const found = outlinePlaces(read)
    places.set(file, found)
    return found
  }

  return {
    fonts: files.map(file => {
      const bytes = bytesOf.get(file)
      return bytes ? { fontBlobs: [bytes] } : { fontPaths: [file] }
    }),
    outline,
  }
}

/** Undefined for a file whose font has to be given whole. */
function faceOf(file: string): Face | undefined {
  try {
    return readingFont(file, read => {
      const bytes = withoutOutlines(read)
      const [facts] = readFonts(file)
      const character = tried.find(one => facts?.covers(one.codePointAt(0)!))
      if (!bytes || !facts || character === undefined) return undefined
      const style = tableReader(read, 0)('OS/2')
      return {
        file, bytes, families: facts.families, character,
        weight: style.readUInt16BE(4), stretch: stretches[style.readUInt16BE(6) - 1] ?? 100, isItalic: (style.readUInt16BE(62) & 1) === 1,
      }
    })
  } catch {
    return undefined // no font: said where the shelf reads it
  }
}

/** Typst names each font in a drawing by a number of its own: one character in each shows which. Files whose font shares a name or has a twin on the system are left out. */
function fontsByName(faces: Face[]): Map<string, string> {
  if (faces.length === 0) return new Map()
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: faces.map(({ bytes }) => bytes) }] })
  const { result } = compiler.compile({ mainFileContent: faces.map(pageIn).join('\n') })
  if (!result) return new Map()
  const svg = compiler.svg(result)
  const names = svg.split('class="typst-page"').slice(1).map(page => {
    const glyph = /href="#(g[^"]+)"/.exec(page)?.[1]
    const isOurs = glyph !== undefined && !svg.includes(`<path id="${glyph}"`) // a font of the system has outlines
    return isOurs ? readGlyphId(glyph).font : ''
  })
  const isAlone = (name: string) => name !== '' && names.indexOf(name) === names.lastIndexOf(name)
  return new Map(faces.flatMap(({ file }, index) => isAlone(names[index] ?? '') ? [[names[index]!, file]] : []))
}

const pageIn = ({ families, character, weight, stretch, isItalic }: Face) =>
  `#page(width: 100pt, height: 100pt, text(font: (${families.map(family => `${JSON.stringify(family)},`).join('')}), fallback: false, weight: ${weight}, stretch: ${stretch}%, style: "${isItalic ? 'italic' : 'normal'}", ${JSON.stringify(character)}))`
