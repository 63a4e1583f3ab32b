import { emptyProgramme } from '#convene/seminar/rules/programme-file.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { zonesOf } from '#ground/people/rules/time-zones.ts'
import type { Field } from './fields.ts'
import { parts } from './parts.ts'

/** What the first page of a new seminar asks. */
export type Beginning = {
  title: string
  source: Locale
  languages: Locale[]
  slug: string
  /** Address and name of the network that convenes it. */
  network: { slug: string; name: string }
}

/** The fields of the second page: the rest of the part is for later. */
export const placeFields: readonly Field[] = parts['when-and-where'].flatMap((field): Field[] => {
  const name = field.path.join('.')
  if (name === 'venue.entrance' || name === 'venue.access') return []
  return name === 'time_zone' ? [{ ...field, optional: true }] : [field]
})

export const placesFields: readonly Field[] = [
  { kind: 'whole', path: ['registration', 'capacity'] },
  ...parts.registration.filter(({ path }) => path[1] === 'opens' || path[1] === 'closes'),
]

/**
 * The file of a new seminar before anybody has said more than when and where: no place yet (a capacity of 0), and a
 * deadline that can be changed, the end of the day before. Everything else is as a file that leaves it out.
 */
export function beginningOf({ title, source, languages, slug, network }: Beginning): SeminarFile {
  return {
    perenne: 'seminar/1',
    slug,
    network: { slug: network.slug, name: { [source]: network.name } },
    source,
    languages,
    title: { [source]: title },
    date: '',
    hours: { from: '', to: '' },
    time_zone: '',
    venue: { name: {}, address: '', country: '', access: [] },
    spoken_languages: { floor: [], interpretation: [] },
    registration: { capacity: 0, closes: '', approval: [], quotas: [], questions: [], consents: [] },
    organisations: [],
    contacts: [],
    people: [],
    programme: emptyProgramme,
    // The schema fills in what is usual.
  } as unknown as SeminarFile
}

/** The same with a zone and a deadline, as far as they follow from what was said. */
export function withUsual(file: SeminarFile, now: Temporal.Instant): SeminarFile {
  const zones = zonesOf(file.venue.country)
  const zone = file.time_zone || (zones.length === 1 ? (zones[0] ?? '') : '')
  return { ...file, time_zone: zone, registration: { ...file.registration, closes: usualDeadline(file, zone, now) } }
}

/** The end of the day before; the beginning of the seminar when that has passed. */
function usualDeadline(file: SeminarFile, zone: string, now: Temporal.Instant): string {
  try {
    const before = Temporal.PlainDate.from(file.date).subtract({ days: 1 }).toPlainDateTime('23:59:59')
    const begins = Temporal.PlainDate.from(file.date).toPlainDateTime(Temporal.PlainTime.from(file.hours.from))
    const isPast = Temporal.Instant.compare(before.toZonedDateTime(zone).toInstant(), now) <= 0
    return (isPast ? begins : before).toString({ smallestUnit: 'second' })
  } catch {
    // A day, an hour or a zone that is none is told at its own field; this one is not asked for.
    return '2000-01-01T00:00:00'
  }
}

/** Whether the seminar would be over before it was made. */
export function isOver(file: SeminarFile, now: Temporal.Instant): boolean {
  try {
    const ends = Temporal.PlainDate.from(file.date).toZonedDateTime({
      timeZone: file.time_zone,
      plainTime: file.hours.to,
    })
    return Temporal.Instant.compare(ends.toInstant(), now) <= 0
  } catch {
    return false
  }
}
