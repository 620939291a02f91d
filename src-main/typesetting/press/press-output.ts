import type { PressJob, SheetFacts } from '../../common/ipc/typesetter-contract'
import { AppError } from '../../common/ipc/errors'
import type { Plate, PrintedPicture } from '../../common/print/preflight'
import type { Engine, SetStory } from '../engine'
import type { FigureData } from '../story/block-data'
import type { metadataOf } from '../story/story-metadata'
import { finishPress } from './finish-press'
import { pageInk, platesOf } from './page-ink'
import { openPdfx } from './pdfx-file'
import { failuresOf, pdfxFailures } from './pdfx-reader'
import { printedPictures } from './printed-pictures'
import { spacesOf } from './requirements/colour'
import { fontsOf } from './requirements/fonts'
import type { SeparatedPicture } from './separation'
import { slugFacts } from './slug-line'

const versions = { 'x-4': '1.6', 'x-1a': '1.4' } as const

/** `metadata` and `source` are what the file says of what is on the page. */
export interface PressPage { metadata: ReturnType<typeof metadataOf>, source: string, press: PressJob, page: SetStory, engine: Engine }

/** The press PDF of a page that was set. */
export function makePressPdf({ metadata, source, press, page, engine }: PressPage): Promise<Uint8Array> {
  const standard = versions[press.standard]
  const date = new Date()
  const slugLine = (plates: Plate[], width: number) => engine.kitPdf('slug-line.typ', slugFacts(press, metadata.title, date, plates, width), { standard })
  return finishPress({
    pdf: page.pdf({ standard }), options: press, slugLine,
    metadata: { ...metadata, date, headline: metadata.title, source, story: press.story, ninjs: press.ninjs },
  })
}

/** Refuses a finished file that is not what it says. */
export async function assertConforming(bytes: Uint8Array, { standard }: PressJob): Promise<void> {
  const failures = await pdfxFailures(bytes, standard)
  if (failures.length === 0) return
  throw new AppError('not-conforming', failures.map(({ requirement, reason }) => `${requirement}: ${reason}`).join('; '), { requirements: failures.map(({ requirement }) => requirement), reasons: failures.map(({ reason }) => reason) })
}

/** What a finished file shows of itself, and the pictures of each of its stories; those are numbered as the story shows them. */
export async function pressFacts(bytes: Uint8Array, { standard }: PressJob, figures: FigureData[][], separated: Map<string, SeparatedPicture>): Promise<{ sheet: Omit<SheetFacts, 'substituted'>, pictures: PrintedPicture[][] }> {
  const file = await openPdfx(bytes)
  const pictures = printedPictures(file.paints, figures, separated)
  const sheet = {
    plates: platesOf(file.paints),
    pageInk: Math.round(pageInk(file.paints, image => pictures.inkOf(image)) * 10) / 10,
    fonts: [...new Set(fontsOf(file).map(({ name }) => name))],
    failures: failuresOf(file, standard),
    spaces: spacesOf(file),
  }
  return { sheet, pictures: pictures.printed }
}
