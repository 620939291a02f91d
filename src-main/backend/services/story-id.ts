import { randomBytes } from 'node:crypto'
import type { StoryId, VersionId } from '../../common/story/story'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz' // no i, l, o, u: ids are read out and typed

/** 80 random bits from the beginning on, so that a few characters name a story on the command line. */
export const newStoryId = () => randomName() as StoryId
export const newVersionId = () => randomName() as VersionId

function randomName(): string {
  return [...randomBytes(16)].map(byte => alphabet[byte % 32]).join('')
}
