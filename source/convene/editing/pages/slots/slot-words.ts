import { editingSlots } from '#convene/messages/editing-slots.ts'
import { programmeChanges } from '#convene/messages/programme-changes.ts'
import { partNamed } from '#convene/programme/acts/part-named.ts'
import { slotKinds } from '#convene/seminar/rules/programme-file.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { list, longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { Choice } from '#ground/web/parts/form.tsx'
import { daysOf, firstDay, type Slot } from '../../rules/slot-form.ts'
import type { ClocksDuring } from '../../rules/slot-times.ts'
import { inReadersWords } from '../item-words.ts'

/** What may be chosen in the form of a slot, by the name of the field. */
export type SlotChoices = Record<'kind' | 'day' | 'until' | 'room' | 'people' | 'organisations', Choice[]>

export function slotChoices(file: SeminarFile, locale: Locale): SlotChoices {
  const m = editingSlots[locale]
  return {
    kind: slotKinds.map(value => ({ value, label: programmeChanges[locale].kinds[value] })),
    day: daysOf(file).map(({ date }) => ({
      value: date === file.date ? firstDay : date,
      label: longDate(locale, Temporal.PlainDate.from(date)),
    })),
    until: [
      { value: 'same', label: m.until.same },
      { value: 'next', label: m.until.next },
    ],
    room: file.programme.rooms.map(({ key, name }) => ({
      value: key,
      label: inReadersWords(name, locale, file.source),
    })),
    people: file.people.map(({ key, givenName, familyName }) => ({ value: key, label: `${givenName} ${familyName}` })),
    organisations: file.organisations.map(({ key, name }) => ({
      value: key,
      label: inReadersWords(name, locale, file.source),
    })),
  }
}

/** Chosen values as people read them; what is not among the choices any more is told by its key. */
export const chosenInWords = (locale: Locale, choices: readonly Choice[], value: string): string =>
  list(
    locale,
    value
      .split(' ')
      .filter(Boolean)
      .map(key => choices.find(choice => choice.value === key)?.label ?? key),
  )

/** What a slot is called. */
export const titleOfSlot = (slot: Pick<Slot, 'title' | 'part'>, locale: Locale, source: Locale): string =>
  partNamed(slot.part, inReadersWords(slot.title, locale, source), locale)

/** What the clocks at the venue do to a slot, in sentences; none on most days. */
export function clocksInWords(locale: Locale, { twice, lasts }: ClocksDuring): string[] {
  const m = editingSlots[locale]
  const day = (date: string) => longDate(locale, Temporal.PlainDate.from(date))
  return [
    ...twice.map(one => m.twice(one.time, day(one.day))),
    ...(lasts ? [m.clocksChange(durationInWords(locale, lasts))] : []),
  ]
}

/** “4 hours and 30 minutes”. */
function durationInWords(locale: Locale, { hours, minutes }: Temporal.Duration): string {
  const said = (value: number, unit: 'hour' | 'minute') =>
    value.toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'long' })
  return list(locale, [
    ...(hours > 0 ? [said(hours, 'hour')] : []),
    ...(minutes > 0 || hours === 0 ? [said(minutes, 'minute')] : []),
  ])
}
