import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' } as const

/** Packages of plain JavaScript, built into the program: one file is loaded sooner than hundreds. Those with native code stay outside. */
const bundled = ['yjs', 'zod', '@tiptap/core', '@tiptap/pm', '@tiptap/y-tiptap', '@tiptap/extension-list', '@tiptap/extension-table']

interface Modules { getModuleInfo(id: string): { importedIds: readonly string[] } | null }

const afterStart = /node_modules\/(@tiptap|prosemirror-|yjs|lib0)|src-renderer\/locales\/en\//

/** reka-ui comes through one file that names all of it. Of that, the window's first look is made of these; its menus, dialogs and notices come after. */
const notAtStart = /reka-ui\/dist\/(?!(ConfigProvider|Primitive|shared)\/|index\.js)/

/**
 * What the window imports at once becomes one file: each file that is asked for keeps main busy a while, and the start waits for it.
 * The editor comes after it, and so does English, for who reads it; a build that would load them at once fails.
 */
function startChunk() {
  const start = new Set<string>()
  const collect = (id: string, modules: Modules) => {
    if (start.has(id) || notAtStart.test(id)) return
    if (afterStart.test(id)) throw new Error(`The window would wait for ${id} when it starts`)
    start.add(id)
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) collect(imported, modules)
  }
  return (id: string, modules: Modules) => {
    if (start.size === 0) collect(resolve('src-renderer/main.ts'), modules)
    return start.has(id) ? 'start' : null
  }
}

/** The backend sends the window what it shows first before it loads what documents and arguments need; a build that would load them at once fails. */
const noDocumentsFirst: Plugin = {
  name: 'no-documents-first',
  generateBundle(_, files) {
    const first = new Set<string>()
    const collect = (name: string) => {
      const file = files[name]
      if (first.has(name) || file?.type !== 'chunk') return
      first.add(name)
      const late = [...Object.keys(file.modules), ...file.imports].find(name => /(^|node_modules\/)(@tiptap|prosemirror-|yjs|lib0|zod|fflate|sharp)/.test(name))
      if (late) this.error(`The window would wait for ${late} when it starts`)
      file.imports.forEach(collect)
    }
    collect('backend.cjs')
  },
}

/** The interface puts its messages together itself (`locales/compile-message.ts`); a build that brings vue-i18n's compiler along fails. */
const noMessageCompiler: Plugin = {
  name: 'no-message-compiler',
  generateBundle(_, files) {
    const modules = Object.values(files).flatMap(file => file.type === 'chunk' ? Object.entries(file.modules) : [])
    if (modules.some(([id, { code }]) => id.includes('@intlify/message-compiler') && code?.includes('createParser'))) this.error('The window would load a message compiler')
  },
}

/** What the window does not use of Vue and vue-i18n is left out. */
const unused = { __VUE_I18N_FULL_INSTALL__: false, __VUE_I18N_LEGACY_API__: false, __INTLIFY_DROP_MESSAGE_COMPILER__: true, __INTLIFY_PROD_DEVTOOLS__: false }

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
    plugins: [noDocumentsFirst],
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
    define: unused,
    plugins: [vue({ features: { optionsAPI: false } }), noMessageCompiler],
  },
})
