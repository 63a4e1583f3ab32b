import type { Locale } from '#ground/languages/locales.ts'
import { areDocumentsTheSame, areOnlyCorrected, isOnlyCorrected } from './corrections.ts'
import { byTime, type Programme, type ProgrammeSlot } from './programme.ts'

// What is different in the later of two versions. Enough to make the later one from the earlier one, in the kinds that a
// reader thinks in: new, moved, changed, cancelled.

/** Where a slot stands in the timetable. Hours as announced at the venue; `room` is a key. */
export type SlotPlace = Pick<ProgrammeSlot, 'day' | 'from' | 'until' | 'to'> & { room?: string }
/** What a slot says besides where it stands. */
export type SlotField = Exclude<keyof ProgrammeSlot, 'key' | keyof SlotPlace>
/** What a programme says besides its slots. */
export type ProgrammeField = Exclude<keyof Programme, 'slots'>

/** A field as it was and as it is; undefined where it says nothing. */
type FieldsOf<Whole, Field extends keyof Whole> = {
  [F in Field]-?: { field: F; before: Whole[F] | undefined; after: Whole[F] | undefined }
}[Field]
export type SlotFieldChange = FieldsOf<ProgrammeSlot, SlotField>
export type ProgrammeFieldChange = FieldsOf<Programme, ProgrammeField>

export type CancelledSlot = { kind: 'cancelled'; key: string; slot: ProgrammeSlot }
export type NewSlot = { kind: 'new'; key: string; slot: ProgrammeSlot }
export type MovedSlot = { kind: 'moved'; key: string; from: SlotPlace; to: SlotPlace }
export type ChangedSlot = { kind: 'changed'; key: string; fields: SlotFieldChange[] }
/** The programme as a whole: its days, rooms, languages, people … */
export type ChangedProgramme = { kind: 'programme'; fields: ProgrammeFieldChange[] }
/** The order of the slots, where their times alone do not say it: keys of all, as they stand afterwards. */
export type ReorderedSlots = { kind: 'order'; keys: string[] }
export type ProgrammeChange = CancelledSlot | NewSlot | MovedSlot | ChangedSlot | ChangedProgramme | ReorderedSlots

/**
 * How loudly a reader is told: `attendance` decides when and where to be, `content` what happens there, `words` how it is
 * said (corrections, translations), `nothing` is of no use to them.
 */
export type Weight = 'attendance' | 'content' | 'words' | 'nothing'

const slotFields = {
  kind: 'content',
  part: 'words',
  provisional: 'content',
  // These four are `words` as long as they were only corrected or translated.
  title: 'content',
  themes: 'content',
  method: 'content',
  moderators: 'content',
  moderatorPersons: 'content',
  moderatorsAwaited: 'content',
  coordination: 'content',
  speakers: 'content',
  speakersAwaited: 'content',
  seats: 'content',
  spoken_languages: 'content',
  documents: 'content',
} as const satisfies Record<SlotField, Weight>

const programmeFields = {
  timeZone: 'attendance',
  days: 'attendance',
  rooms: 'content',
  provisional: 'content',
  name: 'words',
  languages: 'words',
  organisations: 'words',
  people: 'words',
  // Said of a version by itself, or of use to whoever works on it.
  note: 'nothing',
  source: 'nothing',
  older: 'nothing',
} as const satisfies Record<ProgrammeField, Weight>

const placeFields = ['day', 'from', 'until', 'to', 'room'] as const satisfies (keyof SlotPlace)[]

/**
 * What is different in a later version: cancelled slots in their former order, then new, moved and changed ones in the
 * order of the later version (one that was moved and changed yields both), then the programme as a whole, then the order of
 * what the times leave open. Slots are the same when their keys are. Nothing when the two say the same.
 */
export function changesBetween(before: Programme, after: Programme): ProgrammeChange[] {
  const earlier = byKey(before.slots)
  const later = byKey(after.slots)
  const changes: ProgrammeChange[] = before.slots
    .filter(({ key }) => !later.has(key))
    .map(slot => ({ kind: 'cancelled', key: slot.key, slot }))
  for (const slot of after.slots) {
    const former = earlier.get(slot.key)
    if (former) changes.push(...changesOfSlot(former, slot))
    else changes.push({ kind: 'new', key: slot.key, slot })
  }
  const fields = different(before, after, Object.keys(programmeFields) as ProgrammeField[]) as ProgrammeFieldChange[]
  if (fields.length > 0) changes.push({ kind: 'programme', fields })
  const wanted = keysOf(after.slots)
  if (!same(keysOf(replay(before, changes).slots), wanted)) changes.push({ kind: 'order', keys: wanted })
  return changes
}

/** The later version, made from the earlier one and `changesBetween` them; neither is touched. */
export function replay(before: Programme, changes: readonly ProgrammeChange[]): Programme {
  let slots: readonly ProgrammeSlot[] = before.slots
  let rest: Programme = before
  let order: readonly string[] | null = null
  const onSlot = (key: string, fields: object) => {
    slots = slots.map(slot => (slot.key === key ? withFields(slot, fields) : slot))
  }
  for (const change of changes) {
    if (change.kind === 'cancelled') slots = slots.filter(({ key }) => key !== change.key)
    else if (change.kind === 'new') slots = [...slots, change.slot]
    else if (change.kind === 'moved') onSlot(change.key, { ...change.to, room: change.to.room })
    else if (change.kind === 'changed') onSlot(change.key, newValues(change.fields))
    else if (change.kind === 'programme') rest = withFields(rest, newValues(change.fields))
    else order = change.keys
  }
  const ordered = order === null ? slots.toSorted(byTime) : inOrder(slots, order)
  return { ...rest, slots: ordered }
}

/** What a reader is told, the loudest first; what is of no use to them is left out. */
export type ReadersChanges = {
  /** Zone and days. */
  attendance: ProgrammeFieldChange[]
  cancelled: CancelledSlot[]
  moved: MovedSlot[]
  new: NewSlot[]
  /** Rooms of the programme, and whether it is provisional. */
  content: ProgrammeFieldChange[]
  /** With what happens there alone: fields that only say it otherwise are in `words`. */
  changed: ChangedSlot[]
  words: { slots: ChangedSlot[]; programme: ProgrammeFieldChange[] }
}

/**
 * Changes as a reader is told of them: when and where first, then what happens, and corrections and translations last. A
 * slot may be in several groups; each change is in one at most.
 *
 * @param source the language that the later version was written in
 */
export function readersChanges(changes: readonly ProgrammeChange[], source: Locale): ReadersChanges {
  const told: ReadersChanges = {
    attendance: [],
    cancelled: [],
    moved: [],
    new: [],
    content: [],
    changed: [],
    words: { slots: [], programme: [] },
  }
  for (const change of changes) {
    if (change.kind === 'cancelled') told.cancelled.push(change)
    else if (change.kind === 'moved') told.moved.push(change)
    else if (change.kind === 'new') told.new.push(change)
    else if (change.kind === 'changed') {
      const { key } = change
      const ofWeight = (weight: Weight) => change.fields.filter(field => weightInSlot(field, source) === weight)
      const [content, words] = [ofWeight('content'), ofWeight('words')]
      if (content.length > 0) told.changed.push({ kind: 'changed', key, fields: content })
      if (words.length > 0) told.words.slots.push({ kind: 'changed', key, fields: words })
    } else if (change.kind === 'programme') {
      const ofWeight = (weight: Weight) => change.fields.filter(field => weightOf(field, source) === weight)
      told.attendance.push(...ofWeight('attendance'))
      told.content.push(...ofWeight('content'))
      told.words.programme.push(...ofWeight('words'))
    }
  }
  return told
}

/** A text that was only corrected or translated says the same; another one is another subject. */
function weightInSlot(change: SlotFieldChange, source: Locale): Weight {
  const { field, before, after } = change
  switch (field) {
    case 'title':
    case 'method':
      return isOnlyCorrected(before, after, source) ? 'words' : slotFields[field]
    case 'themes':
      return areOnlyCorrected(before ?? [], after ?? [], source) ? 'words' : slotFields[field]
    case 'documents':
      return areDocumentsTheSame(before ?? [], after ?? [], source) ? 'words' : slotFields[field]
    default:
      return slotFields[field]
  }
}

/** Rooms that are the same ones, and are called the same where they were named, are only said otherwise elsewhere. */
function weightOf(change: ProgrammeFieldChange, source: Locale): Weight {
  if (change.field !== 'rooms') return programmeFields[change.field]
  const asNamed = (rooms: Programme['rooms'] | undefined) =>
    rooms?.map(({ name, ...room }) => ({ ...room, name: name[source] }))
  return same(asNamed(change.before), asNamed(change.after)) ? 'words' : programmeFields.rooms
}

/** Where a slot stands. */
export const placeOf = ({ day, from, until, to, room }: ProgrammeSlot): SlotPlace => ({
  day,
  from,
  until,
  to,
  ...(room === undefined ? {} : { room }),
})

function changesOfSlot(before: ProgrammeSlot, after: ProgrammeSlot): ProgrammeChange[] {
  const { key } = after
  const changes: ProgrammeChange[] = []
  if (different(before, after, placeFields).length > 0)
    changes.push({ kind: 'moved', key, from: placeOf(before), to: placeOf(after) })
  const fields = different(before, after, Object.keys(slotFields) as SlotField[]) as SlotFieldChange[]
  if (fields.length > 0) changes.push({ kind: 'changed', key, fields })
  return changes
}

const different = <Whole, Field extends keyof Whole>(before: Whole, after: Whole, fields: readonly Field[]) =>
  fields
    .filter(field => !same(before[field], after[field]))
    .map(field => ({ field, before: before[field], after: after[field] }))

const newValues = (fields: readonly { field: string; after: unknown }[]) =>
  Object.fromEntries(fields.map(({ field, after }) => [field, after]))

/** With these values; a field that says nothing any more is not there. */
function withFields<Whole extends object>(whole: Whole, fields: object): Whole {
  return Object.fromEntries(
    Object.entries({ ...whole, ...fields }).filter(([, value]) => value !== undefined),
  ) as unknown as Whole
}

function inOrder(slots: readonly ProgrammeSlot[], keys: readonly string[]): ProgrammeSlot[] {
  const rank = new Map(keys.map((key, index) => [key, index]))
  return slots.toSorted((a, b) => (rank.get(a.key) ?? keys.length) - (rank.get(b.key) ?? keys.length))
}

const byKey = (slots: readonly ProgrammeSlot[]) => new Map(slots.map(slot => [slot.key, slot]))
const keysOf = (slots: readonly ProgrammeSlot[]) => slots.map(({ key }) => key)

/** Whether two values read from JSON say the same, in whatever order their fields were written. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => same(item, b[index]))
    )
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(key => same(one[key], other[key]))
}
