/** One of the names of an actor, as its groups of three letters, each once. */
export type Spelled = { id: string; country: string | null; groups: readonly string[] }
export type Alike = { one: string; other: string; likeness: number }

/**
 * Pairs of actors whose names are as alike as `from` or more, each pair once with its best likeness. Likeness is what two names
 * have in common of all their groups (pg_trgm's similarity). Two that are said to lie in different countries are no pair.
 *
 * Only those are compared that have one of their rarest groups in common, and nothing is missed: of n groups, a name that shares
 * the part `from` of all with another shares at least `from * n`, so they meet among the n - ceil(from * n) + 1 that come first
 * in one order for all (Chaudhuri, Ganti and Kaushik 2006: prefix filtering).
 *
 * @param from above 0, at most 1
 */
export function alikePairs(names: readonly Spelled[], from: number): Alike[] {
  const ids = [...new Set(names.map(name => name.id))].sort()
  const numberOf = new Map(ids.map((id, index) => [id, index]))
  const called = inOneOrder(names)
    .map((groups, index) => {
      const of = names[index] as Spelled
      return { groups, of, number: numberOf.get(of.id) as number }
    })
    .filter(({ groups }) => groups.length > 0)
    .sort((a, b) => a.groups.length - b.groups.length)
  // Of each group the names seen so far, as their places in `called`.
  const seen: number[][] = []
  const metBy = new Int32Array(called.length).fill(-1)
  const best = new Map<number, number>()
  for (const [index, { groups, of, number }] of called.entries()) {
    const size = groups.length
    const least = Math.ceil(from * size - 1e-9)
    for (const group of groups.subarray(0, size - least + 1)) {
      seen[group] ??= []
      for (const earlier of seen[group]) {
        if (metBy[earlier] === index) continue
        metBy[earlier] = index
        const other = called[earlier] as (typeof called)[number]
        if (other.groups.length < least || other.number === number || areApart(of.country, other.of.country)) continue
        const both = size + other.groups.length
        const common = inCommon(groups, other.groups, Math.ceil((from * both) / (1 + from) - 1e-9))
        // As PostgreSQL has it: in single precision.
        const likeness = Math.fround(common / (both - common))
        if (likeness < from) continue
        const key = Math.min(number, other.number) * ids.length + Math.max(number, other.number)
        if (likeness > (best.get(key) ?? 0)) best.set(key, likeness)
      }
      seen[group].push(index)
    }
  }
  return [...best].map(([key, likeness]) => ({
    one: ids[Math.floor(key / ids.length)] as string,
    other: ids[key % ids.length] as string,
    likeness,
  }))
}

// How alike the pairs are that are asked for first, then those less so.
const steps = [0.8, 0.7, 0.6]

/**
 * Pairs as `alikePairs` finds them, the `most` that are most alike at least: as soon as they are enough, what is less alike is not
 * compared. Among thousands of like names that is nearly all of the work.
 */
export function alikestPairs(names: readonly Spelled[], from: number, most: number): Alike[] {
  for (const step of steps.filter(step => step > from)) {
    const pairs = alikePairs(names, step)
    if (pairs.length >= most) return pairs
  }
  return alikePairs(names, from)
}

const areApart = (a: string | null, b: string | null) => a !== null && b !== null && a !== b

/** The groups of each name as numbers, the rarest first: one order for all. */
function inOneOrder(names: readonly Spelled[]): Int32Array[] {
  const seen = new Map<string, number>()
  for (const { groups } of names) for (const group of groups) seen.set(group, (seen.get(group) ?? 0) + 1)
  const order = new Map(
    [...seen].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([group], index) => [group, index]),
  )
  return names.map(({ groups }) => Int32Array.from(groups, group => order.get(group) as number).sort())
}

/** How many groups two names have in common; 0 as soon as it is sure that they are fewer than `least`. */
function inCommon(a: Int32Array, b: Int32Array, least: number): number {
  let common = 0
  // How many may still be missed on either side.
  let [spareA, spareB] = [a.length - least, b.length - least]
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] as number, b[j] as number]
    if (x === y) {
      common++
      i++
      j++
    } else if (x < y) {
      i++
      if (--spareA < 0) return 0
    } else {
      j++
      if (--spareB < 0) return 0
    }
  }
  return common
}

/** Two that may be one: alike in name, or with identifiers in common. */
export type Pair = { one: string; other: string; likeness: number | null; shared: string[] }

/**
 * The surest of them: those with the most identifiers in common, then the most alike. At most so many.
 *
 * @param numbered those with identifiers in common, with the likeness of their names; left out of `alike` where they are there too
 */
export function surest(alike: readonly Alike[], numbered: readonly Pair[], most: number): Pair[] {
  const key = ({ one, other }: { one: string; other: string }) => `${one} ${other}`
  const known = new Set(numbered.map(key))
  // Of the others only those can be among the surest that are as alike as the one at the last place.
  const least = Float64Array.from(alike, pair => pair.likeness).sort()
  const last = least[Math.max(0, least.length - most - known.size)] ?? 0
  const others = alike.filter(pair => pair.likeness >= last && !known.has(key(pair)))
  return [...numbered, ...others.map(pair => ({ ...pair, shared: [] }))]
    .sort(
      (a, b) =>
        b.shared.length - a.shared.length || (b.likeness ?? -1) - (a.likeness ?? -1) || (key(a) < key(b) ? -1 : 1),
    )
    .slice(0, most)
}
