import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { parseSync } from 'rolldown/utils'

/** One import as it is written: what it names and where. `to` is a path inside source/, or null for a package. */
export type Import = { from: string; line: number; written: string; to: string | null }
export type Problem = { file: string; line: number; message: string }
export type ModuleGraph = { read: string[]; imports: Import[]; problems: Problem[] }

const script = /\.[cm]?[jt]sx?$/

type Aliases = [prefix: string, folder: string][]

/**
 * Reads every module under source/ and every import in it: static, type-only, re-exported, dynamic, `import('…').T`,
 * `import x = require('…')` and `declare module '…'`.
 *
 * @param root the folder that holds package.json (whose `imports` are the aliases) and source/
 */
export function readModules(root: string): ModuleGraph {
  const source = join(root, 'source')
  const aliases = readAliases(root)
  const graph: ModuleGraph = { read: [], imports: [], problems: [] }
  for (const file of filesUnder(source).filter(name => script.test(name))) {
    const text = readFileSync(join(source, file), 'utf8')
    const { requests, fault } = requestsOf(file, text)
    if (fault) {
      graph.problems.push({ file, ...fault })
      continue
    }
    graph.read.push(file)
    for (const { written, line } of requests) {
      if (written === null) {
        graph.problems.push({ file, line, message: 'import() of what is known only when it runs; name the file' })
        continue
      }
      const to = resolveInSource(source, file, written, aliases)
      if (to === 'missing') graph.problems.push({ file, line, message: `${written} names no file of source/` })
      else graph.imports.push({ from: file, line, written, to })
    }
  }
  return graph
}

type Requests = {
  requests: { written: string | null; line: number }[]
  fault: { line: number; message: string } | null
}
const known = new Map<string, Requests>()

// Whoever asks again after a change of one file, as the tests do, waits for that one.
function requestsOf(file: string, text: string): Requests {
  const key = `${file}\n${text}`
  const before = known.get(key)
  if (before) return before
  const { program, errors } = parseSync(file, text)
  const at = lineReader(text)
  const [error] = errors
  const now: Requests = error
    ? { requests: [], fault: { line: at(error.labels[0]?.start ?? 0), message: `cannot be read: ${error.message}` } }
    : { requests: requestsIn(program).map(({ written, offset }) => ({ written, line: at(offset) })), fault: null }
  known.set(key, now)
  return now
}

/** Every file under a folder, as paths inside it with forward slashes, in order. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

function readAliases(root: string): Aliases {
  const { imports = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    imports?: Record<string, string>
  }
  return Object.entries(imports).map(([alias, to]) => [
    alias.replace(/\*$/, ''),
    to.replace(/^\.\/source\//, '').replace(/\*$/, ''),
  ])
}

function resolveInSource(source: string, from: string, written: string, aliases: Aliases): string | null | 'missing' {
  let path: string
  const alias = aliases.find(([prefix]) => written.startsWith(prefix))
  if (alias) path = alias[1] + written.slice(alias[0].length)
  else if (written.startsWith('.')) path = posix.join(posix.dirname(from), written)
  else if (written.startsWith('#') || written.startsWith('/')) return 'missing'
  else return null
  // The house stands on nothing beside source/.
  if (path.startsWith('../')) return 'missing'
  return existsSync(join(source, path)) ? path : 'missing'
}

type Node = { type: string; start: number; source?: Node | null; value?: unknown } & Record<string, unknown>
type Request = { written: string | null; offset: number }

const importing = new Set([
  'ImportDeclaration',
  'ExportAllDeclaration',
  'ExportNamedDeclaration',
  'ImportExpression',
  'TSImportType',
])

function requestsIn(program: unknown): Request[] {
  const found: Request[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const child of value) walk(child)
      return
    }
    if (value === null || typeof value !== 'object') return
    const node = value as Node
    if (typeof node.type === 'string') {
      const request = requestOf(node)
      if (request) found.push(request)
    }
    for (const child of Object.values(node)) walk(child)
  }
  walk(program)
  return found
}

function requestOf(node: Node): Request | null {
  if (importing.has(node.type)) {
    const source = (node.source ?? node.argument) as Node | null | undefined
    if (!source) return null // export { x } without from
    return { written: literal(source), offset: source.start }
  }
  if (node.type === 'TSExternalModuleReference')
    return { written: literal(node.expression as Node), offset: node.start }
  if (node.type === 'TSModuleDeclaration' && (node.id as Node).type === 'Literal') {
    return { written: literal(node.id as Node), offset: node.start }
  }
  return null
}

function literal(node: Node): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type === 'TSLiteralType') return literal(node.literal as Node)
  return null
}

function lineReader(text: string): (offset: number) => number {
  return offset => {
    let line = 1
    for (let i = text.indexOf('\n'); i !== -1 && i < offset; i = text.indexOf('\n', i + 1)) line++
    return line
  }
}
