import type { Values } from './joined-values.ts'

// Lists whose lines have no key but their place (the themes of a slot, its documents, the ways to a venue): three versions
// of one list with the same numbers for the same lines, so that they can be compared field by field.

type Line = ReadonlyMap<string, string>

/** The lines of a list by their numbers in the form: `themes.2.fr` is the field `fr` of line 2. */
function linesOf(values: Values, list: string): Map<number, Line> {
  const found = new Map<number, Map<string, string>>()
  for (const [name, value] of Object.entries(values)) {
    if (!name.startsWith(`${list}.`)) continue
    const [, index, field] = /^(\d{1,2})\.(.+)$/.exec(name.slice(list.length + 1)) ?? []
    if (index === undefined || field === undefined || value.trim() === '') continue
    const line = found.get(Number(index)) ?? new Map<string, string>()
    found.set(Number(index), line.set(field, value.trim()))
  }
  return found
}

/** Equal text for equal lines. */
const asText = (line: Line | undefined) => JSON.stringify([...(line ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1)))

/**
 * Which line of theirs each line of the base has become; null for one that they took out. Lines that stayed as they were
 * hold the others: between two of them, as many as there were are the same lines with other words.
 */
export function followed(base: readonly string[], theirs: readonly string[]): (number | null)[] {
  const held = longestInCommon(base, theirs)
  const found: (number | null)[] = base.map(() => null)
  let [from, to] = [0, 0]
  for (const [at, other] of [...held, [base.length, theirs.length] as const]) {
    if (at - from === other - to) for (let step = 0; step < at - from; step++) found[from + step] = to + step
    if (at < base.length) found[at] = other
    from = at + 1
    to = other + 1
  }
  return found
}

function longestInCommon(one: readonly string[], other: readonly string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0))
  const at = (a: number, b: number) => lengths[a]?.[b] ?? 0
  for (let a = one.length - 1; a >= 0; a--)
    for (let b = other.length - 1; b >= 0; b--)
      (lengths[a] as number[])[b] = one[a] === other[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1))
  const pairs: [number, number][] = []
  for (let a = 0, b = 0; a < one.length && b < other.length; )
    if (one[a] === other[b]) pairs.push([a++, b++])
    else if (at(a + 1, b) >= at(a, b + 1)) a++
    else b++
  return pairs
}

type Three = { base: Values; theirs: Values; yours: Values }

/**
 * The three versions with the numbers of theirs; lines that only you have come after. One that they took out and you left
 * as it was is in none of them; one that they took out and you wrote in stands in base and yours.
 */
export function renumbered(three: Three, list: string): Three {
  const base = linesOf(three.base, list)
  const theirs = linesOf(three.theirs, list)
  const yours = linesOf(three.yours, list)
  // In the base and in theirs no line is empty: they are numbered from the first without a gap.
  const length = Math.max(-1, ...base.keys()) + 1
  const theirLength = Math.max(-1, ...theirs.keys()) + 1
  const become = followed(
    Array.from({ length }, (_, index) => asText(base.get(index))),
    Array.from({ length: theirLength }, (_, index) => asText(theirs.get(index))),
  )
  const [newBase, newYours]: [Map<number, Line>, Map<number, Line>] = [new Map(), new Map()]
  let next = theirLength
  for (const [index, there] of become.entries()) {
    const [was, own] = [base.get(index) ?? new Map(), yours.get(index) ?? new Map()]
    if (there === null && (own.size === 0 || asText(own) === asText(was))) continue
    const number = there ?? next++
    newBase.set(number, was)
    newYours.set(number, own)
  }
  const added = [...theirs].filter(([number]) => !become.includes(number)).map(([, line]) => asText(line))
  for (const [number, line] of yours) {
    // The same line written by both is one line.
    if (number < length || added.includes(asText(line))) continue
    newYours.set(next++, line)
  }
  const fields = new Set([...base.values(), ...theirs.values(), ...yours.values()].flatMap(line => [...line.keys()]))
  return {
    base: withLines(three.base, list, newBase, fields),
    theirs: withLines(three.theirs, list, theirs, fields),
    yours: withLines(three.yours, list, newYours, fields),
  }
}

/** Every field of a line that is there, the empty ones too; a line that is not there has none. */
function withLines(
  values: Values,
  list: string,
  lines: ReadonlyMap<number, Line>,
  fields: ReadonlySet<string>,
): Values {
  const others = Object.entries(values).filter(([name]) => !isInList(name, list))
  const own = [...lines].flatMap(([number, line]) =>
    [...fields].map(field => [`${list}.${number}.${field}`, line.get(field) ?? ''] as const),
  )
  return Object.fromEntries([...others, ...own])
}

const isInList = (name: string, list: string) => name.startsWith(`${list}.`) && /^\d/.test(name.slice(list.length + 1))
