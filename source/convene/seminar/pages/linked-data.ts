import type { Locale } from '#ground/languages/locales.ts'
import { eventStatus, type Life, meaning } from '../rules/life.ts'
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
    eventStatus: `https://schema.org/${eventStatus(life, seminar.movedFrom !== null)}`,
    ...(seminar.movedFrom ? { previousStartDate: seminar.movedFrom.toString() } : {}),
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
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
      .map(slot => ({
        '@type': 'Event',
        name: wordsIn(slot.texts.title),
        startDate: at(slot.startsAt),
        endDate: at(slot.endsAt),
        url: `${address}#slot-${slot.key}`,
        location,
      })),
  }
}
