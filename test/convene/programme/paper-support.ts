import type { OnPaper } from '../../../source/convene/programme/pages/paper-data.ts'
import { type Names, programmeOf } from '../../../source/convene/programme/rules/programme.ts'
import type { FileWords } from '../../../source/convene/seminar/rules/file-values.ts'
import { parseSeminarFile } from '../../../source/convene/seminar/rules/parse-seminar-file.ts'
import type { SeminarFile } from '../../../source/convene/seminar/rules/seminar-file.ts'
import type { Locale } from '../../../source/ground/languages/locales.ts'
import type { Shown } from '../../../source/ground/languages/text.ts'

/** A file as the seminar that readers of a language find, without a database. */
export function onPaper(
  text: string,
  locale: Locale,
  names: Names = new Map(),
  more: Partial<OnPaper['seminar']> = {},
): OnPaper {
  const read = parseSeminarFile(text)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return fileOnPaper(read.file, locale, names, more)
}

export function fileOnPaper(
  file: SeminarFile,
  locale: Locale,
  names: Names = new Map(),
  more: Partial<OnPaper['seminar']> = {},
): OnPaper {
  const say = (words: FileWords): Shown => {
    const language = words[locale] === undefined ? file.source : locale
    return { text: words[language] ?? '', language, stale: false, state: 'source' }
  }
  const { title, subtitle, theme, question, presentation, audience, objective, method, demonstration, venue } = file
  const words = { title, subtitle, theme, question, presentation, audience, objective, method, demonstration }
  const texts = { ...words, venue_name: venue.name, entrance: venue.entrance }
  const date = Temporal.PlainDate.from(file.date)
  const at = (time: string) =>
    date.toZonedDateTime({ timeZone: file.time_zone, plainTime: Temporal.PlainTime.from(time) }).toInstant()
  const closesAt = Temporal.PlainDateTime.from(file.registration.closes).toZonedDateTime(file.time_zone).toInstant()
  return {
    seminar: {
      id: '00000000-0000-0000-0000-000000000000',
      slug: file.slug,
      visibility: 2,
      sourceLanguage: file.source,
      languages: file.languages,
      date,
      hoursFrom: Temporal.PlainTime.from(file.hours.from),
      hoursTo: Temporal.PlainTime.from(file.hours.to),
      timeZone: file.time_zone,
      startsAt: at(file.hours.from),
      endsAt: at(file.hours.to),
      venueAddress: venue.address,
      venueCountry: venue.country,
      floorLanguages: file.spoken_languages.floor,
      interpretationLanguages: file.spoken_languages.interpretation,
      mandatory: true,
      opensAt: null,
      closesAt,
      cancelledAt: null,
      postponedAt: null,
      movedFrom: null,
      notice: null,
      calendarSequence: 0,
      texts: Object.fromEntries(Object.entries(texts).flatMap(([field, said]) => (said ? [[field, say(said)]] : []))),
      accessLines: venue.access.map(say),
      organisations: file.organisations.map(({ key, short, website, roles, name }) => ({
        id: key,
        shortName: short ?? null,
        website: website ?? null,
        roles,
        texts: { name: say(name) },
      })),
      contacts: file.contacts.map(({ email, telephone, label }) => ({
        email: email ?? null,
        telephone: telephone ?? null,
        organisation: null,
        label: say(label),
      })),
      names,
      withdrawn: new Set(),
      places: null,
      ...more,
    },
    version: { number: 1, releasedAt: Temporal.Instant.from('2018-06-04T07:00:00Z'), programme: programmeOf(file) },
  }
}

/**
 * The sample with all that a programme can hold: a second day, rooms in parallel, panels in each state, people with and
 * without a public name, documents, languages of a slot, what is not sure yet, and texts in one language only.
 */
export function fullFile(sample: string): SeminarFile {
  const read = parseSeminarFile(sample)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const { file } = read
  const inAll = (text: string): FileWords => ({ fr: text, es: text, pt: text, en: text })
  const person = (key: string, givenName: string, familyName: string, more: object = {}) => ({
    ...{ key, givenName, familyName, named: true },
    ...more,
  })
  const part = file.programme.slots.find(({ key }) => key === 'part-1')
  const closing = file.programme.slots.find(({ key }) => key === 'closing')
  if (!part || !closing) throw new Error('the sample has no first part')
  part.method = { fr: 'Des questions, puis un dialogue.' }
  part.moderatorPersons = ['nour']
  part.room = 'auditorium'
  part.spoken_languages = { floor: ['es'], interpretation: ['fr'] }
  part.documents = [
    {
      title: { fr: 'Synthèse du Cahier', en: 'Summary of the Cahier' },
      url: 'https://documents.example.org/cahier-8.pdf',
    },
    { title: inAll('Plan'), url: '/files/01234567-89ab-cdef-0123-456789abcdef' },
  ]
  part.seats = [
    { key: 'a-1', region: 'latin-america', organisation: 'rio-claro', person: 'ana', state: 'confirmed' },
    { key: 'a-2', region: 'latin-america', person: 'unnamed', state: 'confirmed' },
    { key: 'a-3', region: 'latin-america', organisation: 'mercociudades', state: 'invited' },
    { key: 'a-4', region: 'latin-america', organisation: 'glocal', state: 'declined' },
    { key: 'e-1', region: 'europe', person: 'erased', state: 'confirmed' },
    { key: 'e-2', region: 'europe', state: 'open' },
  ]
  closing.provisional = true
  return {
    ...file,
    organisations: [
      ...file.organisations,
      { key: 'rio-claro', name: inAll('Prefeitura de Rio Claro'), kind: 'local-government', roles: [] },
    ],
    people: [
      person('nour', 'محمد', 'نور الدين'),
      person('ana', 'Ana', 'Duarte', {
        organisation: 'rio-claro',
        role: { fr: 'Maire', en: 'Mayor', es: 'Alcaldesa', pt: 'Prefeita' },
        about: { fr: 'Elle a ouvert sa ville au monde.\n\nElle écrit.', en: 'She opened her city to the world.' },
      }),
      person('unnamed', 'Secreta', 'Persona', {
        named: false,
        organisation: 'platforma',
        role: inAll('Coordination des réseaux'),
      }),
      person('erased', 'Nadie', 'Ninguno', { named: false }),
      person('dimitra', 'Ελευθερία', 'Παπαδοπούλου', { organisation: 'platforma' }),
    ],
    programme: {
      ...file.programme,
      days: [{ date: '2018-07-06', hours: { from: '09:30', to: '12:00' } }],
      rooms: [
        { key: 'auditorium', name: inAll('Grand auditorium'), capacity: 200 },
        { key: 'attic', name: inAll('Salle sous les toits') },
      ],
      slots: [
        ...file.programme.slots,
        {
          ...part,
          key: 'workshop',
          kind: 'workshop' as const,
          part: undefined,
          day: '2018-07-06',
          from: '10:00',
          to: '11:30',
          room: 'attic',
          title: { fr: 'Atelier de cartographie' },
          themes: [],
          method: undefined,
          moderators: [],
          moderatorPersons: [],
          speakers: ['dimitra', 'unnamed'],
          seats: [],
          documents: [],
          spoken_languages: undefined,
        },
        {
          ...closing,
          key: 'night',
          title: inAll('Nuit des villes'),
          provisional: false,
          day: '2018-07-06',
          until: '2018-07-07',
          from: '22:00',
          to: '01:00',
        },
      ].map(slot => Object.fromEntries(Object.entries(slot).filter(([, value]) => value !== undefined)) as typeof part),
    },
  }
}

/** The names that everybody may read, as the database gives them. */
export const namesOf = (file: SeminarFile): Names =>
  new Map(
    file.people.filter(({ named }) => named).map(({ key, givenName, familyName }) => [key, { givenName, familyName }]),
  )
