import type { App, Session } from 'electron'

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
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwn(url, development) }))
}

function isOwn(address: string, development: string | undefined) {
  const url = new URL(address)
  return ownSchemes.has(url.protocol) || (development !== undefined && url.host === new URL(development).host)
}
