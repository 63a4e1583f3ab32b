import { deskPeople } from '#convene/messages/desk-people.ts'
import { registration } from '#convene/messages/registration.ts'
import type { RegistrationState } from '#convene/store/tables.ts'
import type { Visit } from '#ground/house.ts'
import { countryName, shortMoment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { Region as RegionCode } from '#ground/people/rules/region.ts'
import type { Column, Filter } from '#ground/web/parts/table.tsx'
import { Region, type RegionName, State } from '#ground/web/parts/text.tsx'
import { categories } from '../../rules/answers.ts'
import { isAlive } from '../../rules/states.ts'
import { type ListAsked, type ListedRow, sortKeys } from '../../store/desk-list.ts'
import { kindOfState } from '../me.tsx'

export const size = 50
const states = Object.keys(kindOfState) as RegistrationState[]
export const regions = ['latin-america', 'europe', 'other'] as const satisfies readonly RegionCode[]
export const nameOfRegion: Record<RegionCode, RegionName> = {
  'latin-america': 'america',
  europe: 'europe',
  other: 'other',
}

// Most are confirmed as they come: the date of a state is worth a column only where it is another one.
const changedSince = (row: ListedRow) => row.since.since(row.requestedAt).total('minutes') >= 1

/** The columns of the list; each row leads to its registration, and those that live can be chosen. */
export function columnsOf(
  visit: Visit,
  seminar: { slug: string; timeZone: string },
  rows: readonly ListedRow[],
  asked: ListAsked,
  ticked: readonly string[],
): Column<ListedRow>[] {
  const { locale } = visit
  const m = registration[locale]
  const t = parts[locale]
  const zone = seminar.timeZone
  const withSince = rows.some(changedSince) || asked.sort.key === 'since'
  return [
    {
      key: 'person',
      heading: m.desk.person,
      sortable: true,
      cell: row => <Person visit={visit} row={row} slug={seminar.slug} ticked={ticked.includes(row.id)} />,
    },
    {
      key: 'organisation',
      heading: m.desk.organisation,
      sortable: true,
      cell: row => (
        <>
          <span dir="auto">{row.organisation || '–'}</span>
          <div>
            <Region t={t} region={nameOfRegion[row.region]} label={countryName(locale, row.country)} />
          </div>
        </>
      ),
    },
    { key: 'category', heading: m.desk.category, sortable: true, cell: row => m.categoriesShort[row.category] },
    {
      key: 'state',
      heading: m.desk.state,
      sortable: true,
      cell: row => <State kind={kindOfState[row.state]}>{m.states[row.state]}</State>,
    },
    {
      key: 'requested',
      heading: m.desk.requested,
      sortable: true,
      kind: 'moment',
      cell: row => shortMoment(locale, row.requestedAt, zone),
    },
    ...(withSince
      ? [
          {
            key: 'since',
            heading: m.desk.since,
            sortable: true,
            kind: 'moment' as const,
            cell: (row: ListedRow) => (changedSince(row) ? shortMoment(locale, row.since, zone) : '–'),
          },
        ]
      : []),
  ]
}

type PersonProps = { visit: Visit; row: ListedRow; slug: string; ticked: boolean }

function Person({ visit, row, slug, ticked }: PersonProps) {
  const { locale } = visit
  const words = deskPeople[locale]
  const name = row.name ?? registration[locale].desk.erased
  const who = (
    <div>
      <a href={`/${locale}/desk/seminars/${slug}/registrations/${row.id}`}>
        <span dir="auto">{name}</span>
      </a>
      {row.email ? <div class="small">{row.email}</div> : null}
      {row.undelivered ? <span class="mark-word">{words.list.undelivered}</span> : null}
    </div>
  )
  if (!isAlive(row.state)) return who
  return (
    <div class="choice">
      <input
        type="checkbox"
        form="chosen"
        name="id[]"
        value={row.id}
        checked={ticked}
        aria-label={words.list.choose(name)}
      />
      {who}
    </div>
  )
}

/** The choices above the list. `counts` says which countries there are. */
export function filtersOf(visit: Visit, asked: ListAsked, counts: readonly { country: string }[]): Filter[] {
  const { locale } = visit
  const m = registration[locale]
  const words = deskPeople[locale].list
  const all = { value: '', label: m.desk.all }
  const countries = [...new Set(counts.map(({ country }) => country))]
    .map(value => ({ value, label: countryName(locale, value) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale))
  return [
    { name: 'text', label: m.desk.search, value: asked.text },
    {
      name: 'state',
      label: m.desk.state,
      value: asked.state ?? '',
      choices: [all, ...states.map(value => ({ value, label: m.states[value] }))],
    },
    {
      name: 'category',
      label: m.desk.category,
      value: asked.category ?? '',
      choices: [all, ...categories.map(value => ({ value, label: m.categoriesShort[value] }))],
    },
    {
      name: 'region',
      label: m.desk.region,
      value: asked.region ?? '',
      choices: [all, ...regions.map(value => ({ value, label: m.regions[value] }))],
    },
    { name: 'country', label: m.desk.country, value: asked.country ?? '', choices: [all, ...countries] },
    {
      name: 'mail',
      label: words.mail,
      value: asked.undelivered ? 'undelivered' : '',
      choices: [all, { value: 'undelivered', label: words.undelivered }],
    },
    // Comes by a link from one of its people; in sight as long as it narrows the list.
    ...(asked.organisation === ''
      ? []
      : [
          {
            name: 'organisation',
            label: m.desk.organisation,
            value: asked.organisation,
            choices: [all, { value: asked.organisation, label: words.oneOrganisation }],
          },
        ]),
  ]
}

/** What the address asks for; what it does not know, it passes over. Newest first when nothing is said. */
export function readAsked(query: URLSearchParams): ListAsked {
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find(value => value === query.get(name)) ?? null
  const words = (name: string) => (query.get(name) ?? '').replaceAll('\0', '').trim().slice(0, 200)
  const sort = query.get('sort') ?? ''
  const key = sortKeys.find(known => known === sort.replace(/^-/, ''))
  const page = Number(query.get('page') ?? 1)
  const country = query.get('country') ?? ''
  return {
    state: one('state', states),
    category: one('category', categories),
    region: one('region', regions),
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    undelivered: query.get('mail') === 'undelivered',
    organisation: words('organisation'),
    text: words('text'),
    sort: key ? { key, descending: sort.startsWith('-') } : { key: 'requested', descending: true },
    page: Number.isSafeInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
    size,
  }
}
