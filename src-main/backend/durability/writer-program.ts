import { spawn } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { build } from 'vite'

/** Builds writer.ts into `folder` as one program that starts quickly, and returns its path. */
export async function buildWriter(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', 'sharp'] },
    build: {
      outDir: join(folder, 'program'), ssr: resolve('src-main/backend/durability/writer.ts'), target: 'node24', minify: false,
      rollupOptions: { output: { format: 'es', entryFileNames: 'writer.mjs', codeSplitting: false } },
    },
  })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return join(folder, 'program', 'writer.mjs')
}

/** A started writer, which waits for `begin`. */
export function startWriter(program: string, args: (string | number)[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [program, ...args.map(String)], { stdio: 'pipe', env: { ...process.env, ...env } })
  const printed = text(child.stdout)
  const complaints = text(child.stderr)
  const ended = new Promise<NodeJS.Signals | number | null>((done, fail) => {
    child.once('error', fail)
    child.once('close', (code, signal) => done(signal ?? code))
  })

  return {
    begin: () => { child.stdin.end('\n') },
    /** Resolves when the first change is acknowledged. */
    hasPrinted: new Promise<void>(done => { child.stdout.once('data', () => done()) }),
    kill: () => { child.kill('SIGKILL') },
    /** How it ended, a signal or an exit code, and what it said until then. */
    end: async () => ({ end: await ended, printed: await printed, complaints: await complaints }),
  }
}
export type Writer = ReturnType<typeof startWriter>
