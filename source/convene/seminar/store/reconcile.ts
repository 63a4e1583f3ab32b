import type { Tx } from '#ground/database/actor.ts'
import { isLocale, type Locale, locales } from '#ground/languages/locales.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { type TextToWrite, textsOf, writeTexts } from '#ground/languages/texts.ts'
import { NotWritten } from './not-written.ts'

/** One thing that an import changes, told to the person before and after. */
export type Change = {
  /** Where in the file: `programme.slots.part-1.title.fr`. */
  path: string
  kind: 'added' | 'changed' | 'removed'
  before: string | null
  after: string | null
}

export type Values = Readonly<Record<string, unknown>>

/**
 * Brings the rows of one table to what a file says: adds, changes and removes by a stable key, and leaves alone what
 * is the same already, so that it gets no new version.
 *
 * @returns key → id of the rows that are there afterwards
 */
export async function reconcile<V extends Values>(given: {
  changes: Change[]
  path: string
  there: readonly (Values & { id: string })[]
  keyOf: (row: Values) => string
  wanted: ReadonlyMap<string, V>
  newId: () => string
  insert: (id: string, values: V, key: string) => Promise<unknown>
  update: (id: string, values: V) => Promise<{ numUpdatedRows: bigint }>
  /** Without it, what the file does not name stays. */
  remove?: (id: string) => Promise<{ numDeletedRows: bigint }>
}): Promise<Map<string, string>> {
  const { changes, path, wanted } = given
  const there = new Map(given.there.map(row => [given.keyOf(row), row]))
  const ids = new Map<string, string>()
  if (given.remove) {
    for (const [key, row] of there) {
      if (wanted.has(key)) continue
      const { numDeletedRows } = await given.remove(row.id)
      if (numDeletedRows === 0n) throw new NotWritten('forbidden')
      changes.push({ path: `${path}.${key}`, kind: 'removed', before: key, after: null })
    }
  }
  for (const [key, values] of wanted) {
    const row = there.get(key)
    if (!row) {
      const id = given.newId()
      await given.insert(id, values, key)
      ids.set(key, id)
      changes.push({ path: `${path}.${key}`, kind: 'added', before: null, after: key })
      continue
    }
    ids.set(key, row.id)
    const differences = differing(`${path}.${key}`, row, values)
    if (differences.length === 0) continue
    // Row-level security does not refuse an update, it finds no row.
    const { numUpdatedRows } = await given.update(row.id, values)
    if (numUpdatedRows === 0n) throw new NotWritten('forbidden')
    changes.push(...differences)
  }
  return ids
}

/** The columns in which a row differs from what is wanted. */
export function differing(path: string, row: Values, wanted: Values): Change[] {
  return Object.entries(wanted).flatMap(([column, value]): Change[] => {
    const before = written(row[column])
    const after = written(value)
    return before === after ? [] : [{ path: `${path}.${column}`, kind: 'changed', before, after }]
  })
}

function written(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'object' && !Array.isArray(value)
    ? String(value)
    : Array.isArray(value)
      ? value.join(', ')
      : String(value)
}

export type FileText = TextToWrite & { path: string }
/** Takes note of a text to be written once all the rows are there. */
export type NoteText = (table: string, id: string, field: string, words: FileText['bodies'], path: string) => void

/** The same for texts: one read, and only what differs is written. */
export async function reconcileTexts(tx: Tx, changes: Change[], texts: readonly FileText[]): Promise<void> {
  const there = await textsOf(tx, [...new Set(texts.map(text => text.id))])
  for (const text of texts) {
    const found = there.get(text.id)?.[text.field]
    const differences = locales.flatMap((language): Change[] => {
      const before = found?.bodies[language]
      const after = text.bodies[language] ?? null
      if ((before?.body ?? null) === after && before?.state !== 'machine') return []
      const path = `${text.path}.${language}`
      const kind = before === undefined ? 'added' : after === null ? 'removed' : 'changed'
      return [{ path, kind, before: before?.body ?? null, after }]
    })
    const movedSource = found !== undefined && found.source !== text.source
    if (differences.length === 0 && !movedSource) continue
    // A text has one source: it goes before another language can take its place.
    if (movedSource) await writeTexts(tx, [{ ...text, bodies: {}, only: true }])
    await writeTexts(tx, [{ ...text, state: 'reviewed', only: true }])
    changes.push(...differences)
  }
}

/** The texts of a file without the languages it leaves out. */
export function bodiesOf(
  words: Readonly<Record<string, string | undefined>> | undefined,
): Partial<Record<Locale, string>> {
  return Object.fromEntries(
    Object.entries(words ?? {}).flatMap(([language, body]) =>
      isLocale(language) && body !== undefined ? [[language, body]] : [],
    ),
  )
}

/** Whether a file words a text otherwise than it stands. A language that was missing may be added: nobody answered in it. */
export function reworded(
  there: MultilingualText | undefined,
  wanted: Readonly<Record<string, string | undefined>> | undefined,
): boolean {
  const bodies = bodiesOf(wanted)
  return Object.entries(there?.bodies ?? {}).some(
    ([language, was]) => bodies[language as keyof typeof bodies] !== was.body,
  )
}
