import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const run = (command: string, args: string[]) => execFileSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })

/** What the standard tools say about a PDF. */
export function inspectPdf(bytes: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'qingyang-pdf-'))
  const file = join(folder, 'page.pdf')
  writeFileSync(file, bytes)
  return {
    file,
    info: () => run('pdfinfo', ['-box', file]),
    /** Text in the order in which the page draws it. */
    text: () => run('pdftotext', ['-raw', file, '-']),
    fonts: () => run('pdffonts', [file]).trim().split('\n').slice(2),
    check: () => run('qpdf', ['--check', file]),
    /** Coverage of C, M, Y and K, one entry a page. */
    ink: (box: 'media' | 'trim' = 'media') => run('gs', ['-q', '-o', '-', ...box === 'trim' ? ['-dUseTrimBox'] : [], '-sDEVICE=inkcov', file]).trim().split('\n').map(row => row.trim().split(/\s+/).slice(0, 4).map(Number)),
    png(resolution: number, page = 1) {
      run('pdftoppm', ['-r', String(resolution), '-png', '-singlefile', '-f', String(page), file, join(folder, 'page')])
      return join(folder, 'page.png')
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

export type InspectedPdf = ReturnType<typeof inspectPdf>
