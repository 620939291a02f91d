import { readFileSync, statSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib'
import type { PressProfile } from '../../common/ipc/typesetter-contract'
import { deflatedAlready } from './streams'

const registry = 'http://www.color.org'
/** Printing conditions of the ICC's registry that profiles of the program stand for: id → name in the registry. */
const registered: Readonly<Record<string, string>> = { 'newsprint-tr002-220': 'CGATS TR 002' }
const kept = new Map<string, Buffer>() // file and time → its compressed bytes: compressing takes 10 ms

/** Says for which printing condition the page is made, and embeds its profile (ISO 15930-7, 6.2.2; ISO 15930-4, 6.2.2). */
export function addOutputIntent(document: PDFDocument, { id, name, file }: PressProfile) {
  const { context } = document
  const profile = context.register(deflatedAlready(context, compressed(file), { N: 4, Alternate: 'DeviceCMYK' }))
  const condition = registered[id]
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFX', DestOutputProfile: profile })
  intent.set(PDFName.of('OutputConditionIdentifier'), PDFString.of(condition ?? 'Custom'))
  intent.set(PDFName.of('OutputCondition'), PDFHexString.fromText(name))
  intent.set(PDFName.of('Info'), PDFHexString.fromText(name))
  if (condition) intent.set(PDFName.of('RegistryName'), PDFString.of(registry))
  document.catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]))
}

function compressed(file: string): Buffer {
  const key = `${statSync(file).mtimeMs} ${file}`
  const bytes = kept.get(key) ?? deflateSync(readFileSync(file))
  kept.clear()
  kept.set(key, bytes)
  return bytes
}
