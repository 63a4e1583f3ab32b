import type { z } from 'zod'
import { checkTogether } from './file-checks.ts'
import type { Path } from './look-into.ts'
import { type Expectation, nearest, type PathProblem, plainExpectations } from './problems.ts'
import { type SeminarFile, seminarFile } from './seminar-file.ts'

export type CheckedSeminarFile = { ok: true; file: SeminarFile } | { ok: false; problems: PathProblem[] }

/** More than this is one mistake told many times. */
export const mostProblems = 100

/**
 * Checks what is to be the file of a seminar, wherever it comes from: a text, or a form. Against the schema and in itself;
 * every problem at once, each with its path (keys and positions from the outside in). What is right comes back trimmed and
 * with what is usual filled in.
 */
export function checkSeminarFile(data: unknown): CheckedSeminarFile {
  const result = seminarFile.safeParse(data)
  const places = [...(result.success ? [] : result.error.issues.flatMap(issuePlaces)), ...checkTogether(data)]
  if (result.success && places.length === 0) return { ok: true, file: result.data }
  return {
    ok: false,
    problems: places.slice(0, mostProblems).map(({ path, expected }) => problemAt(data, path, expected)),
  }
}

/** A problem of a place, with what stands there. */
export function problemAt(data: unknown, path: Path, expected: Expectation): PathProblem {
  const found = shorten(valueAt(data, path))
  return { path, found, expected: found === null ? missing(expected) : expected }
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
