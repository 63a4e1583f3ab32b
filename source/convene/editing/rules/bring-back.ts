import { dayInFile, timeInFile } from '#convene/seminar/rules/file-moments.ts'
import type { FileSeat, FileSlot } from '#convene/seminar/rules/programme-file.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { daysOf } from './slot-form.ts'

// What was removed from a draft, as the file says it again: from the last versions of its rows.

/** The last version of a row: its columns, as the history keeps them. */
export type Doc = Readonly<Record<string, unknown>>
/** A row that went, and the words that went with it and with what hung under it. */
export type Removed = {
  id: string
  key: string
  doc: Doc
  /** Rows of other tables that were removed with it, by their table, each with its id. */
  under: Readonly<Record<string, readonly { id: string; doc: Doc }[]>>
  /** Rows of `translation`, whatever they are the words of. */
  texts: readonly Doc[]
}
/** The seminar when it was removed: days and hours were those of that time. */
export type Then = { date: string; zone: string }
/** What the ids of a row mean: id → key. Of persons only those who are still there; a room by its key, were it made again. */
export type KeysById = Readonly<Record<'rooms' | 'organisations' | 'people', ReadonlyMap<string, string>>>

export type LinkLost = 'room' | 'day' | 'person' | 'organisation'
export type BroughtBack<Item> = {
  item: Item
  /** What it named and what is no longer there: it comes back without. */
  lost: readonly LinkLost[]
}

/** The words of a row in the languages of the seminar, the source among them even if they were first written in another. */
export function wordsOf(
  { texts }: Pick<Removed, 'texts'>,
  record: string,
  field: string,
  { source, languages }: Pick<SeminarFile, 'source' | 'languages'>,
): Partial<Record<Locale, string>> | undefined {
  const found = texts.filter(text => text.record_id === record && text.field === field && typeof text.body === 'string')
  const bodies = new Map(found.map(({ language, body }) => [String(language), String(body)]))
  const own = found.find(({ state }) => state === 'source')?.body
  const first = bodies.get(source) ?? (typeof own === 'string' ? own : [...bodies.values()][0])
  if (first === undefined) return undefined
  const others = languages.filter(language => language !== source && isLocale(language) && bodies.has(language))
  return { [source]: first, ...Object.fromEntries(others.map(language => [language, bodies.get(language) ?? ''])) }
}

/**
 * A slot that was removed, as the file says it today. On the first day it comes back on the first day, wherever that is
 * now; on a later one as many days after it, or on the same date; without a day of its own on the first.
 */
export function slotBroughtBack(
  removed: Removed,
  then: Then,
  keys: KeysById,
  file: SeminarFile,
): BroughtBack<FileSlot> {
  const { doc, under, id } = removed
  const lost = new Set<LinkLost>()
  const named = (of: keyof KeysById, value: unknown, link: LinkLost): string[] => {
    if (typeof value !== 'string') return []
    const key = keys[of].get(value)
    const there = key !== undefined && listed(file, of).includes(key)
    if (!there) lost.add(link)
    return there ? [key] : []
  }
  const rows = (table: string) => (under[table] ?? []).toSorted((a, b) => placeOf(a.doc) - placeOf(b.doc))
  const organisations = (role: string) =>
    rows('slot_role').flatMap(({ doc: one }) =>
      one.role === role ? named('organisations', one.organisation_id, 'organisation') : [],
    )
  const people = (role: string) =>
    rows('slot_person').flatMap(({ doc: one }) =>
      one.role === role ? named('people', one.programme_person_id, 'person') : [],
    )
  const [starts, ends] = [momentIn(doc.starts_at), momentIn(doc.ends_at)]
  const [began, ended] = [dayInFile(starts, then.zone), dayInFile(ends, then.zone)]
  const day = dayNow(began, then, file)
  if (day === null) lost.add('day')
  const until = ended === began ? undefined : dayAfter(day ?? file.date)
  const [room] = named('rooms', doc.room_id, 'room')
  const method = wordsOf(removed, id, 'method', file)
  const floor = textsIn(doc.floor_languages)
  const item: FileSlot = {
    key: removed.key,
    kind: doc.kind as FileSlot['kind'],
    ...(typeof doc.part === 'string' ? { part: doc.part } : {}),
    ...(day === null || day === file.date ? {} : { day }),
    from: timeInFile(starts, then.zone),
    ...(until === undefined ? {} : { until }),
    to: timeInFile(ends, then.zone),
    ...(room === undefined ? {} : { room }),
    provisional: doc.provisional === true,
    title: wordsOf(removed, id, 'title', file) ?? {},
    themes: rows('slot_theme').flatMap(theme => wordsOf(removed, theme.id, 'text', file) ?? []),
    ...(method ? { method } : {}),
    moderators: organisations('moderator'),
    moderatorPersons: people('moderator'),
    coordination: organisations('coordination'),
    speakers: people('speaker'),
    seats: rows('slot_seat').map(({ doc: one }) => {
      const [organisation] = named('organisations', one.organisation_id, 'organisation')
      const [person] = named('people', one.programme_person_id, 'person')
      // What was asked and answered was asked of somebody who is not there any more.
      const isVacant = typeof one.programme_person_id === 'string' && person === undefined
      return {
        key: String(one.key),
        region: one.region as FileSeat['region'],
        ...(organisation === undefined ? {} : { organisation }),
        ...(person === undefined ? {} : { person }),
        state: isVacant ? ('open' as const) : (one.state as FileSeat['state']),
      }
    }),
    ...(floor ? { spoken_languages: { floor, interpretation: textsIn(doc.interpretation_languages) ?? [] } } : {}),
    documents: rows('slot_document').flatMap(document => {
      const title = wordsOf(removed, document.id, 'title', file)
      return title ? [{ title, url: String(document.doc.url) }] : []
    }),
  }
  return { item, lost: [...lost] }
}

type Room = SeminarFile['programme']['rooms'][number]

export function roomBroughtBack(removed: Removed, file: SeminarFile): Room {
  const { doc, id, key } = removed
  return {
    key,
    name: wordsOf(removed, id, 'name', file) ?? {},
    ...(typeof doc.capacity === 'number' ? { capacity: doc.capacity } : {}),
  }
}

/** The file with the slot where it stood among the others. */
export function withSlotBack(file: SeminarFile, { doc }: Removed, slot: FileSlot): SeminarFile {
  const slots = file.programme.slots.toSpliced(placeOf(doc), 0, slot)
  return { ...file, programme: { ...file.programme, slots } }
}

/**
 * The file with the room where it stood, and in it those of its slots that are in no room since.
 *
 * @param before keys of the slots that were in it
 */
export function withRoomBack(file: SeminarFile, { doc }: Removed, room: Room, before: readonly string[]): SeminarFile {
  const rooms = file.programme.rooms.toSpliced(placeOf(doc), 0, room)
  const slots = file.programme.slots.map(slot =>
    slot.room === undefined && before.includes(slot.key) ? { ...slot, room: room.key } : slot,
  )
  return { ...file, programme: { ...file.programme, rooms, slots } }
}

const listed = (file: SeminarFile, of: keyof KeysById): string[] =>
  (of === 'rooms' ? file.programme.rooms : file[of]).map(({ key }) => key)

const placeOf = ({ position }: Doc): number => (typeof position === 'number' ? position : 0)
const momentIn = (value: unknown) => Temporal.Instant.from(String(value))
const textsIn = (value: unknown): string[] | null => (Array.isArray(value) ? value.map(String) : null)
const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

/** The day of the programme as it is now that stands for one of the programme as it was; null when there is none. */
function dayNow(day: string, then: Then, file: SeminarFile): string | null {
  const days = daysOf(file).map(({ date }) => date)
  const after = Temporal.PlainDate.from(then.date).until(day)
  const moved = Temporal.PlainDate.from(file.date).add(after).toString()
  return [moved, day].find(one => days.includes(one)) ?? null
}
