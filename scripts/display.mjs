import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

const firstNumber = 90
const lastNumber = 190
const size = '1440x900x24'
const startTimeout = 10_000 // milliseconds

/**
 * Makes sure there is a display to open windows on: on Linux without one, starts a virtual one (Xvfb) and says so.
 * Gives `{ environment, stop }`; the display lasts until `stop` is called.
 */
export async function ensureDisplay(say) {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return { environment: {}, isVirtual: false, stop() {} }
  const { server, display } = await startServer()
  say(`No display here: using a virtual one (Xvfb ${display}, ${size}). Windows open on it, unseen.`)
  return { environment: { DISPLAY: display }, isVirtual: true, stop: () => { server.kill() } }
}

async function startServer() {
  for (let number = firstNumber; number <= lastNumber; number++) {
    if (existsSync(`/tmp/.X${number}-lock`) || existsSync(`/tmp/.X11-unix/X${number}`)) continue
    const server = spawn('Xvfb', [`:${number}`, '-screen', '0', size, '-nolisten', 'tcp', '-noreset'], { stdio: 'ignore' })
    if (await isUp(server, number)) return { server, display: `:${number}` }
    server.kill()
  }
  throw new Error('No free display number for Xvfb')
}

/** False when the server ended: another one took the number meanwhile. */
function isUp(server, number) {
  return new Promise((resolve, reject) => {
    const began = Date.now()
    const look = setInterval(() => {
      if (existsSync(`/tmp/.X11-unix/X${number}`) && server.exitCode === null) settle(resolve, true)
      else if (Date.now() - began > startTimeout) settle(resolve, false)
    }, 20)
    const settle = (how, value) => {
      clearInterval(look)
      how(value)
    }
    server.once('exit', () => settle(resolve, false))
    server.once('error', error => settle(reject, new Error(`Xvfb does not start (${error.message}). Install it: apt-get install xvfb`)))
  })
}
