import { readFileSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type ProtocolResponse } from 'electron'

export const pageOrigin = 'app://qingyang'
export const pageAddress = `${pageOrigin}/index.html`

const contentSecurityPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'",
  "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ')

/** What the dev server's page may do besides: Vite puts styles into the page and talks back over a WebSocket. */
export const developmentPolicy = (server: string) => contentSecurityPolicy
  .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
  .replace("connect-src 'self'", `connect-src 'self' ${server.replace(/^http/, 'ws')}`)

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp',
  '.woff': 'font/woff', '.woff2': 'font/woff2', '.ttf': 'font/ttf', '.otf': 'font/otf', '.wasm': 'application/wasm',
}

/** To be called before Electron is ready: `app://` becomes an origin like https. */
export function declarePageProtocol() {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * Serves the built page, and nothing outside its folder. `protocol.handle` would have main load the whole of fetch first and carry each file through
 * streams, while the start waits.
 */
export function servePage(folder: string) {
  protocol.registerBufferProtocol('app', ({ method, url }, answer) => answer(answerTo(method, url, folder)))
}

function answerTo(method: string, address: string, folder: string): ProtocolResponse {
  const file = method === 'GET' ? fileOf(address, folder) : undefined
  const contentType = file && contentTypes[extname(file)]
  if (!file || !contentType) return notFound()
  try {
    return { statusCode: 200, headers: headersFor(contentType), data: readFileSync(file) }
  } catch (error) {
    if (isMissing(error)) return notFound()
    throw error
  }
}

/** The file an address names, or undefined when it lies outside the folder or on another host. */
export function fileOf(address: string, folder: string): string | undefined {
  const { host, pathname } = new URL(address)
  if (host !== 'qingyang') return undefined
  const path = decoded(pathname)
  if (path === undefined || path.includes('\0') || path.includes('\\')) return undefined
  const file = normalize(join(folder, path))
  return file.startsWith(normalize(folder) + sep) ? file : undefined
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

/** No opener policy: nothing opens this page and it opens nothing, and with one Chromium would throw the window's first process away and begin a second. */
function headersFor(contentType: string) {
  return {
    'content-type': contentType,
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  }
}

function isMissing(error: unknown) {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR'
}

const notFound = (): ProtocolResponse => ({ statusCode: 404, headers: headersFor('text/plain'), data: Buffer.from('Not found') })
