import type { Visit } from '../../house.ts'
import { date, shortMoment } from '../../languages/format.ts'
import { parts } from '../../languages/messages/parts.ts'
import { accessWords } from '../../languages/messages/people-access.ts'
import { type Column, DataTable, type DataTableProps } from '../../web/parts/table.tsx'
import { lastDay } from '../rules/last-day.ts'
import { pathOfSpace } from '../rules/space-path.ts'
import { fullName } from '../store/persons.ts'
import type { ListedRight } from '../store/rights.ts'
import type { NamedSpace } from '../store/spaces.ts'

/** Rights as a list: who, what, for what, from when to when, from whom and why. */
export function RightsTable(
  props: {
    visit: Visit
    rights: readonly ListedRight[]
    spaces: readonly NamedSpace[]
    /** On one's own page the person is not said. */
    own?: boolean
    /** Whether this right can be ended by who looks. */
    mayEnd?: (right: ListedRight) => boolean
  } & Pick<DataTableProps<ListedRight>, 'address' | 'empty' | 'filters' | 'paging'>,
) {
  const { visit, spaces } = props
  const { locale } = visit
  const words = accessWords[locale]
  const space = (right: ListedRight) => {
    const found = spaces.find(one => one.id === right.space_id)
    const path = found && pathOfSpace(locale, found)
    // On one's own page it leads there.
    return props.own && path ? <a href={path}>{found.name}</a> : (found?.name ?? '–')
  }
  const until = (right: ListedRight) => {
    if (!right.ends_at) return words.open
    return right.ended ? shortMoment(locale, right.ends_at, 'UTC') : date(locale, lastDay(right.ends_at))
  }
  const columns: Column<ListedRight>[] = [
    ...(props.own
      ? []
      : [
          {
            key: 'person',
            heading: words.person,
            cell: (right: ListedRight) => (
              <span dir="auto">
                {fullName(right) || words.nameless}
                {right.email ? <span class="small"> {right.email}</span> : null}
              </span>
            ),
          },
        ]),
    { key: 'role', heading: words.role, cell: right => words.roles[right.role] },
    { key: 'space', heading: words.space, cell: right => <span dir="auto">{space(right)}</span> },
    { key: 'since', heading: words.since, cell: right => shortMoment(locale, right.starts_at, 'UTC') },
    { key: 'until', heading: words.until, cell: until },
    { key: 'by', heading: words.by, cell: right => <span dir="auto">{giver(right, words)}</span> },
    { key: 'reason', heading: words.reason, cell: right => <span dir="auto">{right.reason}</span> },
  ]
  if (props.mayEnd) {
    columns.push({
      key: 'end',
      heading: words.end,
      cell: right =>
        !right.ended && props.mayEnd?.(right) ? (
          <a href={`/${locale}/administration/access/${right.id}/end`}>
            {words.end}
            <span class="hidden-text">
              {' '}
              – {words.roles[right.role]}, {fullName(right)}
            </span>
          </a>
        ) : (
          '–'
        ),
    })
  }
  return (
    <DataTable
      t={parts[locale]}
      caption={words.caption}
      quiet
      columns={columns}
      rows={props.rights}
      address={props.address}
      empty={props.empty}
      filters={props.filters ?? []}
      paging={props.paging}
    />
  )
}

function giver(right: ListedRight, words: (typeof accessWords)['en']): string {
  if (right.given_by === null) return words.byInstallation
  return (
    fullName({ given_name: right.giver_given_name, family_name: right.giver_family_name }) || words.byAdministration
  )
}
