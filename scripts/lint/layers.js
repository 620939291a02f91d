import { dirname, relative, resolve, sep } from 'node:path'

/** Which of our own layers a layer may import from, itself always included (docs/architecture.md). */
const allowed = {
  'src-main/common': [],
  'src-main/main': ['src-main/common'],
  'src-main/preload': ['src-main/common'],
  'src-main/backend': ['src-main/common'],
  'src-main/typesetting': ['src-main/common'],
  'src-renderer': ['src-main/common'],
}
/** Packages and Node modules a layer may not use. */
const forbidden = {
  'src-main/common': /^(node:|electron$|vue$|pinia$|better-sqlite3$)/,
  'src-main/backend': /^(electron$|vue$|pinia$)/,
  'src-main/typesetting': /^(electron$|vue$|pinia$|better-sqlite3$)/,
  'src-main/preload': /^(node:|vue$|pinia$)/,
  'src-renderer': /^(node:|electron$|better-sqlite3$)/,
}
/** Inside one layer: folders that may not import from others. */
const within = [
  { from: 'src-renderer/components', to: 'src-renderer/api', why: 'components ask stores, not the api' },
  { from: 'src-main/backend/services', package: 'better-sqlite3', why: 'services hold no SQL' },
  { from: 'src-main/backend/database', to: 'src-main/backend/services', why: 'repositories hold no rules' },
  { from: 'src-main/backend/database/migrations', to: 'src-main', except: 'src-main/backend/database', why: 'a released migration imports no application code' },
]

const isInside = (path, folder) => path === folder || path.startsWith(`${folder}/`)
const layerOf = path => Object.keys(allowed).find(layer => isInside(path, layer))

function problem(file, specifier) {
  const layer = layerOf(file)
  if (!layer) return
  const isTest = /\.test\.ts$/.test(file)
  if (!specifier.startsWith('.')) return packageProblem(file, layer, specifier, isTest)
  const target = relative(process.cwd(), resolve(dirname(file), specifier)).split(sep).join('/')
  const targetLayer = layerOf(target)
  if (targetLayer && targetLayer !== layer && !allowed[layer].includes(targetLayer)) return `${layer} may not import ${targetLayer}`
  return within.find(rule => rule.to && isInside(file, rule.from) && isInside(target, rule.to) && !(rule.except && isInside(target, rule.except)))?.why
}

function packageProblem(file, layer, specifier, isTest) {
  if (!isTest && forbidden[layer]?.test(specifier)) return `${layer} may not use ${specifier}`
  return within.find(rule => rule.package === specifier && isInside(file, rule.from) && !isTest)?.why
}

/** Holds the dependency rule of docs/architecture.md. */
export const layers = {
  meta: { type: 'problem', schema: [], messages: { broken: 'Dependency rule: {{ why }}' } },
  create(context) {
    const file = relative(process.cwd(), context.filename).split(sep).join('/')
    const check = node => {
      const why = typeof node.source?.value === 'string' ? problem(file, node.source.value) : undefined
      if (why) context.report({ node, messageId: 'broken', data: { why } })
    }
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check }
  },
}
