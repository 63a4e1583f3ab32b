import { isLocale } from '#ground/languages/locales.ts'
import type { FileWords } from './file-values.ts'

/**
 * The texts of a file by their place in it: `title`, `venue.name`, `programme.slots.part-1.themes.0`. Items that have a
 * key are named by it, others by their place in the list. The network has its name for itself.
 *
 * @param file whatever was read, right or wrong
 */
export function textsOfFile(file: unknown): Map<string, FileWords> {
  const found = new Map<string, FileWords>()
  visit(file, [], found)
  return found
}

/** How a seminar as a file names the text of a place (`SeminarAsFile.textAt`). */
export const keyOfPlace = (place: string): string =>
  place === 'venue.name' ? 'venue_name' : place === 'venue.entrance' ? 'entrance' : place

type Block = Readonly<Record<string, unknown>>

function visit(value: unknown, path: readonly string[], found: Map<string, FileWords>): void {
  if (path[0] === 'network') return
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visit(item, [...path, stepOf(item, index)], found)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const entries = Object.entries(value)
  // What is out of date is said by language too, in lists.
  if (entries.length > 0 && entries.every(([key, text]) => isLocale(key) && typeof text === 'string')) {
    found.set(path.join('.'), value as FileWords)
    return
  }
  for (const [key, inner] of entries) visit(inner, [...path, key], found)
}

const stepOf = (item: unknown, index: number): string => {
  const key = typeof item === 'object' && item !== null ? (item as Block).key : undefined
  return typeof key === 'string' ? key : String(index)
}
