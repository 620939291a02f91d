import { resolve } from 'node:path'
import type { PressJob } from '../../common/ipc/typesetter-contract'
import { defaultPressOptions } from '../../common/print/press'
import type { StoryId } from '../../common/story/story'

const id = defaultPressOptions.profile

/** A press export with the program's defaults. */
export const samplePress = (change: Partial<PressJob> = {}): PressJob => ({
  ...defaultPressOptions, profile: { id, name: 'Newsprint coldset TR002, total ink 220 %', file: resolve('resources', 'profiles', `${id}.icc`) },
  story: 's1' as StoryId, fileName: 'A01 工作会.pdf', ninjs: JSON.stringify({ uri: 'urn:qingyang:story:s1', title: '<鼓足干劲>' }), ...change,
})
