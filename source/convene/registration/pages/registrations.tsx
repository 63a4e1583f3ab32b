import { registration } from '#convene/messages/registration.ts'
import type { RegistrationState } from '#convene/store/tables.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { countryName, shortMoment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import type { Region as RegionCode } from '#ground/people/rules/region.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { type Column, DataTable, type Filter } from '#ground/web/parts/table.tsx'
import { Figures, PageHead, Region, type RegionName, Shares, State } from '#ground/web/parts/text.tsx'
import { Refusal } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'
import { categories } from '../rules/answers.ts'
import { countRegistrations, type ListAsked, type ListedRow, listRegistrations, sortKeys } from '../store/desk.ts'
import { overall, readPlaces } from '../store/places.ts'
import { deskSeminar, deskTrail } from './desk.tsx'
import { kindOfState } from './me.tsx'

const size = 50
const states = Object.keys(kindOfState) as RegistrationState[]
const regions = ['latin-america', 'europe', 'other'] as const satisfies readonly RegionCode[]
const nameOfRegion: Record<RegionCode, RegionName> = { 'latin-america': 'america', europe: 'europe', other: 'other' }

/** Everybody who registered, for those who look after them: figures, then the list. */
export async function showRegistrations(visit: Visit): Promise<Response> {
  const { locale } = visit
  const m = registration[locale].desk
  const seminar = await deskSeminar(visit)
  if (!may(visit, 'people', seminar.id)) throw new Refusal('forbidden', m.mayNot)
  const asked = readAsked(visit.url.searchParams)
  const { counts, places, list } = await as(visit.house.db, visit.actor, async tx => ({
    counts: await countRegistrations(tx, seminar.id),
    places: (await readPlaces(tx, seminar.id)).find(quota => quota.quota === overall) ?? null,
    list: await listRegistrations(tx, seminar.id, asked),
  }))
  const address = `/${locale}/desk/seminars/${seminar.slug}/registrations`
  const anybody = counts.length > 0
  return page(
    visit,
    layout(
      visit,
      {
        title: `${m.registrations} – ${seminar.title}`,
        office: true,
        breadcrumb: deskTrail(visit, seminar, m.registrations),
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={m.registrations} />
        <Head visit={visit} counts={counts} places={places} address={address} />
        <DataTable
          t={parts[locale]}
          caption={m.registrations}
          rows={list.rows}
          address={address}
          quiet
          columns={columnsOf(visit, seminar.timeZone, list.rows.some(changedSince) || asked.sort.key === 'since')}
          sorting={asked.sort}
          filters={anybody ? filtersOf(visit, asked) : []}
          paging={{ page: asked.page, pages: Math.ceil(list.total / size), size, total: list.total }}
          empty={anybody ? { title: m.nobodyTitle, text: m.nobody } : { title: m.noneTitle, text: m.none }}
        />
      </div>,
    ),
  )
}

type HeadProps = {
  visit: Visit
  counts: Awaited<ReturnType<typeof countRegistrations>>
  places: { capacity: number; taken: number } | null
  address: string
}

function Head({ visit, counts, places, address }: HeadProps) {
  const { locale } = visit
  const m = registration[locale].desk
  const count = (state: RegistrationState, region?: RegionCode) =>
    counts
      .filter(row => row.state === state && (region === undefined || row.region === region))
      .reduce((sum, row) => sum + row.count, 0)
  const confirmed = count('confirmed')
  const shares = regions.map(region => ({ region: nameOfRegion[region], count: count('confirmed', region) }))
  const figures = [
    {
      label: m.confirmed,
      value: number(locale, confirmed),
      href: `${address}?state=confirmed`,
      ...(places ? { of: number(locale, places.capacity) } : {}),
    },
    {
      label: m.waiting,
      value: number(locale, count('waiting')),
      href: `${address}?state=waiting`,
      explain: m.waitingExplain,
    },
    places
      ? {
          label: m.free,
          value: number(locale, Math.max(0, places.capacity - places.taken)),
          explain: m.freeExplain(places.capacity),
        }
      : { label: m.free, value: m.noLimit },
    {
      label: m.byRegion,
      explain: m.holding,
      below: <Shares t={parts[locale]} locale={locale} shares={shares} />,
    },
  ]
  return <Figures figures={figures} />
}

// Most are confirmed as they come: the date of a state is worth a column only where it is another one.
const changedSince = (row: ListedRow) => row.since.since(row.requestedAt).total('minutes') >= 1

function columnsOf(visit: Visit, zone: string, withSince: boolean): Column<ListedRow>[] {
  const { locale } = visit
  const m = registration[locale]
  const t = parts[locale]
  return [
    {
      key: 'person',
      heading: m.desk.person,
      sortable: true,
      cell: row => (
        <>
          <span dir="auto">{row.name ?? m.desk.erased}</span>
          {row.email ? <div class="small">{row.email}</div> : null}
        </>
      ),
    },
    {
      key: 'organisation',
      heading: m.desk.organisation,
      sortable: true,
      cell: row => (
        <>
          <span dir="auto">{row.organisation}</span>
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

function filtersOf(visit: Visit, asked: ListAsked): Filter[] {
  const { locale } = visit
  const m = registration[locale]
  const all = { value: '', label: m.desk.all }
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
  ]
}

/** What the address asks for; what it does not know, it passes over. Newest first when nothing is said. */
function readAsked(query: URLSearchParams): ListAsked {
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find(value => value === query.get(name)) ?? null
  const sort = query.get('sort') ?? ''
  const key = sortKeys.find(known => known === sort.replace(/^-/, ''))
  const page = Number(query.get('page') ?? 1)
  return {
    state: one('state', states),
    category: one('category', categories),
    region: one('region', regions),
    text: (query.get('text') ?? '').replaceAll('\0', '').trim().slice(0, 200),
    sort: key ? { key, descending: sort.startsWith('-') } : { key: 'requested', descending: true },
    page: Number.isSafeInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
    size,
  }
}
