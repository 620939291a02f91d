import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'

/**
 * A page of a program started with `--remote-debugging-port=0`, spoken to over the DevTools protocol alone: Playwright holds a program up while it takes it
 * over, and now and then misses one that starts quickly. `close` quits the program.
 */
export async function attachToPage(child) {
  const socket = new WebSocket(await devtoolsAddress(child.stderr))
  const waiting = new Map()
  const attached = Promise.withResolvers()
  socket.onmessage = ({ data }) => {
    const { id, result, error, method, params } = JSON.parse(data)
    if (method === 'Target.attachedToTarget' && params.targetInfo.type === 'page') attached.resolve(params.sessionId)
    if (id === undefined) return
    if (error) waiting.get(id).reject(new Error(error.message))
    else waiting.get(id).resolve(result)
    waiting.delete(id)
  }
  await once(socket, 'open')

  let last = 0
  function send(method, params, sessionId) {
    const answer = Promise.withResolvers()
    waiting.set(++last, answer)
    socket.send(JSON.stringify({ id: last, method, params, sessionId }))
    return answer.promise
  }

  void send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true })
  const session = await attached.promise
  return {
    /** What `expression` comes to in the page; asked again of the next document when the page goes there meanwhile. */
    async evaluate(expression) {
      for (;;) {
        try {
          const { result } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, session)
          return result.value
        } catch (error) {
          if (!/context was destroyed|navigated or closed|Cannot find default execution context/.test(error.message)) throw error
          await setTimeout(2)
        }
      }
    },
    async close() {
      const gone = once(child, 'exit')
      send('Browser.close').catch(() => undefined)
      await gone
    },
  }
}

async function devtoolsAddress(output) {
  let said = ''
  for await (const chunk of output) {
    said += chunk
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
    if (address) {
      output.resume() // a full pipe would hold the program up
      return address
    }
  }
  throw new Error(`The program ended before it could be reached:\n${said}`)
}
