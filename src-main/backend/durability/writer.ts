import { readSync, writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { StoryId } from '../../common/story/story'
import type { Acknowledged } from './acknowledged'
import { backendOn } from './backend-on'
import { seeded } from './seeded'
import { typist, type Typist } from './typist'

/**
 * Writes stories through the real backend: `writer LIBRARY SITTING [LINES]`, without end or for that many lines.
 * Begins when standard input gives a byte or ends. Prints each change as one line of JSON once it is acknowledged.
 */
const [libraryFolder = '', sitting = '', lines = 'Infinity'] = process.argv.slice(2)
const mostLines = 20 // of one story
const words = ['县域经济', '会议强调，', '临江市', '清江县', '要坚定信心、', '保持定力，', '抓好', '“三农”', '工作。', '高质量发展', '是', '重要', '基石；', '记者', '昨日', '获悉：', '２０', '个', '项目', '开工', '𠮷', 'A01', '。']
const random = seeded(Number(sitting))
const choose = <T>(choices: readonly T[]) => choices[Math.floor(random() * choices.length)]!

interface Desk { story: StoryId, typist: Typist, line: string }

readSync(0, Buffer.alloc(1))
const backend = await backendOn(libraryFolder, fail)
const { stories } = backend.api
if (!backend.isWriter) throw new Error('Another process holds the library')
const desks = await openNewest()
for (let number = 1; number <= Number(lines); number++) await writeLine(await chooseDesk(), `第${sitting}次第${number}段：`)
backend.close()

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
}

async function openNewest(): Promise<Desk[]> {
  const page = await stories.list({ where: 'desk', filter: '', kind: null, stage: null, sort: 'updatedAt', descending: true, offset: 0, limit: 3 })
  return Promise.all(page.stories.map(summary => open(summary.id)))
}

async function open(story: StoryId): Promise<Desk> {
  const desk: Desk = { story, line: '', typist: typist((await stories.open(story)).update, update => { void push(desk, update) }) }
  return desk
}

/** Does not wait: several changes are on their way to the disk at any time. */
async function push(desk: Desk, update: Uint8Array): Promise<void> {
  const { story, line } = desk
  const written = desk.typist.written()
  try {
    await stories.push(story, update)
  } catch (error) {
    fail(error)
  }
  acknowledge({ story, line, ...written })
}

function acknowledge(change: Acknowledged): void {
  writeSync(1, `${JSON.stringify(change)}\n`)
}

/** One of three stories; a new one when that is long enough. */
async function chooseDesk(): Promise<Desk> {
  const place = Math.floor(random() * 3)
  const desk = desks[place]
  if (desk && desk.typist.lines() < mostLines) return desk
  if (desk) await stories.close(desk.story)
  const { id } = await stories.create('news')
  acknowledge({ story: id, line: '', client: 0, clock: 0 })
  return desks[place] = await open(id)
}

/** Sometimes asks for everything to be saved at once, as a page does that lost its backend. */
async function writeLine(desk: Desk, beginning: string): Promise<void> {
  desk.line = ''
  desk.typist.newLine()
  desk.typist.setTitle(beginning)
  for (let piece = beginning; desk.line.length < 60; piece = choose(words)) {
    desk.line += piece
    desk.typist.type(piece)
    if (random() < 0.2) await stories.sync(desk.story, new Uint8Array([0]))
    await pause(random() * 4)
  }
}
