import { looksLikeAnother } from '#convene/seminar/rules/another-person.ts'
import type { FilePerson, FileSlot } from '#convene/seminar/rules/programme-file.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { type Typed, textOf } from './fields.ts'
import type { Item } from './parts.ts'

// What the form of a person does with somebody else typed over them: what one agreed to and answered is not the other's.

/** The field of the question; its answers. */
export const whoField = 'who'
export type Who = 'another' | 'same'

/** The person of this key when what was typed looks like somebody else; null when it does not, or nobody is there. */
export function personTypedOver(file: SeminarFile, key: string | null, typed: Typed): FilePerson | null {
  const before = file.people.find(one => one.key === key)
  if (!before) return null
  const [givenName = '', familyName = '', email = ''] = ['givenName', 'familyName', 'email'].map(name =>
    textOf(typed, name).trim(),
  )
  // An empty name is told as such.
  if (givenName === '' || familyName === '') return null
  return looksLikeAnother(before, { givenName, familyName, ...(email === '' ? {} : { email }) }) ? before : null
}

/**
 * The file with somebody else in the place of a person, under a key that no version knows: on the same slots, with their
 * seats open, and not named, unless that is said now for the first time. Lines about the one before go with them.
 *
 * @param item what was typed, of which nothing is checked here
 */
export function withAnother(file: SeminarFile, before: FilePerson, item: Item, key: string): SeminarFile {
  const { about: typedAbout, ...rest } = item
  const about = { ...((typedAbout ?? {}) as Readonly<Record<string, string | undefined>>) }
  const was = (before.about ?? {}) as Readonly<Record<string, string | undefined>>
  for (const language of Object.keys(about)) if (about[language] === was[language]) delete about[language]
  const own = Object.keys(about).length === 0 ? {} : { about }
  const person = { ...rest, ...own, key, named: before.named ? false : item.named } as FilePerson
  return {
    ...file,
    people: file.people.map(one => (one.key === before.key ? person : one)),
    programme: { ...file.programme, slots: file.programme.slots.map(slot => inSlot(slot, before.key, key)) },
  }
}

function inSlot(slot: FileSlot, before: string, key: string): FileSlot {
  const renamed = (keys: readonly string[]) => keys.map(one => (one === before ? key : one))
  return {
    ...slot,
    moderatorPersons: renamed(slot.moderatorPersons),
    speakers: renamed(slot.speakers),
    seats: slot.seats.map(seat => (seat.person === before ? { ...seat, person: key, state: 'open' as const } : seat)),
  }
}
