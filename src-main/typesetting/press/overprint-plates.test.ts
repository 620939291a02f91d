import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { inspectPdf } from '../testing/pdf-tools'
import { platesOf } from '../testing/plates'
import { overprintBlack, overprintStates } from './black-overprint'
import { deflated } from './streams'

/** The plates of a page with a cyan field, and on it a square of another colour. */
async function platesWith(colour: string) {
  const document = await PDFDocument.create()
  const { context } = document
  const page = document.addPage([100, 100])
  const states = Object.fromEntries(overprintStates.map(({ name, dictionary }) => [name, context.obj(dictionary)]))
  page.node.set(PDFName.of('Resources'), context.obj({ ExtGState: states }))
  const stream = overprintBlack(`1 0 0 0 k 10 10 80 80 re f\n${colour} k 40 40 20 20 re f\n`)
  page.node.set(PDFName.of('Contents'), context.register(deflated(context, stream)))
  const pdf = inspectPdf(await document.save())
  const plates = await platesOf(pdf.file)
  pdf.remove()
  return plates
}

it('prints black over a colour: the colour stays below it', async () => {
  const plates = await platesWith('0 0 0 1')
  expect([plates.at('Black', 50, 50), plates.at('Cyan', 50, 50)]).toEqual([100, 100])
})

it('knocks everything else out of a colour', async () => {
  const magenta = await platesWith('0 1 0 0')
  expect([magenta.at('Magenta', 50, 50), magenta.at('Cyan', 50, 50)]).toEqual([100, 0])
  const gray = await platesWith('0 0 0 .5')
  expect([gray.at('Black', 50, 50), gray.at('Cyan', 50, 50)]).toEqual([50, 0])
  const paper = await platesWith('0 0 0 0')
  expect([paper.at('Black', 50, 50), paper.at('Cyan', 50, 50), paper.at('Cyan', 20, 20)]).toEqual([0, 0, 100])
})
