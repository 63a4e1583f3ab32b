import type { Locale } from '#ground/languages/locales.ts'
import type { ShownSlot } from '../../programme/rules/shown.ts'
import { type NamedPerson, namedOn } from '../../programme/rules/slot-lines.ts'
import { eventStatus as eventStatusOf, type Life, meaning } from '../rules/life.ts'
import { type SeminarPage, shortNameOf } from '../store/read-seminar.ts'
import { wordsIn } from './texts.ts'

/** The seminar as schema.org Event, for search engines and other machines. `address` is the page's own. */
export function linkedDataOf(seminar: SeminarPage, life: Life, locale: Locale, address: string): object {
  const at = (instant: Temporal.Instant) =>
    instant.toZonedDateTimeISO(seminar.timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' })
  const organisers = seminar.organisations.filter(organisation => organisation.roles.includes('organiser'))
  const location = {
    '@type': 'Place',
    name: wordsIn(seminar.texts.venue_name),
    address: {
      '@type': 'PostalAddress',
      streetAddress: seminar.venueAddress,
      addressCountry: seminar.venueCountry,
    },
  }
  const eventStatus = `https://schema.org/${eventStatusOf(life, seminar.movedFrom !== null)}`
  const eventAttendanceMode = 'https://schema.org/OfflineEventAttendanceMode'
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': address,
    url: address,
    name: wordsIn(seminar.texts.title),
    ...(seminar.texts.subtitle ? { alternativeHeadline: wordsIn(seminar.texts.subtitle) } : {}),
    ...(seminar.texts.theme ? { description: wordsIn(seminar.texts.theme) } : {}),
    startDate: at(seminar.startsAt),
    endDate: at(seminar.endsAt),
    eventStatus,
    ...(seminar.movedFrom ? { previousStartDate: seminar.movedFrom.toString() } : {}),
    eventAttendanceMode,
    location,
    organizer: organisers.map(organisation => ({
      '@type': 'Organization',
      name: wordsIn(organisation.texts.name) || shortNameOf(organisation),
      ...(organisation.website ? { url: organisation.website } : {}),
    })),
    inLanguage: locale,
    isAccessibleForFree: true,
    ...(seminar.places
      ? {
          maximumAttendeeCapacity: seminar.places.capacity,
          remainingAttendeeCapacity: Math.max(0, seminar.places.capacity - seminar.places.taken - seminar.places.held),
        }
      : {}),
    offers: {
      '@type': 'Offer',
      url: `${address}/register`,
      price: 0,
      priceCurrency: 'EUR',
      availability: `https://schema.org/${meaning[life].linkedData.offer}`,
      ...(seminar.opensAt ? { validFrom: at(seminar.opensAt) } : {}),
      validThrough: at(seminar.closesAt),
    },
    subEvent: (seminar.programme?.slots ?? [])
      .filter(slot => slot.kind !== 'break' && slot.kind !== 'meal')
      .map(slot => subEvent(slot, address)),
  }

  function subEvent(slot: ShownSlot, address: string) {
    const performers = namedOn(slot)
    return {
      '@type': 'Event',
      '@id': `${address}#slot-${slot.key}`,
      name: slot.title.text,
      ...(slot.themes.length > 0 ? { description: slot.themes.map(wordsIn).join('\n') } : {}),
      startDate: at(slot.startsAt),
      endDate: at(slot.endsAt),
      eventStatus,
      eventAttendanceMode,
      url: `${address}#slot-${slot.key}`,
      location: slot.room ? { ...location, name: slot.room.name.text, containedInPlace: location } : location,
      ...(performers.length > 0 ? { performer: performers.map(performer) } : {}),
    }
  }
}

const performer = ({ name, role, organisation }: NamedPerson) => ({
  '@type': 'Person',
  name,
  ...(role ? { jobTitle: role.text } : {}),
  ...(organisation ? { affiliation: { '@type': 'Organization', name: organisation } } : {}),
})
