import { ipcRenderer } from 'electron'

/** Hands the ports that main sends to the page. Nothing else of Electron reaches the page. */
ipcRenderer.on('port', ({ ports }, message: { channel: 'shell' | 'backend' }) => {
  window.postMessage(message, window.location.origin, ports)
})

/** What listens to the ports is there by then. */
window.addEventListener('page-mounted', () => ipcRenderer.send('page-loaded'))
