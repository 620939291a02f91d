import type { App, Session } from 'electron'
import { developmentPolicy } from './page-protocol'

const ownSchemes = new Set(['app:', 'blob:', 'data:', 'devtools:'])

/** Chromium's own errands over the network, none of which this program needs. */
export function silenceChromium(app: App) {
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'disable-sync', 'disable-quic', 'no-pings']) {
    app.commandLine.appendSwitch(name)
  }
}

/** Whatever page is shown: it goes nowhere, opens nothing, embeds nothing. */
export function confinePages(app: App) {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', event => event.preventDefault())
    contents.on('will-redirect', event => event.preventDefault())
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Refuses every permission and every request that leaves the program, `development` (the page's dev server) excepted. */
export function confineSession(session: Session, development: string | undefined) {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  if (development !== undefined) guardDevelopment(session, development)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwn(url, development) }))
}

/** The dev server sends no policy: its page gets one on the way. */
function guardDevelopment(session: Session, development: string) {
  const { origin } = new URL(development)
  session.webRequest.onHeadersReceived({ urls: [`${origin}/*`] }, ({ responseHeaders }, answer) => {
    answer({ responseHeaders: { ...responseHeaders, 'content-security-policy': [developmentPolicy(origin)] } })
  })
}

function isOwn(address: string, development: string | undefined) {
  const url = new URL(address)
  return ownSchemes.has(url.protocol) || (development !== undefined && url.host === new URL(development).host)
}
