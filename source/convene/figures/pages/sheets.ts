import { deskPlaces } from '#convene/messages/desk-places.ts'
import { figuresWords } from '#convene/messages/figures.ts'
import { registration } from '#convene/messages/registration.ts'
import { overall } from '#convene/registration/rules/places.ts'
import type { RegistrationCategory, RegistrationState } from '#convene/store/tables.ts'
import { countryName, date, languageName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import type { Region } from '#ground/people/rules/region.ts'
import { arrivals } from '../rules/arrivals.ts'
import { fewest, told } from '../rules/small-counts.ts'
import type { Counted, Figures } from '../store/figures.ts'

/** A row of numbers under a name; null for a small count that is not told. */
export type SheetRow = { key: string; label: string; values: (number | null)[] }

/** One of the figures as a table, the same for the page and for the file. */
export type Sheet = {
  id: string
  title: string
  /** What its picture shows, in a sentence. */
  description: string
  note?: string
  heading: string
  columns: string[]
  rows: SheetRow[]
}

const ofRegion = (locale: Locale, region: string) => registration[locale].regions[region as Region]
const states = Object.keys(registration.en.states) as RegistrationState[]

type Given = {
  locale: Locale
  figures: Figures
  /** False for whoever sees no people: small counts are then not told. */
  exactly: boolean
  /** Opening and deadline of registration, at the venue; the moment of opening when nobody set one is null. */
  opens: Temporal.PlainDate | null
  closes: Temporal.PlainDate
  today: Temporal.PlainDate
}

/** Everything that is told, in its order. */
export function sheetsOf({ locale, figures, exactly, opens, closes, today }: Given): Sheet[] {
  const w = figuresWords[locale]
  const m = registration[locale]
  const tell = (count: number) => told(count, exactly)
  const counted = (
    id: string,
    title: string,
    heading: string,
    rows: readonly Counted[],
    name: (value: string) => string,
    note?: string,
  ): Sheet => ({
    id,
    title,
    heading,
    description: w.described,
    ...(note ? { note } : {}),
    columns: [w.living, w.confirmed],
    rows: rows.map(({ value, living, confirmed }) => ({
      key: value,
      label: name(value),
      values: [tell(living), tell(confirmed)],
    })),
  })
  return [
    {
      id: 'quotas',
      ...w.quotas,
      heading: w.quota,
      columns: [w.capacity, w.taken, w.held, w.free, w.waiting],
      rows: figures.places.quotas.map(({ key, capacity, taken, held }) => ({
        key,
        label: key === overall ? deskPlaces[locale].overall : wordsOf(figures.names.get(key), locale) || key,
        values: [
          capacity,
          tell(taken),
          tell(held),
          // What is free would tell what is taken.
          tell(taken) === null || tell(held) === null ? null : Math.max(0, capacity - taken - held),
          tell(figures.waiting.get(key) ?? 0),
        ],
      })),
    },
    ...arrivalSheets(),
    {
      id: 'states',
      title: w.states,
      description: w.statesDescribed,
      heading: w.state,
      columns: [w.registrations],
      rows: states.map(state => ({
        key: state,
        label: m.states[state],
        values: [tell(figures.states.get(state) ?? 0)],
      })),
    },
    counted('regions', w.regions, w.region, figures.regions, value => ofRegion(locale, value), w.livingText),
    counted('countries', w.countries, w.country, figures.countries, value => countryName(locale, value)),
    counted(
      'categories',
      w.categories,
      w.category,
      figures.categories,
      value => m.categoriesShort[value as RegistrationCategory],
    ),
    counted('languages', w.languages, w.language, figures.languages, value => languageName(locale, value)),
    counted(
      'understood',
      w.understood,
      w.language,
      figures.understood,
      value => languageName(locale, value),
      w.understoodText,
    ),
    counted(
      'organisations',
      w.organisations,
      w.organisation,
      exactly ? figures.organisations : figures.organisations.filter(({ living }) => living >= fewest),
      value => value,
      w.organisationsText,
    ),
  ].filter(({ rows }) => rows.length > 0)

  function arrivalSheets(): Sheet[] {
    const first = opens ?? figures.days[0]?.day ?? closes
    const last = Temporal.PlainDate.compare(today, closes) < 0 ? today : closes
    const all = arrivals(figures.days, { from: first, to: Temporal.PlainDate.compare(first, last) > 0 ? first : last })
    const weekly = all.some(({ days }) => days > 1)
    return [
      {
        id: 'arrivals',
        ...(weekly ? w.weeks : w.days),
        note: w.arrivalsText,
        heading: weekly ? w.weekOf : w.day,
        columns: [w.registrations, w.allColumn],
        rows: all.map(stretch => ({
          key: stretch.from.toString(),
          label: date(locale, stretch.from),
          values: [tell(stretch.people), tell(stretch.all)],
        })),
      },
    ]
  }
}
