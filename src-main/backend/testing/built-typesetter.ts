import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

/** The real typesetter, built into this folder as the program's own build does, with the project's packages beside it; answers its entry. */
export async function buildTypesetter(folder: string): Promise<string> {
  await build({
    configFile: false, logLevel: 'error',
    build: {
      outDir: join(folder, 'out'), ssr: resolve('src-main/typesetting/index.ts'), target: 'node24', emptyOutDir: true,
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'typesetter.cjs' } },
    },
  })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return join(folder, 'out', 'typesetter.cjs')
}
