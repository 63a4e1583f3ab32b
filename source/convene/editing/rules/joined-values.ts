import type { Typed } from './fields.ts'

/** What a form shows, one text for each name; several values stand in one, with spaces between. */
export type Values = Readonly<Record<string, string>>

/** In which field two people wrote, and what each of them would have there. */
export type Asked = { name: string; theirs: string; yours: string }

/** One of three: who alone changed it has it. Null when both did, differently. */
export function oneOf(base: string, theirs: string, yours: string): string | null {
  if (same(yours, theirs) || same(yours, base)) return theirs
  return same(theirs, base) ? yours : null
}

// What is stored has no spaces around it.
export const same = (one: string, other: string) => one.trim() === other.trim()

export const several = (value: string): string[] => [...new Set(value.split(/\s+/).filter(Boolean))]

/** Values chosen among several: what either added is among them, what either took out is not. */
export function allOf(base: string, theirs: string, yours: string): string {
  const [before, there, own] = [several(base), several(theirs), several(yours)]
  const kept = there.filter(value => own.includes(value) || !before.includes(value))
  return [...kept, ...own.filter(value => !before.includes(value) && !there.includes(value))].join(' ')
}

/**
 * Rows in an order, by their keys: what either added, without what either took out, in the order of whoever changed it.
 * Null when both put them in another order.
 */
export function orderOf(base: readonly string[], theirs: readonly string[], yours: readonly string[]): string[] | null {
  const all = allOf(base.join(' '), theirs.join(' '), yours.join(' ')).split(' ').filter(Boolean)
  const common = (keys: readonly string[]) =>
    keys.filter(key => base.includes(key) && theirs.includes(key) && yours.includes(key)).join(' ')
  const [was, there, own] = [common(base), common(theirs), common(yours)]
  const order = oneOf(was, there, own)
  if (order === null) return null
  const [first, second] =
    order === there && there !== was ? [theirs, yours] : own === was ? [theirs, yours] : [yours, theirs]
  return inOrderOf(all, first, second)
}

/** Rows that only the second has come after the one that stands before them there. */
export function inOrderOf(all: readonly string[], first: readonly string[], second: readonly string[]): string[] {
  const result = first.filter(key => all.includes(key))
  for (const key of second) {
    if (!all.includes(key) || result.includes(key)) continue
    const before = second.slice(0, second.indexOf(key)).findLast(other => result.includes(other))
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, key)
  }
  return result
}

/** What was sent, one text a name; boxes whose name the form knows as one of several values are joined. */
export function valuesSent(typed: Typed, known: (name: string) => boolean): Values {
  const found: Record<string, string> = {}
  for (const [name, value] of Object.entries(typed)) {
    if (name.startsWith('_')) continue
    const plain = name.replace(/\[\]$/, '')
    if (plain !== name && known(plain)) found[plain] = [value].flat().join(' ')
    else if (plain === name && typed[`${name}[]`] === undefined) found[name] = [value].flat()[0] ?? ''
  }
  return found
}
