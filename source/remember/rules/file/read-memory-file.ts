import { type Document, isScalar, LineCounter, parseDocument } from 'yaml'
import { nearest } from '#convene/seminar/rules/problems.ts'
import { type MemoryFile, memoryFile, recordKinds } from './memory-file.ts'

/** One thing to put right, with its place: lines and columns are counted from 1. */
export type MemoryFileProblem = { line: number; column: number; path: string; expected: string }
export type ReadMemoryFile = { ok: true; file: MemoryFile } | { ok: false; problems: MemoryFileProblem[] }

type Path = readonly (string | number)[]
type Wrong = { path: Path; expected: string }

/** What kind of record each field that names one may name. */
const named: Record<string, readonly string[]> = {
  organisation: ['organisations'],
  parent: ['organisations', 'projects'],
  successor: ['organisations'],
  same_as: ['organisations'],
  provider: ['organisations'],
  receiver: ['organisations'],
  contact: ['contacts'],
  by: ['contacts'],
  told_by: ['contacts'],
  term: ['terms'],
  relationship: ['relationships'],
  decision: ['decisions'],
  amends: ['agreements'],
  about: ['relationships', 'agreements', 'projects', 'organisations', 'contacts', 'posts', 'journal', 'decisions'],
}

/**
 * Reads the file of a memory: YAML 1.2, checked against the schema, and each key that is named against those that are there.
 * Every problem at once, in the order of the file. Never throws for what a person wrote.
 */
export function readMemoryFile(text: string): ReadMemoryFile {
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\ufeff/, ''), { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map(error => {
        const { line, col } = lines.linePos(error.pos[0])
        return { line: Math.max(1, line), column: Math.max(1, col), path: '', expected: error.code }
      }),
    }
  }
  const data: unknown = document.toJS({ maxAliasCount: 0 })
  const result = memoryFile.safeParse(data)
  const wrong = result.success ? lookTogether(result.data) : result.error.issues.flatMap(inPlaces)
  if (result.success && wrong.length === 0) return { ok: true, file: result.data }
  const problems = wrong.map(({ path, expected }) => ({
    ...placeOf(document, lines, path),
    path: path
      .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
      .join(''),
    expected,
  }))
  return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column) }
}

/** A file's problems as lines for whoever wrote it: `12:5 relationships[3].kind: one of twinning, cooperation`. */
export const problemLines = (problems: readonly MemoryFileProblem[]): string[] =>
  problems.map(({ line, column, path, expected }) => `${line}:${column} ${path}: ${expected}`)

function inPlaces(issue: {
  code: string
  path: PropertyKey[]
  message: string
  keys?: string[]
  values?: unknown[]
}): Wrong[] {
  const path = issue.path.filter(step => typeof step !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map(key => ({ path: [...path, key], expected: 'no such key here' }))
  }
  if (issue.code === 'invalid_value') return [{ path, expected: `one of ${(issue.values ?? []).join(', ')}` }]
  return [{ path, expected: issue.message }]
}

function lookTogether(file: MemoryFile): Wrong[] {
  const kindOf = new Map<string, string>()
  const wrong: Wrong[] = []
  const keep = (key: string, kind: string, path: Path) => {
    if (kindOf.has(key)) wrong.push({ path: [...path, 'key'], expected: 'a key that no other record has' })
    kindOf.set(key, kind)
  }
  for (const kind of recordKinds) {
    for (const [index, record] of (file[kind] ?? []).entries()) {
      keep(record.key, kind, [kind, index])
      const inside = record as { agreements?: { key: string }[]; seats?: unknown; commitments?: { key: string }[] }
      for (const [at, one] of (inside.agreements ?? []).entries())
        keep(one.key, 'agreements', [kind, index, 'agreements', at])
      for (const [at, one] of (inside.commitments ?? []).entries()) {
        keep(one.key, 'commitments', [kind, index, 'commitments', at])
      }
      if (kind === 'relationships') {
        for (const [at, one] of ((inside.seats ?? []) as { key: string }[]).entries()) {
          keep(one.key, 'seats', [kind, index, 'seats', at])
        }
      }
    }
  }
  for (const kind of recordKinds) lookInto(file[kind], [kind], kindOf, wrong)
  return wrong
}

function lookInto(value: unknown, path: Path, kindOf: ReadonlyMap<string, string>, wrong: Wrong[]): void {
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) lookInto(one, [...path, index], kindOf, wrong)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) {
      const kinds = named[name]
      const keys = kinds === undefined ? [] : (Array.isArray(one) ? one : [one]).filter(key => typeof key === 'string')
      for (const [index, key] of keys.entries()) {
        const kind = kindOf.get(key)
        if (kind !== undefined && kinds?.includes(kind)) continue
        const known = [...kindOf].filter(([, of]) => kinds?.includes(of)).map(([known]) => known)
        const meant = nearest(key, known)
        const expected = `a key of ${kinds?.join(', ')}${meant === null ? '' : `, perhaps ${meant}`}`
        wrong.push({ path: Array.isArray(one) ? [...path, name, index] : [...path, name], expected })
      }
      lookInto(one, [...path, name], kindOf, wrong)
    }
  }
}

/** Where a path stands in the text: its value, or the nearest block around it. */
function placeOf(document: Document, lines: LineCounter, path: Path): { line: number; column: number } {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : (document.getIn(path.slice(0, length), true) as unknown)
    const range = (node as { range?: [number, number, number] | null } | null)?.range
    if (range && !(isScalar(node) && node.value === null)) {
      const { line, col } = lines.linePos(range[0])
      return { line: Math.max(1, line), column: Math.max(1, col) }
    }
  }
  return { line: 1, column: 1 }
}
