import { type Locale, locales } from '../../../source/ground/languages/locales.ts'

/** One text that people may read: its key (`parts.form.errors`), and what it says in each language, for given arguments. */
export type Leaf = { key: string; said: Partial<Record<Locale, string[]>> }

/** What stands for a name in a text that takes one: nobody's, and in no language. */
export const sampleName = 'Xyqz'

/** What a text says by itself, without what it was given. */
export const ownWords = (text: string) =>
  text.replaceAll(sampleName, '').replace(/\b(true|false|2026-\S+Z)\b|^(fr|es|pt|en)$/g, '')

// The first is tried first; a function of several arguments is tried with every combination.
const samples: readonly unknown[] = [sampleName, 2, 1, 0, 5, 1_000_000, 'fr', 'es', 'en', 'pt', true, false, undefined]
const lists: readonly unknown[] = [[sampleName], [sampleName, sampleName], {}]

// A field in the plural may be a list or a number: an empty list that reads as a number is both.
const several = (items: readonly string[]) => Object.assign([...items], { toString: () => String(items.length) })

// What stands for a record of facts: every field has the value, and fields in the plural the list.
const facts = [2, 0, sampleName, '2026-01-02T03:04:05Z', true].flatMap(value =>
  [value, several([]), several([sampleName])].map(
    list =>
      new Proxy({}, { get: (_, name) => (typeof name === 'symbol' ? undefined : /[^s]s$/.test(name) ? list : value) }),
  ),
)

/**
 * Every text of a module in the four languages: strings as they are, functions by what they answer to sample arguments.
 * A function that answers nothing sensible to any of them is a leaf without words, and a problem for who calls.
 */
export function leavesOf(name: string, module: Record<Locale, unknown>): Leaf[] {
  const leaves: Leaf[] = []
  walk(
    name,
    locales.map(locale => [locale, module[locale]]),
    leaves,
  )
  return leaves
}

type Sides = readonly (readonly [Locale, unknown])[]

function walk(key: string, sides: Sides, leaves: Leaf[]): void {
  const first = sides.find(([, value]) => value !== undefined)?.[1]
  if (typeof first === 'string' || typeof first === 'function') {
    leaves.push({ key, said: typeof first === 'string' ? strings(sides) : answers(sides) })
  } else if (typeof first === 'object' && first !== null) {
    const names = new Set(sides.flatMap(([, value]) => Object.keys((value ?? {}) as object)))
    for (const name of names) {
      walk(
        `${key}.${name}`,
        sides.map(([locale, value]) => [locale, (value as Record<string, unknown>)?.[name]]),
        leaves,
      )
    }
  }
}

function strings(sides: Sides): Leaf['said'] {
  return Object.fromEntries(sides.flatMap(([locale, value]) => (typeof value === 'string' ? [[locale, [value]]] : [])))
}

function answers(sides: Sides): Leaf['said'] {
  const most = Math.max(...sides.map(([, value]) => (typeof value === 'function' ? value.length : 0)))
  const said: Record<string, string[]> = {}
  for (const given of combinations(Math.max(1, most))) {
    const texts = sides.map(([locale, value]) => [locale, answer(value, given)] as const)
    // Only arguments that all four languages understand are compared.
    if (texts.some(([, text]) => text === null)) continue
    for (const [locale, text] of texts) (said[locale] ??= []).push(text as string)
  }
  return said
}

function answer(value: unknown, given: readonly unknown[]): string | null {
  if (typeof value !== 'function') return null
  try {
    const text: unknown = value(...given)
    return typeof text === 'string' && !/undefined|NaN|\[object|=>/.test(text) ? text : null
  } catch {
    return null
  }
}

function combinations(length: number): unknown[][] {
  const all = [...samples, ...lists]
  if (length === 1) return [...all, ...facts].map(one => [one])
  if (length === 2) return all.flatMap(one => all.map(other => [one, other]))
  // Three and more: enough to meet every kind of argument without trying thousands.
  const few: readonly unknown[] = [sampleName, 2, 1, 'fr', undefined]
  return few.flatMap(one => combinationsOf(few, length - 1).map(rest => [one, ...rest])).slice(0, 3125)
}

const combinationsOf = (few: readonly unknown[], length: number): unknown[][] =>
  length === 0 ? [[]] : few.flatMap(one => combinationsOf(few, length - 1).map(rest => [one, ...rest]))
