import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './fixtures/app'

/** What happens to the window's addresses and windows while `act` runs in the page. */
async function addressAfter(app: Page, act: () => void) {
  await app.evaluate(act)
  await app.waitForTimeout(300)
  return app.url()
}

const windowCount = (electronApp: ElectronApplication) => electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

/** A server on this machine that counts who comes, standing for any server anywhere. */
async function countingServer() {
  let visits = 0
  const server: Server = createServer((_, response) => {
    visits++
    response.end('<title>elsewhere</title>')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return { address, get visits() { return visits }, close: () => server.close() }
}

test('the page has no Node, no Electron and a world of its own', async ({ app, electronApp }) => {
  const globals = await app.evaluate(() => ['require', 'process', 'module', 'global', 'Buffer', 'electron'].filter(name => name in window))
  expect(globals).toEqual([])
  const preferences = await electronApp.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false, webSecurity: true })
})

test('the page is served from its own protocol under a strict policy', async ({ app }) => {
  const { url, policy, type } = await app.evaluate(async () => {
    const { url, headers } = await fetch('/index.html')
    return { url, policy: headers.get('content-security-policy'), type: headers.get('content-type') }
  })
  expect(url).toBe('app://qingyang/index.html')
  expect(type).toBe('text/html; charset=utf-8')
  const directives = Object.fromEntries(policy!.split('; ').map(directive => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]))
  expect(directives).toMatchObject({
    'default-src': "'none'", 'script-src': "'self'", 'style-src': "'self'", 'connect-src': "'self'", 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'",
  })
})

test('neither injected scripts nor eval run', async ({ app }) => {
  const ran = await app.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    const button = document.createElement('button')
    button.setAttribute('onclick', 'window.injected = true')
    button.click()
    // Later, because the policy does not bind what the debugger itself evaluates.
    setTimeout(() => {
      setTimeout('window.injected = true', 0)
      new Function('window.injected = true')()
    }, 0)
    return new Promise(resolve => setTimeout(() => resolve('injected' in window), 200))
  })
  expect(ran).toBe(false)
})

test('the protocol serves nothing outside the folder of the page', async ({ app, electronApp }) => {
  const outside = ['../main/index.cjs', '/..%2fmain%2findex.cjs', '/%2e%2e/main/index.cjs', '/..%5cmain%5cindex.cjs', '/assets/..%2f..%2fmain%2findex.cjs', '/missing.js', '/']
  const statuses = await app.evaluate(paths => Promise.all(paths.map(async path => (await fetch(path)).status)), outside)
  expect(statuses).toEqual(outside.map(() => 404))
  const otherHost = await electronApp.evaluate(async ({ session }) => (await session.defaultSession.fetch('app://elsewhere/index.html')).status)
  expect(otherHost).toBe(404)
})

test('the window goes nowhere else', async ({ app }) => {
  const elsewhere = await countingServer()
  const home = app.url()
  await app.evaluate(address => { (window as unknown as { elsewhere: string }).elsewhere = address }, elsewhere.address)
  expect(await addressAfter(app, () => { location.href = (window as unknown as { elsewhere: string }).elsewhere })).toBe(home)
  expect(await addressAfter(app, () => { location.href = 'file:///etc/passwd' })).toBe(home)
  expect(await addressAfter(app, () => {
    const link = Object.assign(document.createElement('a'), { href: (window as unknown as { elsewhere: string }).elsewhere })
    document.body.append(link)
    link.click()
  })).toBe(home)
  expect(elsewhere.visits).toBe(0)
  elsewhere.close()
})

test('no window opens, whatever is asked for', async ({ app, electronApp }) => {
  await electronApp.evaluate(({ shell }) => {
    const { opened } = Object.assign(globalThis, { opened: [] as string[] })
    shell.openExternal = async address => { opened.push(address) }
  })
  for (const address of ['https://example.org/', 'mailto:desk@example.org', 'app://qingyang/index.html', 'about:blank']) {
    expect(await app.evaluate(target => window.open(target) === null, address)).toBe(true)
    await app.evaluate(target => {
      const link = Object.assign(document.createElement('a'), { href: target, target: '_blank' })
      document.body.append(link)
      link.click()
    }, address)
  }
  await app.waitForTimeout(300)
  expect(await windowCount(electronApp)).toBe(1)
  expect(await electronApp.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([])
})

test('every permission is refused', async ({ app }) => {
  const answers = await app.evaluate(async () => {
    const refusals: Record<string, string> = {}
    refusals['notifications'] = await Notification.requestPermission()
    refusals['geolocation'] = await new Promise(resolve => navigator.geolocation.getCurrentPosition(() => resolve('granted'), error => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : error.message)))
    refusals['media'] = await navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', () => 'denied')
    refusals['clipboard'] = await navigator.clipboard.readText().then(() => 'granted', () => 'denied')
    for (const name of ['camera', 'microphone', 'midi', 'persistent-storage']) {
      refusals[name] = (await navigator.permissions.query({ name: name as PermissionName })).state
    }
    return refusals
  })
  expect(Object.entries(answers).filter(([, answer]) => answer !== 'denied')).toEqual([])
})

test('webviews and frames stay empty', async ({ app, electronApp }) => {
  await app.evaluate(() => {
    for (const name of ['webview', 'iframe']) {
      const element = document.createElement(name)
      element.setAttribute('src', 'app://qingyang/index.html')
      document.body.append(element)
    }
  })
  await app.waitForTimeout(300)
  const kinds = await electronApp.evaluate(({ webContents }) => webContents.getAllWebContents().map(contents => contents.getType()))
  expect(kinds).toEqual(['window'])
  expect(app.frames().filter(frame => frame.url().startsWith('app:'))).toHaveLength(1)
})

test('no request leaves the program, even from a page without a policy', async ({ app, electronApp }) => {
  const elsewhere = await countingServer()
  const fromPage = await app.evaluate(address => fetch(address).then(() => 'answered', () => 'refused'), elsewhere.address)
  expect(fromPage).toBe('refused')
  const fromBarePage = await electronApp.evaluate(async ({ BrowserWindow }, address) => {
    const window = new BrowserWindow({ show: false })
    await window.loadURL('data:text/html,<title>bare</title>')
    const answer: unknown = await window.webContents.executeJavaScript(`Promise.all([
      fetch('${address}', { mode: 'no-cors' }).then(() => 'answered', () => 'refused'),
      new Promise(resolve => { const image = new Image(); image.onerror = () => resolve('refused'); image.onload = () => resolve('answered'); image.src = '${address}' }),
      new Promise(resolve => { const socket = new WebSocket('${address.replace('http', 'ws')}'); socket.onerror = () => resolve('refused'); socket.onopen = () => resolve('answered') }),
    ])`)
    window.destroy()
    return answer
  }, elsewhere.address)
  expect(fromBarePage).toEqual(['refused', 'refused', 'refused'])
  expect(elsewhere.visits).toBe(0)
  elsewhere.close()
})

test('developer tools stay closed', async ({ app, electronApp }) => {
  await app.keyboard.press('Control+Shift+I')
  const isOpen = await electronApp.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    webContents.openDevTools()
    return webContents.isDevToolsOpened()
  })
  expect(isOpen).toBe(false)
})
