import { type Document, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml'
import { checkSeminarFile, mostProblems, problemAt } from './check-seminar-file.ts'
import { largestFile } from './file-values.ts'
import type { Path } from './look-into.ts'
import type { Expectation, FileProblem, PathProblem, PlainExpectation } from './problems.ts'
import type { SeminarFile } from './seminar-file.ts'

export type ParsedSeminarFile =
  | {
      ok: true
      file: SeminarFile
      /** Words for what only the database can tell is wrong: a problem with its place in the file. */
      problem: (path: readonly (string | number)[], expected: Expectation) => FileProblem
    }
  | { ok: false; problems: FileProblem[] }

/**
 * Reads a seminar file: YAML 1.2 without tags of its own, checked against the schema and in itself. Never throws for
 * what a person wrote: every problem comes back at once, with its place.
 */
export function parseSeminarFile(text: string): ParsedSeminarFile {
  const bytes = Buffer.byteLength(text)
  if (bytes > largestFile) {
    return wrong([{ line: 1, column: 1, path: [], found: `${bytes} B`, expected: { code: 'file-size' } }])
  }
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\ufeff/, ''), {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  })
  const unreadable = yamlProblems(document, lines)
  if (unreadable.length > 0) return wrong(unreadable)
  let data: unknown
  try {
    data = document.toJS({ maxAliasCount: 50 })
  } catch (error) {
    const code = error instanceof RangeError ? 'yaml-too-deep' : 'yaml-anchors'
    return wrong([{ line: 1, column: 1, path: [], found: null, expected: { code } }])
  }
  const placed = (told: PathProblem): FileProblem => ({ ...placeOf(document, lines, told.path), ...told })
  const checked = checkSeminarFile(data)
  if (!checked.ok) return wrong(checked.problems.map(placed))
  const problem = (path: Path, expected: Expectation) => placed(problemAt(data, path, expected))
  return { ok: true, file: checked.file, problem }
}

function wrong(problems: readonly FileProblem[]): ParsedSeminarFile {
  const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
  return { ok: false, problems: sorted.slice(0, mostProblems) }
}

const codeOfYamlError: Partial<Record<YAMLError['code'], PlainExpectation>> = {
  DUPLICATE_KEY: 'key-once',
  MISSING_CHAR: 'yaml-quote',
  BAD_INDENT: 'yaml-indent',
  TAB_AS_INDENT: 'yaml-tab',
  MULTIPLE_DOCS: 'yaml-one-document',
  TAG_RESOLVE_FAILED: 'yaml-no-tag',
  BAD_ALIAS: 'yaml-anchors',
  RESOURCE_EXHAUSTION: 'yaml-too-deep',
}

function yamlProblems(document: Document, lines: LineCounter): FileProblem[] {
  const source = [...document.errors, ...document.warnings]
  // One cause, told once for each level it was noticed at.
  const tooDeep = source.find(error => error.code === 'RESOURCE_EXHAUSTION')
  const problems = (tooDeep ? [tooDeep] : source).map((error): FileProblem => {
    const { line, col } = lines.linePos(error.pos[0])
    return { ...at(line, col), path: [], found: null, expected: { code: codeOfYamlError[error.code] ?? 'yaml' } }
  })
  if (problems.length > 0) return problems
  visit(document, {
    // The parser's own look for a key that stands twice compares each with each.
    Map: (_key, map) => {
      const seen = new Set<unknown>()
      for (const { key } of map.items) {
        if (!isScalar(key) || !key.range) continue
        if (seen.has(key.value)) {
          const { line, col } = lines.linePos(key.range[0])
          problems.push({ ...at(line, col), path: [], found: null, expected: { code: 'key-once' } })
        }
        seen.add(key.value)
      }
    },
    Node: (_key, node) => {
      if (!node.tag || !node.range) return
      const { line, col } = lines.linePos(node.range[0])
      problems.push({ ...at(line, col), path: [], found: node.tag, expected: { code: 'yaml-no-tag' } })
    },
  })
  return problems
}

/** Where a path stands: its value, its key when it has one of its own, or else the nearest block around it. */
function placeOf(document: Document, lines: LineCounter, path: Path): { line: number; column: number } {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : keyOrValue(document, path.slice(0, length))
    const range = (node as { range?: [number, number, number] | null } | null)?.range
    if (!range) continue
    const { line, col } = lines.linePos(range[0])
    return at(line, col)
  }
  return at(1, 1)
}

function keyOrValue(document: Document, path: Path): unknown {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const last = path.at(-1)
  const pairs = (parent as { items?: unknown[] } | null)?.items ?? []
  for (const pair of pairs) {
    const { key, value } = pair as { key?: unknown; value?: unknown }
    if (isScalar(key) && String(key.value) === last) {
      return isScalar(value) && value.range && value.value !== null ? value : key
    }
  }
  return document.getIn([...path], true)
}

const at = (line: number, column: number) => ({ line: Math.max(1, line), column: Math.max(1, column) })
