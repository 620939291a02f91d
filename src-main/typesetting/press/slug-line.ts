import type { PressJob } from '../../common/ipc/typesetter-contract'
import type { Plate } from '../../common/print/preflight'
import { localMinute } from '../story/local-minute'
import { standardNames } from './press-metadata'

const plateNames: Record<Plate, string> = { cyan: '青 C', magenta: '品红 M', yellow: '黄 Y', black: '黑 K' }
const longestTitle = 40 // characters

/** What the slug line says, for kit/slug-line.typ: file, story, date, standard, printing condition; each plate's name on its own plate. */
export function slugFacts({ fileName, standard, profile }: PressJob, title: string, date: Date, plates: Plate[], width: number) {
  const facts = [`文件：${fileName}`, `稿件：${[...title].slice(0, longestTitle).join('')}`, `时间：${localMinute(date)}`, standardNames[standard], profile.name, '印版：']
  return { width, facts, plates: plates.map(id => ({ id, name: plateNames[id] })) }
}

