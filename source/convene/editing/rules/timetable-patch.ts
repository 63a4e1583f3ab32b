import type { FileSlot } from '#convene/seminar/rules/programme-file.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { readTime, type Typed, textOf } from './fields.ts'
import { fieldOfPlace, fieldOfSlot, placeFields, type TypedPlace } from './timetable-fields.ts'

// The times and rooms of a draft's slots as one form sends them, and what it changes of the seminar's file.

/** A slot as the fields of the form show it. */
export function typedOfSlot(slot: Pick<FileSlot, 'day' | 'from' | 'until' | 'to' | 'room'>, first: string): TypedPlace {
  const day = slot.day ?? first
  const { from, to, room = '' } = slot
  return { day, from, to, late: slot.until !== undefined && slot.until !== day ? 'yes' : '', room }
}

/** All five fields of a slot as one value of a form. */
export const placeAsValue = ({ day, from, to, late, room }: TypedPlace): string =>
  JSON.stringify([day, readTime(from), readTime(to), late === 'yes' ? 'yes' : '', room])

/** The other way; null for what is no such value. */
export function valueAsPlace(value: string): TypedPlace | null {
  try {
    const read: unknown = JSON.parse(value)
    if (!Array.isArray(read) || read.length !== placeFields.length || read.some(one => typeof one !== 'string'))
      return null
    const [day, from, to, late, room] = read as [string, string, string, string, string]
    return { day, from, to, late, room }
  } catch {
    return null
  }
}

/**
 * The slots that a form sent, by key, with what was typed for each: in single fields, or as one value chosen between two.
 * What the form does not ask, because there is one day or no room, is as in the file.
 */
export function typedPlaces(typed: Typed, file: SeminarFile): Map<string, TypedPlace> {
  const found = new Map<string, TypedPlace>()
  for (const name of Object.keys(typed)) {
    const [, whole, single] = /^(?:places\.([a-z0-9-]+)|slots\.([a-z0-9-]+)\.from)$/.exec(name) ?? []
    const chosen = whole === undefined ? null : valueAsPlace(textOf(typed, name))
    if (whole !== undefined && chosen) found.set(whole, chosen)
    if (single === undefined || found.has(single)) continue
    const slot = file.programme.slots.find(({ key }) => key === single)
    const { day, room } = slot ? typedOfSlot(slot, file.date) : { day: file.date, room: '' }
    const asked = (field: (typeof placeFields)[number], otherwise = '') => {
      const of = fieldOfSlot(single, field)
      return Object.hasOwn(typed, of) ? textOf(typed, of).trim() : otherwise
    }
    found.set(single, {
      day: asked('day', day),
      from: asked('from'),
      to: asked('to'),
      late: asked('late'),
      room: asked('room', room),
    })
  }
  return found
}

/** What stands in the fields of a form for these places. */
export const fieldsOfPlaces = (places: ReadonlyMap<string, TypedPlace>): Record<string, string> =>
  Object.fromEntries(
    [...places].flatMap(([key, place]) => placeFields.map(field => [fieldOfSlot(key, field), place[field]])),
  )

/** The same, each place as one value. */
export const valuesOfPlaces = (places: ReadonlyMap<string, TypedPlace>): Record<string, string> =>
  Object.fromEntries([...places].map(([key, place]) => [fieldOfPlace(key), placeAsValue(place)]))

/**
 * What a form about these slots shows of the file: where they stand, nothing of what they say. One that is there no more is
 * nowhere; one that was added since is none of theirs.
 */
export const shownOfPlaces = (keys: readonly string[]) => (file: SeminarFile) =>
  [...keys].sort().map(key => {
    const slot = file.programme.slots.find(one => one.key === key)
    return [key, slot ? placeAsValue(typedOfSlot(slot, file.date)) : null]
  })

/** The file with its slots where they were put. Nothing is checked here: what is no time stays as it was typed. */
export function withPlaces(file: SeminarFile, places: ReadonlyMap<string, TypedPlace>): SeminarFile {
  const slots = file.programme.slots.map(slot => {
    const place = places.get(slot.key)
    return place ? placed(slot, place, file.date) : slot
  })
  return { ...file, programme: { ...file.programme, slots } }
}

function placed(
  { day: _day, until: _until, room: _room, ...slot }: FileSlot,
  place: TypedPlace,
  first: string,
): FileSlot {
  const { day, late, room } = place
  return {
    ...slot,
    ...(day === first ? {} : { day }),
    from: readTime(place.from),
    ...(late === 'yes' ? { until: dayAfter(day) } : {}),
    to: readTime(place.to),
    ...(room === '' ? {} : { room }),
  }
}

/** The next day; the same when it is none. */
function dayAfter(day: string): string {
  try {
    return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  } catch {
    return day
  }
}
