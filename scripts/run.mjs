import { spawn } from 'node:child_process'

/** A command that ended with another code than 0, or did not start. */
export class CommandFailed extends Error {
  constructor(command, args, reason, output) {
    super(`${[command, ...args].join(' ')}: ${reason}${output ? `\n${output.trim()}` : ''}`)
    this.name = 'CommandFailed'
    this.output = output
  }
}

/** Runs a command quietly and gives what it printed; its output is shown only when it fails. */
export async function runQuietly(command, args, options = {}) {
  const { code, output } = await collect(command, args, options)
  if (code !== 0) throw new CommandFailed(command, args, `ended with ${code}`, output)
  return output
}

/** Runs a command with this terminal as its own and gives its exit code. */
export function runHere(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    child.once('error', error => reject(new CommandFailed(command, args, error.message, '')))
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}

function collect(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    child.stdout.on('data', text => { output += text })
    child.stderr.on('data', text => { output += text })
    child.once('error', error => reject(new CommandFailed(command, args, error.message, output)))
    child.once('close', code => resolve({ code, output }))
  })
}
