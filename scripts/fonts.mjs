import { existsSync, statSync } from 'node:fs'
import { constants, copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inProject } from './project.mjs'

/** Where the program finds the fonts of its print templates. */
export const fontFolder = inProject('resources', 'fonts')

const faces = [
  { file: 'NotoSerifSC-Regular.ttf', from: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf' }, // 宋体
  { file: 'NotoSerifSC-Bold.ttf', from: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf' },
  { file: 'NotoSansSC-Regular.ttf', from: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf' }, // 黑体
  { file: 'NotoSansSC-Bold.ttf', from: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf' },
  { file: 'NotoSansSC-Black.ttf', from: '@expo-google-fonts/noto-sans-sc/900Black/NotoSansSC_900Black.ttf' },
  // 楷体: the package calls the regular weight 500 and the whole font latin.
  { file: 'LXGWWenKai-Regular.ttf', from: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2' },
]
const licences = [
  { file: 'OFL-Noto-Serif-SC.txt', from: '@expo-google-fonts/noto-serif-sc/LICENSE_FONT' },
  { file: 'OFL-Noto-Sans-SC.txt', from: '@expo-google-fonts/noto-sans-sc/LICENSE_FONT' },
  { file: 'OFL-LXGW-WenKai.txt', from: '@fontsource/lxgw-wenkai/LICENSE' },
]

/** Unpacks the fonts of the print templates out of their packages, each with its licence. Gives the names of those it had to unpack. */
export async function ensureFonts(folder = fontFolder) {
  await mkdir(folder, { recursive: true })
  const missing = [...faces, ...licences].filter(({ file, from }) => isOutdated(join(folder, file), inPackages(from)))
  for (const { file, from } of missing) await unpack(inPackages(from), join(folder, file))
  return missing.map(({ file }) => file)
}

const inPackages = path => inProject('node_modules', ...path.split('/'))

function isOutdated(target, source) {
  return !existsSync(target) || statSync(target).size === 0 || statSync(target).mtimeMs < statSync(source).mtimeMs
}

/** Written beside and renamed, so that an interrupted run leaves no half font. */
async function unpack(source, target) {
  const beside = `${target}.part`
  if (source.endsWith('.woff2')) await writeFile(beside, await uncompressed(source))
  else await copyFile(source, beside, constants.COPYFILE_FICLONE)
  await rename(beside, target)
}

async function uncompressed(source) {
  const { decompress } = (await import('wawoff2')).default
  return decompress(await readFile(source))
}
