// Takes the place of Electron's default app in the development fallback: loads the modules of `-r`, then the application folder.
const { readFileSync } = require('node:fs')
const Module = require('node:module')
const { join, resolve } = require('node:path')
const { app } = require('electron')

function readArguments(given) {
  const modules = []
  for (let i = 0; i < given.length; i++) {
    if (given[i] === '-r' || given[i] === '--require') modules.push(given[++i])
    else if (!given[i].startsWith('-')) return { modules, folder: resolve(given[i]) }
  }
  return { modules }
}

const { modules, folder } = readArguments(process.argv.slice(1))
if (!folder) {
  process.stderr.write('No application folder was named.\n')
  process.exit(1)
}
Module._preloadModules(modules)
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
const { name, productName, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
app.setName(productName ?? name)
app.setVersion(version)
Module._load(folder, module, true)
