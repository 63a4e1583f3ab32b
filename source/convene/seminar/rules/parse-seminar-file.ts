import { type Document, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml'
import type { z } from 'zod'
import { checkTogether } from './file-checks.ts'
import { type Expectation, type FileProblem, nearest, type PlainExpectation, plainExpectations } from './problems.ts'
import { largestFile, type SeminarFile, seminarFile } from './seminar-file.ts'

export type ParsedSeminarFile =
  | {
      ok: true
      file: SeminarFile
      /** Words for what only the database can tell is wrong: a problem with its place in the file. */
      problem: (path: readonly (string | number)[], expected: Expectation) => FileProblem
    }
  | { ok: false; problems: FileProblem[] }

type Path = readonly (string | number)[]

/** More than this is one mistake told many times. */
const mostProblems = 100

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
  const result = seminarFile.safeParse(data)
  const places = [...(result.success ? [] : result.error.issues.flatMap(issuePlaces)), ...checkTogether(data)]
  const problem = (path: Path, expected: Expectation): FileProblem => {
    const found = shorten(valueAt(data, path))
    return { ...placeOf(document, lines, path), path, found, expected: found === null ? missing(expected) : expected }
  }
  if (result.success && places.length === 0) return { ok: true, file: result.data, problem }
  return wrong(places.slice(0, mostProblems).map(({ path, expected }) => problem(path, expected)))
}

function wrong(problems: readonly FileProblem[]): ParsedSeminarFile {
  const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
  return { ok: false, problems: sorted.slice(0, mostProblems) }
}

// These say themselves what is missing.
const alreadyMissing: readonly string[] = ['source-text', 'contact-way', 'source-among-languages']
const missing = (what: Expectation): Expectation =>
  alreadyMissing.includes(what.code) ? what : { code: 'missing', what }

function issuePlaces(issue: z.core.$ZodIssue): { path: Path; expected: Expectation }[] {
  const path = issue.path.filter(step => typeof step !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAllowedAt(path)
    return issue.keys.map(key => ({
      path: [...path, key],
      expected: { code: 'known-key', didYouMean: nearest(key, allowed), allowed },
    }))
  }
  if (issue.code === 'invalid_value') {
    return [{ path, expected: { code: 'one-of', values: issue.values.map(String) } }]
  }
  const code = plainExpectations.find(name => name === issue.message)
  return [{ path, expected: { code: code ?? 'yaml' } }]
}

/** The keys that the schema knows at a path. */
function keysAllowedAt(path: Path): string[] {
  let schema: z.core.$ZodType = seminarFile
  for (const step of path) {
    schema = unwrapped(schema)
    const definition = schema._zod.def
    if (definition.type === 'array') schema = (definition as z.core.$ZodArrayDef).element
    else if (definition.type === 'object') {
      const inner = (definition as z.core.$ZodObjectDef).shape[step]
      if (!inner) return []
      schema = inner
    }
  }
  schema = unwrapped(schema)
  const definition = schema._zod.def
  return definition.type === 'object' ? Object.keys((definition as z.core.$ZodObjectDef).shape) : []
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const definition = schema._zod.def
  return definition.type === 'optional' || definition.type === 'default'
    ? unwrapped((definition as z.core.$ZodOptionalDef).innerType)
    : schema
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

function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}

/** A value as it is told back: on one line, cut. */
function shorten(value: unknown): string | null {
  if (value === undefined || value === null) return null
  let text: string
  try {
    text = typeof value === 'string' ? value : JSON.stringify(value)
  } catch {
    return '…'
  }
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = [...line.slice(0, 200)]
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : line
}
