import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const project = resolve(import.meta.dirname, '../..')
const target = join(project, '.cache/bench-backend')
const modules = {
  backend: 'backend/backend', open: 'backend/database/open', migrations: 'backend/database/migrations/index',
  repositories: 'backend/database/repositories/index', projection: 'backend/services/story-projection', storyId: 'backend/services/story-id',
  decode: 'backend/interchange/decode', pressText: 'common/interchange/press-text/read', files: 'backend/services/files', rpc: 'common/ipc/rpc', storyDoc: 'common/document/story-doc', schema: 'common/document/schema', story: 'common/story/story',
}

/** The backend's own modules, built from this checkout: an object of what each exports. */
export async function backendCode() {
  await build({
    root: project, configFile: false, logLevel: 'error',
    build: {
      outDir: target, ssr: true, target: 'node24', emptyOutDir: true,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(modules).map(([name, path]) => [name, join(project, 'src-main', `${path}.ts`)])),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  })
  const load = async name => [name, await import(pathToFileURL(join(target, `${name}.mjs`)).href)]
  return Object.fromEntries(await Promise.all(Object.keys(modules).map(load)))
}
