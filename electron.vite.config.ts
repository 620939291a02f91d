import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' } as const

/** Packages of plain JavaScript, built into the program: one file is loaded sooner than hundreds. Those with native code stay outside. */
const bundled = ['yjs', 'zod', '@tiptap/core', '@tiptap/pm', '@tiptap/y-tiptap', '@tiptap/extension-list', '@tiptap/extension-table']

interface Modules { getModuleInfo(id: string): { importedIds: readonly string[] } | null }

const afterStart = /node_modules\/(@tiptap|prosemirror-|yjs|lib0)/

/**
 * What the window imports at once becomes one file: each file that is asked for keeps main busy a while, and the start waits for it.
 * The editor comes after it; a build that would load it at once fails.
 */
function startChunk() {
  const start = new Set<string>()
  const collect = (id: string, modules: Modules) => {
    if (start.has(id)) return
    if (afterStart.test(id)) throw new Error(`The window would wait for ${id} when it starts`)
    start.add(id)
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) collect(imported, modules)
  }
  return (id: string, modules: Modules) => {
    if (start.size === 0) collect(resolve('src-renderer/main.ts'), modules)
    return start.has(id) ? 'start' : null
  }
}

/** main, backend, typesetter and command line are one build of four entries; each loads only what it imports. */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: { exclude: bundled },
      outDir: 'out/main',
      target: 'node18',
      rollupOptions: {
        input: {
          index: resolve('src-main/main/index.ts'),
          backend: resolve('src-main/backend/index.ts'),
          typesetter: resolve('src-main/typesetting/index.ts'),
          cli: resolve('src-main/backend/cli.ts'),
        },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node18',
      rollupOptions: { input: { index: resolve('src-main/preload/index.ts') }, output: commonJs },
    },
  },
  renderer: {
    root: 'src-renderer',
    build: {
      outDir: resolve('out/renderer'),
      target: 'chrome114',
      minify: true,
      rollupOptions: { input: resolve('src-renderer/index.html'), output: { codeSplitting: { groups: [{ name: startChunk() }] } } },
    },
    plugins: [vue()],
  },
})
