#!/usr/bin/env node
import { pathToFileURL } from 'node:url'
import { areCommandsLinked, areDependenciesInstalled, installDependencies, linkCommands } from './dependencies.mjs'
import { ensureElectron } from './electron.mjs'
import { inProject } from './project.mjs'
import { step } from './step.mjs'
import { installSystemPackages, missingSystemPackages } from './system-packages.mjs'

/** Makes sure of everything the window and the tests need. Safe to repeat; takes a moment when there is nothing to do. */
export async function setUp(say = console.log) {
  await prepareDependencies(say)
  await prepareSystem(say)
  const electron = await ensureElectron(say)
  await prepareFonts(say)
  return electron
}

/** Makes sure of what the command line needs, which opens no window: no system packages, no Electron. */
export async function setUpCommandLine(say) {
  await prepareDependencies(say)
  await prepareFonts(say)
}

async function prepareDependencies(say) {
  await step(say, 'Installing dependencies (npm ci)', areDependenciesInstalled, installDependencies)
  await step(say, 'Linking the commands of node_modules/.bin', areCommandsLinked, linkCommands)
}

async function prepareSystem(say) {
  const missing = await missingSystemPackages()
  const names = [...missing.needed, ...missing.tests]
  await step(say, `Installing system packages (${names.join(' ')})`, () => names.length === 0, () => installSystemPackages(missing, say))
}

async function prepareFonts(say) {
  const { ensureFonts } = await import(pathToFileURL(inProject('scripts', 'fonts.mjs')).href)
  const began = Date.now()
  const unpacked = await ensureFonts()
  if (unpacked.length > 0) say(`Unpacked the fonts of the print templates (${unpacked.join(', ')}) in ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const began = Date.now()
  try {
    const electron = await setUp()
    console.log(`Ready in ${((Date.now() - began) / 1000).toFixed(1)} s, with ${electron.description}.`)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
