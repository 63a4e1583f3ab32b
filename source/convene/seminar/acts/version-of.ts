import { createHash } from 'node:crypto'

/**
 * The version of a part of a file, for the form that shows it: a digest of its content. Equal content is the same
 * version, in whatever order its keys stand; what is `undefined` is not there.
 */
export function versionOf(part: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(part)) ?? '')
    .digest('base64url')
    .slice(0, 22)
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]))
}
