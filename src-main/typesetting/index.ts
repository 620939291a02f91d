import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hostLink } from '../common/ipc/host-link'
import { serve } from '../common/ipc/rpc'
import type { TypesetterApi } from '../common/ipc/typesetter-contract'
import { typesetter } from './typesetter'

const { values } = parseArgs({
  options: { resources: { type: 'string' }, templates: { type: 'string', multiple: true }, fonts: { type: 'string', multiple: true } },
  strict: false,
})
const resources = String(values.resources)
const folders = (given: unknown) => Array.isArray(given) ? given.map(String) : []

const implementation = typesetter({
  templateFolders: [join(resources, 'print-templates'), ...folders(values.templates)],
  fontFolders: [...new Set([join(resources, 'fonts'), ...folders(values.fonts)])],
})
const link = hostLink(process)

const logBug = (error: unknown, path: string) => { process.stderr.write(`${path}: ${error instanceof Error ? error.stack : String(error)}\n`) }

/** The backend is the only caller and has validated what comes from the page. */
link.onPort('backend', port => serve<TypesetterApi>(port, { typesetter: implementation }, (_path, args) => args, logBug))
link.onControl(message => { if (message.type === 'quit') process.exit(0) })
link.control({ type: 'ready' })
