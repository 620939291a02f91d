import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' } as const

/** Packages of plain JavaScript, built into the program: one file is loaded sooner than hundreds. Those with native code stay outside. */
const bundled = ['yjs', 'zod', '@tiptap/core', '@tiptap/pm', '@tiptap/y-tiptap', '@tiptap/extension-list', '@tiptap/extension-table']

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
      rollupOptions: { input: resolve('src-renderer/index.html') },
    },
    plugins: [vue()],
  },
})
