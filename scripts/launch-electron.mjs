import { fileURLToPath } from 'node:url'
import { _electron } from '@playwright/test'

const launchTimeout = 15_000 // milliseconds; a second and third start get more, should the machine be slow
const attempts = 3
const holdUntilDriven = fileURLToPath(new URL('hold-until-driven.cjs', import.meta.url))

/**
 * Starts Electron under Playwright and waits for its first window. Under load Playwright now and then misses the first messages
 * of the older Electron although the program is up; such a start is ended and made again, and said.
 */
export async function launchElectron(options) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launchOnce(options, launchTimeout * attempt)
    } catch (error) {
      if (attempt === attempts || error.name !== 'TimeoutError') throw error
      console.warn(`Playwright did not reach the program (start ${attempt} of ${attempts}): ${error.message.split('\n')[0]}`)
    }
  }
}

async function launchOnce(options, timeout) {
  const electron = await _electron.launch({ ...options, args: ['-r', holdUntilDriven, ...options.args], timeout })
  try {
    await electron.firstWindow({ timeout })
    return electron
  } catch (error) {
    electron.process().kill('SIGKILL')
    throw error
  }
}
