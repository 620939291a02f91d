import { ipcRenderer } from 'electron'

/** Both are there when the page's script is, so that what it shows first is asked for while it is still being built. */
const listening = new Promise<void>(resolve => window.addEventListener('page-listens', () => resolve(), { once: true }))

/** Hands the ports that main sends to the page, in their order. Nothing else of Electron reaches the page. */
ipcRenderer.on('port', ({ ports }, message: { channel: 'shell' | 'backend' }) => {
  void listening.then(() => window.postMessage(message, window.location.origin, ports))
})

ipcRenderer.send('page-begins')
