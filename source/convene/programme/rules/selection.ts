// What somebody chose of a programme. It is never kept by Perenne: it stands in the address of a page, and in the reader's own
// browser when that keeps it. Both are read by this one rule, whatever is written there.

export type Selection = {
  /** Keys of slots, each once, in the order they were chosen. */
  slots: readonly string[]
  /** Number of the version that was current when they were; null when nobody said. */
  seen: number | null
}

/** As many slots as a programme may have: what goes beyond is not read. */
export const mostChosen = 200

const isKey = (text: string) => text.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)

export type ReadKeys = {
  keys: string[]
  /** How many entries are no key of any slot, for their writing alone. */
  unreadable: number
  /** Whether there were more than are read. */
  tooMany: boolean
}

/** Reads `?slots=a,b&slots=c`: every value, separated by commas. Empty entries are nothing. */
export function readKeys(values: readonly string[]): ReadKeys {
  const keys = new Set<string>()
  let unreadable = 0
  for (const value of values) {
    for (const piece of pieces(value)) {
      const key = piece.trim()
      if (key === '' || keys.has(key)) continue
      if (keys.size + unreadable >= mostChosen) return { keys: [...keys], unreadable, tooMany: true }
      if (isKey(key)) keys.add(key)
      else unreadable++
    }
  }
  return { keys: [...keys], unreadable, tooMany: false }
}

// One by one: an address with a million commas is not made a list of a million.
function* pieces(value: string): Generator<string> {
  for (let at = 0; at <= value.length; ) {
    const comma = value.indexOf(',', at)
    const end = comma === -1 ? value.length : comma
    yield value.slice(at, end)
    at = end + 1
  }
}

/** The number of a version that an address says; null for what is none. */
export function readSeen(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}

/** What an address says of a selection, field by field. */
export const selectionFields = ({ slots, seen }: Selection): Record<string, string> => ({
  ...(slots.length > 0 ? { slots: slots.join(',') } : {}),
  ...(slots.length > 0 && seen !== null ? { seen: String(seen) } : {}),
})

/** `/path?slots=a,b&zone=America/Lima`: commas and slashes may stand in a query as they are, and can then be read. */
export function addressWith(path: string, fields: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(fields).toString().replaceAll('%2C', ',').replaceAll('%2F', '/')
  return query === '' ? path : `${path}?${query}`
}

/** Where a browser keeps it. */
export const storedAt = (seminar: string) => `perenne:programme:${seminar}`

export const writeStored = ({ slots, seen }: Selection): string => JSON.stringify({ slots, seen })

/** What a browser kept: nothing chosen for whatever is not ours. */
export function readStored(text: string | null): Selection {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    const { slots, seen } = (kept ?? {}) as { slots?: unknown; seen?: unknown }
    if (!Array.isArray(slots)) return { slots: [], seen: null }
    const { keys } = readKeys(slots.filter(one => typeof one === 'string'))
    return { slots: keys, seen: readSeen(typeof seen === 'number' ? String(seen) : null) }
  } catch {
    return { slots: [], seen: null }
  }
}

/** Whether two selections hold the same slots, in whatever order. */
export const sameSlots = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every(key => other.includes(key))
