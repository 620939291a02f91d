import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchQingyang, projectFolder, temporaryFolder } from './electron.mjs'
import { atScale, report, round } from './statistics.mjs'

const keystrokes = atScale(200, 2)
const sample = join(projectFolder, 'resources/samples/meeting-report.txt')

/** Every process below `root`, with its command line. */
function descendants(root) {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n').map(line => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)
    return { pid: Number(pid), parent: Number(parent), command }
  })
  const below = pid => all.filter(entry => entry.parent === pid).flatMap(entry => [entry, ...below(entry.pid)])
  return [all.find(entry => entry.pid === root), ...below(root)]
}

/** Proportional set size in MB: shared pages are split among those who share them, so that the parts add up. */
function proportionalSize(pid) {
  const kilobytes = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
  return Number(kilobytes[1]) / 1024
}

function nameOf({ command }) {
  if (command.includes('typesetter.cjs')) return 'typesetter'
  if (command.includes('backend.cjs')) return 'backend'
  if (command.includes('--type=renderer')) return 'page'
  return command.includes('--type=') ? 'Chromium’s own (GPU, network, zygotes)' : 'main'
}

function sizes(root) {
  const byName = new Map()
  for (const entry of descendants(root)) byName.set(nameOf(entry), (byName.get(nameOf(entry)) ?? 0) + proportionalSize(entry.pid))
  return byName
}

const desk = temporaryFolder('bench-memory')
const app = await launchQingyang(desk.folder)
try {
  const page = await app.firstWindow()
  await app.evaluate(({ dialog }, file) => { dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] }) }, sample)
  await page.getByRole('button', { name: /^(导入|Import)/ }).first().click()
  await page.getByRole('button', { name: /^(入库|Take in)/ }).click()
  await page.getByRole('tab', { name: /^(版样|Page)/ }).click()
  await page.locator('canvas').first().waitFor()
  const before = sizes(app.process().pid)
  await page.locator('.ProseMirror p:not([data-deck])').last().click()
  await page.keyboard.type('字'.repeat(keystrokes), { delay: 60 })
  const after = sizes(app.process().pid)
  const rows = [...after].map(([process, size]) => ({ process, 'after opening, MB': round(before.get(process) ?? 0, 0), [`after ${keystrokes} keystrokes, MB`]: round(size, 0) }))
  const typesetter = after.get('typesetter')
  report({
    name: 'Memory of each process, one story open with its page proof (proportional set size)',
    rows,
    goals: [{ goal: 'typesetter', value: `${round(typesetter, 0)} MB`, limit: '< 400 MB', isMet: typesetter < 400 }],
  })
} finally {
  await app.close()
  desk.remove()
}
