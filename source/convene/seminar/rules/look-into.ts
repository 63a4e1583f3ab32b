import type { Expectation } from './problems.ts'

/** Keys and positions from the outside in. */
export type Path = readonly (string | number)[]
export type CheckProblem = { path: Path; expected: Expectation }

// How the checks of a file look into whatever was read, right or wrong.
export type Block = Record<string, unknown>
export const block = (value: unknown): Block =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Block) : {}
export const items = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
export const word = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Each item that stands in the list before itself. */
export function repeated(list: readonly unknown[], path: Path, expected: Expectation): CheckProblem[] {
  return list.flatMap((item, index) => (list.indexOf(item) < index ? [{ path: [...path, index], expected }] : []))
}
