import { spawn } from 'node:child_process'

const size = '1440x900x24'
const startTimeout = 10_000 // milliseconds

/** Whether this machine shows windows to somebody: true on every system but a Linux without X or Wayland. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/**
 * Makes sure there is a display to open windows on: on Linux without one, starts a virtual one (Xvfb) and says so.
 * Gives `{ environment, stop }`; the display lasts until `stop` is called.
 */
export async function ensureDisplay(say) {
  if (hasDisplay()) return { environment: {}, isVirtual: false, stop() {} }
  const { server, display } = await startServer()
  say(`No display here: using a virtual one (Xvfb ${display}, ${size}). Windows open on it, unseen.`)
  return { environment: { DISPLAY: display }, isVirtual: true, stop: () => { server.kill() } }
}

/** Xvfb takes a free number itself and writes it once it listens. */
function startServer() {
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
    const fail = why => {
      clearTimeout(timer)
      server.kill()
      reject(new Error(`Xvfb does not start (${why}). Install it: apt-get install xvfb`))
    }
    const timer = setTimeout(() => fail(`no answer within ${startTimeout / 1000} s`), startTimeout)
    let number = ''
    server.stdio[3].on('data', digits => {
      number += digits
      if (!number.endsWith('\n')) return
      clearTimeout(timer)
      resolve({ server, display: `:${number.trim()}` })
    })
    server.once('error', error => fail(error.message))
    server.once('exit', code => fail(`it ended with ${code}`))
  })
}
