import { deskListWords } from '#convene/messages/desk-list.ts'
import { deskPeople } from '#convene/messages/desk-people.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import { countryName, shortMoment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { Region as RegionCode } from '#ground/people/rules/region.ts'
import type { Column } from '#ground/web/parts/table.tsx'
import { Region, type RegionName, State } from '#ground/web/parts/text.tsx'
import { isAlive } from '../../rules/states.ts'
import type { ListAsked, ListedRow } from '../../store/desk-list.ts'
import { kindOfState } from '../me.tsx'

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
      cell: row => (
        <>
          <State kind={kindOfState[row.state]}>{m.states[row.state]}</State>
          {/* Most have none: a column of noughts would say nothing. */}
          {row.priority === 0 ? null : <div class="small">{deskListWords[locale].priorityIs(row.priority)}</div>}
        </>
      ),
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
