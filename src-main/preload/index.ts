import { ipcRenderer } from 'electron'

/** Hands the ports that main sends to the page. Nothing else of Electron reaches the page. */
ipcRenderer.on('port', ({ ports }, message: { channel: 'shell' | 'backend' }) => {
  window.postMessage(message, window.location.origin, ports)
})

/** The page's module scripts have run by then and listen for the ports. */
window.addEventListener('DOMContentLoaded', () => ipcRenderer.send('page-loaded'))
