import { basename } from 'node:path'
import type * as Y from 'yjs'
import { readThreads } from '../../common/comments/threads'
import { readSlip } from '../../common/document/slip-map'
import { readText } from '../../common/document/story-doc'
import type { BackendApi, FileSource } from '../../common/ipc/contract'
import { AppError, isAppError } from '../../common/ipc/errors'
import type { Implementation } from '../../common/ipc/rpc'
import { amendmentNote } from '../../common/interchange/ninjs'
import type { WordParts } from '../../common/interchange/word-parts'
import type { WordReturn } from '../../common/interchange/word-return'
import type { StoryId } from '../../common/story/story'
import { viewOf } from '../../common/suggestions/views'
import type { Publication } from '../../common/workflow/standing'
import type { WordPicture } from '../interchange/word/pictures'
import { readSource, type FileGrants } from './files'
import { writeWhole } from './write-whole'

export interface WordNeeds {
  readStory(id: StoryId): Y.Doc
  /** Rejects with `not-found` for a picture whose file is gone. */
  readPicture(picture: string): Promise<WordPicture>
  /** Keeps a version of what went out. */
  keepExported(id: StoryId): void
  publicationOf(id: StoryId): Publication | null
  grants: FileGrants
}

const mostBytes = 100 * 1024 * 1024

/** Stories as Word files and back. The format's code is loaded with the first file: a start of the program does not wait for it. */
export function wordService({ readStory, readPicture, keepExported, publicationOf, grants }: WordNeeds): Implementation<BackendApi>['word'] {
  async function picturesOf(text: ReturnType<typeof readText>): Promise<Map<string, WordPicture>> {
    const pictures = new Map<string, WordPicture>()
    const named: string[] = []
    text.descendants(node => { if (node.type.name === 'figure') named.push(String(node.attrs.picture)) })
    for (const picture of new Set(named)) {
      try {
        pictures.set(picture, await readPicture(picture))
      } catch (error) {
        if (!isAppError(error) || error.code !== 'not-found') throw error // the text goes out without a picture that is gone
      }
    }
    return pictures
  }

  return {
    async export(story: StoryId, parts: WordParts, target: string): Promise<{ file: string, bytes: number }> {
      const doc = readStory(story)
      const path = grants.pathOf(target, 'write')
      const text = parts.suggestions ? readText(doc) : viewOf(readText(doc), 'final')
      const { wordFile } = await import('../interchange/word/write-word')
      const bytes = wordFile({ text, slip: readSlip(doc), threads: parts.comments ? readThreads(doc) : [], pictures: await picturesOf(text), note: amendmentNote(publicationOf(story)) })
      await writeWhole(path, bytes)
      keepExported(story)
      return { file: basename(path), bytes: bytes.length }
    },
    async read(source: FileSource): Promise<WordReturn> {
      const { name, bytes } = readSource(source, grants, mostBytes)
      const { readWordFile } = await import('../interchange/word/read-word')
      try {
        return readWordFile(bytes)
      } catch (error) {
        throw isAppError(error) ? new AppError(error.code, error.message, { ...error.details, file: name }) : error
      }
    },
  }
}
