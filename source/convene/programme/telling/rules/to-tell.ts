import {
  type ChangedSlot,
  changesBetween,
  type MovedSlot,
  type ProgrammeFieldChange,
  type ReadersChanges,
  readersChanges,
  type SlotField,
} from '#convene/programme/rules/changes.ts'
import { addDays } from '#convene/programme/rules/move-days.ts'
import { withNewOriginals } from '#convene/programme/rules/originals.ts'
import { type Names, type Programme, type ProgrammeSlot, peopleOfSlot } from '#convene/programme/rules/programme.ts'
import { type ShownPerson, type ShownProgramme, type ShownSlot, shownIn } from '#convene/programme/rules/shown.ts'
import type { Locale } from '#ground/languages/locales.ts'

/** What somebody is told of: when and where, and what happens. Words alone wake nobody. */
export type Concerning = Omit<ReadersChanges, 'words'>

/**
 * The programme as somebody knows it, to be compared with a later one. A seminar that was moved to another day was told by
 * itself, with its hours: what is left to tell is what changed besides. Whoever knows none is told of every slot as new.
 */
export function asKnown(before: Programme | null, after: Programme): Programme {
  if (before === null) return { ...after, slots: [] }
  const [was] = before.days
  const [is] = after.days
  if (!was || !is || was.date === is.date) return before
  return addDays(before, was.date, is.date, { from: is.from, to: is.to })
}

/**
 * The changes that concern a reader of one language, from the version that they know to a later one: the net of all that
 * came between, and only what reads otherwise in their language. A seat that is asked for instead of open, or a person who
 * is not named instead of another, is nothing that they could see.
 *
 * @param before as `asKnown` says it
 * @param slots keys of the slots that concern somebody on the programme; null for a registrant, whom all of it concerns
 */
export function concerning(
  before: Programme,
  after: Programme,
  names: Names,
  locale: Locale,
  slots: ReadonlySet<string> | null = null,
): Concerning {
  const { words: _, ...told } = readersChanges(changesBetween(before, after), after.source)
  const [was, is] = [shownIn(before, names, locale), shownIn(after, names, locale)]
  const mine = ({ key }: { key: string }) => slots === null || slots.has(key)
  const pair = (key: string) => [slotOf(was, key), slotOf(is, key)] as const
  const isMoved = ({ key }: MovedSlot) => {
    const [former, slot] = pair(key)
    return !same(former && placeRead(former), slot && placeRead(slot))
  }
  const seen = ({ kind, key, fields }: ChangedSlot): ChangedSlot[] => {
    const [former, shown] = pair(key)
    const slot = former && shown && withNewOriginals(key, [before, former], [after, shown])
    const left = fields.filter(({ field }) => !same(former && fieldRead(field, former), slot && fieldRead(field, slot)))
    return left.length > 0 ? [{ kind, key, fields: left }] : []
  }
  const whole = (changes: readonly ProgrammeFieldChange[]) =>
    slots === null ? changes.filter(({ field }) => !same(wholeRead(field, was), wholeRead(field, is))) : []
  return {
    attendance: whole(told.attendance),
    cancelled: told.cancelled.filter(mine),
    moved: told.moved.filter(change => mine(change) && isMoved(change)),
    new: told.new.filter(mine),
    content: whole(told.content),
    changed: told.changed.filter(mine).flatMap(seen),
  }
}

/** Whether there is anything to tell. */
export const isConcerned = (changes: Concerning): boolean => Object.values(changes).some(({ length }) => length > 0)

/** The slots of all that somebody is told of. */
export const slotsOf = ({ cancelled, moved, new: added, changed }: Concerning): Set<string> =>
  new Set([...cancelled, ...moved, ...added, ...changed].map(({ key }) => key))

/** Whether somebody is on a slot as far as they know: a seat that nobody asked them for is none of theirs yet. */
export const isOn = (slot: ProgrammeSlot, person: string): boolean =>
  peopleOfSlot({ ...slot, seats: slot.seats.filter(({ state }) => state !== 'open') }).includes(person)

/**
 * The slots on which somebody is, before or after: whoever is taken off one is told so.
 *
 * @param declined keys of the slots where they have said no by now: of these they want to hear nothing more
 */
export function ownSlots(
  before: Programme,
  after: Programme,
  person: string,
  declined: ReadonlySet<string>,
): Set<string> {
  const on = ({ slots }: Programme) => slots.filter(slot => isOn(slot, person)).map(({ key }) => key)
  return new Set([...on(before), ...on(after)].filter(key => !declined.has(key)))
}

const slotOf = ({ slots }: ShownProgramme, key: string) => slots.find(slot => slot.key === key)

// What a reader reads of each, so that two sides can be told apart as they would.

const placeRead = ({ day, until, from, to, room }: ShownSlot) => [day, until, from, to, room && textRead(room.name)]

function fieldRead(field: SlotField, slot: ShownSlot): unknown {
  switch (field) {
    case 'moderatorPersons':
    case 'moderatorsAwaited':
      return [slot.moderatorPersons.map(personRead), slot.moderatorsAwaited]
    case 'speakers':
    case 'speakersAwaited':
      return [slot.speakers.map(personRead), slot.speakersAwaited]
    case 'seats':
      return slot.seats.map(({ region, organisation, person, state }) => [
        region,
        person?.name ?? organisation,
        state === 'confirmed',
      ])
    case 'spoken_languages':
      return slot.spokenLanguages
    case 'kind':
    case 'provisional':
    case 'moderators':
    case 'coordination':
      return slot[field]
    case 'title':
      return textRead(slot.title)
    case 'themes':
      return slot.themes.map(textRead)
    case 'method':
      return slot.method && textRead(slot.method)
    case 'documents':
      return slot.documents.map(({ title, url }) => [url, textRead(title)])
    default:
      return null
  }
}

const personRead = ({ name, role, organisation }: ShownPerson) =>
  name ? [name, organisation] : role ? textRead(role) : [organisation]

function wholeRead(field: ProgrammeFieldChange['field'], shown: ShownProgramme): unknown {
  if (field === 'rooms') return shown.rooms.map(({ name }) => textRead(name))
  return field === 'timeZone' || field === 'days' || field === 'provisional' ? shown[field] : null
}

const textRead = ({ text, language }: { text: string; language: Locale }) => [text, language]
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
