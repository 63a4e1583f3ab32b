// The import law and its circles. Alone: node tools/checks/imports.ts [folder]
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { circlesOf } from './cycles.ts'
import { refusal, refusalOfPackage, standingOf } from './law.ts'
import { filesUnder, type Problem, readModules } from './module-graph.ts'

/** What may lie in source/ without being a module. Anything else must have been read. */
const notModules = /\.(css|sql|svg|json|md|txt|ya?ml|typ|woff2|png|wasm)$/

/**
 * Every breach of the law and every circle, type imports included, with its file and line.
 *
 * A check that has read nothing finds nothing: fewer modules read than source/ has is a problem too.
 */
export function checkImports(root: string): Problem[] {
  const { read, imports, problems } = readModules(root)
  const found = problems.map(problem => ({ ...problem, file: `source/${problem.file}` }))
  const tell = (file: string, line: number, message: string) => found.push({ file: `source/${file}`, line, message })

  const expected = filesUnder(join(root, 'source')).filter(file => !notModules.test(file))
  if (expected.length === 0) tell('', 1, 'no module was found; nothing was checked')
  else if (read.length < expected.length) {
    const known = new Set([...read, ...problems.map(problem => problem.file)])
    for (const file of expected) if (!known.has(file)) tell(file, 1, 'was not read by the import law')
  }

  for (const file of read) {
    const standing = standingOf(file)
    if (standing.place === 'nowhere') tell(file, 1, standing.why)
  }

  const edges = new Map<string, Set<string>>(read.map(file => [file, new Set<string>()]))
  for (const { from, line, written, to } of imports) {
    const why = to === null ? refusalOfPackage(from, written) : refusal(from, to)
    if (why !== null) tell(from, line, `imports ${written}: ${why}`)
    if (to !== null) edges.get(from)?.add(to)
  }

  for (const circle of circlesOf(edges)) {
    const [first = '', second] = circle
    const line = imports.find(one => one.from === first && one.to === second)?.line ?? 1
    tell(first, line, `a circle of imports: ${circle.join(' → ')}`)
  }
  return found
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = checkImports(process.argv[2] ?? fileURLToPath(new URL('../..', import.meta.url)))
  for (const { file, line, message } of problems) console.log(`${file}:${line} ${message}`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
