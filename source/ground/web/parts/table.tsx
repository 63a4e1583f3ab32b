import type { Child } from 'hono/jsx'
import type { PartsMessages } from '#ground/languages/messages/parts.en.ts'
import { Button } from './buttons.tsx'
import { EmptyPage } from './notices.tsx'

export type Column<Row> = {
  /** Named in `?sort=key` and, from the last to the first, `?sort=-key`. */
  key: string
  heading: string
  cell: (row: Row) => Child
  sortable?: boolean
  /** Numbers end at the same edge; a moment stays on one line where there is room. */
  kind?: 'text' | 'number' | 'moment'
}

export type Filter = {
  name: string
  label: string
  value: string
  /** A list to choose from (its first answer stands for all), or, without it, a line to type in. */
  choices?: readonly { value: string; label: string }[]
  /** What is typed, where nothing is chosen from: words when not said. */
  kind?: 'words' | 'date'
  /** No question of the list itself, such as the day that is read: it stays when the others are cleared. */
  kept?: true
}

export type Sorting = { key: string; descending: boolean }
export type Paging = { page: number; pages: number; size: number; total: number }

export type DataTableProps<Row> = {
  t: PartsMessages
  caption: string
  /** The heading above the table says the same: the caption is then for those who hear it. */
  quiet?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Where a row leads: a link in its first cell, which names the row. */
  rowLink?: (row: Row) => string
  /** The address of the list, without its question mark. */
  address: string
  sorting?: Sorting | undefined
  paging?: Paging | undefined
  filters?: readonly Filter[]
  /** Shown when there are no rows: what that means and what to do next. */
  empty: { title: string; text: string; action?: { href: string; label: string } }
}

/** A list that sorts, filters and pages by links and a GET form; on a telephone each row becomes a labelled entry. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { t, rows, sorting, paging, filters = [] } = props
  const narrowed = filters.some(filter => filter.value !== '' && !filter.kept)
  const sortable = props.columns.filter(column => column.sortable)
  const to = linkMaker(props)
  return (
    <div class="table">
      {filters.length > 0 ? (
        <form class="filters" method="get" action={props.address} aria-label={t.table.filters}>
          {filters.map(filter => (
            <FilterField filter={filter} />
          ))}
          {sortable.length > 0 ? <SortField t={t} columns={sortable} sorting={sorting} /> : null}
          <div class="buttons">
            <Button kind="secondary">{t.table.apply}</Button>
            {narrowed ? <a href={cleared(props)}>{t.table.clear}</a> : null}
          </div>
        </form>
      ) : null}
      {rows.length === 0 ? (
        <EmptyPage {...props.empty} />
      ) : (
        <table>
          <caption>
            {props.quiet ? <span class="hidden-text">{props.caption}</span> : props.caption}
            {paging ? <Range t={t} paging={paging} shown={rows.length} /> : null}
          </caption>
          <thead>
            <tr>
              {props.columns.map(column => (
                <Heading column={column} sorting={sorting} href={to} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr>
                {props.columns.map((column, index) =>
                  index === 0 ? (
                    <th scope="row">
                      {props.rowLink ? <a href={props.rowLink(row)}>{column.cell(row)}</a> : column.cell(row)}
                    </th>
                  ) : (
                    <td data-label={column.heading} class={classOf(column)}>
                      <div>{column.cell(row)}</div>
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {paging && paging.pages > 1 ? <Pages t={t} paging={paging} href={to} /> : null}
    </div>
  )
}

type Target = { sort?: string; page?: number }

/** Addresses of the same list, sorted otherwise or on another page, with its filters. */
function linkMaker<Row>({
  address,
  sorting,
  filters = [],
}: Pick<DataTableProps<Row>, 'address' | 'sorting' | 'filters'>) {
  return (target: Target) => {
    const query = new URLSearchParams()
    for (const filter of filters) if (filter.value !== '') query.set(filter.name, filter.value)
    const sort = target.sort ?? (sorting ? wordOf(sorting) : '')
    if (sort !== '') query.set('sort', sort)
    if (target.page && target.page > 1) query.set('page', String(target.page))
    const text = query.toString()
    return text === '' ? address : `${address}?${text}`
  }
}

/** The list with nothing asked of it. */
const cleared = <Row,>({ address, filters = [] }: DataTableProps<Row>) =>
  linkMaker({ address, filters: filters.filter(({ kept }) => kept) })({})

const wordOf = (sorting: Sorting) => (sorting.descending ? `-${sorting.key}` : sorting.key)

const classOf = ({ kind }: { kind?: 'text' | 'number' | 'moment' }) => (kind && kind !== 'text' ? kind : undefined)

type HeadingProps<Row> = { column: Column<Row>; sorting: Sorting | undefined; href: (target: Target) => string }

function Heading<Row>({ column, sorting, href }: HeadingProps<Row>) {
  const current = sorting?.key === column.key ? sorting : undefined
  const order = current ? (current.descending ? 'descending' : 'ascending') : undefined
  const next = current && !current.descending ? `-${column.key}` : column.key
  return (
    <th scope="col" aria-sort={order} class={classOf(column)}>
      {column.sortable ? (
        <a href={href({ sort: next })}>
          {column.heading}
          {current ? (
            <span class="arrow" aria-hidden="true">
              {current.descending ? '↓' : '↑'}
            </span>
          ) : null}
        </a>
      ) : (
        column.heading
      )}
    </th>
  )
}

const typeOf = { words: { type: 'search', dir: 'auto' }, date: { type: 'date' } } as const

function FilterField({ filter }: { filter: Filter }) {
  const id = `filter-${filter.name}`
  return (
    <div>
      <label for={id}>{filter.label}</label>
      {filter.choices ? (
        <select id={id} name={filter.name}>
          {filter.choices.map(choice => (
            <option value={choice.value} selected={choice.value === filter.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input id={id} name={filter.name} {...typeOf[filter.kind ?? 'words']} value={filter.value} />
      )}
    </div>
  )
}

type SortFieldProps = {
  t: PartsMessages
  columns: readonly { key: string; heading: string }[]
  sorting: Sorting | undefined
}

/** Sorting where the headings are out of sight; on wide screens it is hidden and keeps the order while filtering. */
function SortField({ t, columns, sorting }: SortFieldProps) {
  const chosen = sorting ? wordOf(sorting) : ''
  return (
    <div class="sorting">
      <label for="filter-sort">{t.table.sortBy}</label>
      <select id="filter-sort" name="sort">
        {sorting ? null : <option value="">{t.form.choose}</option>}
        {columns.flatMap(column =>
          [false, true].map(descending => {
            const value = wordOf({ key: column.key, descending })
            return (
              <option value={value} selected={value === chosen}>
                {t.table.sortedBy(column.heading, descending)}
              </option>
            )
          }),
        )}
      </select>
    </div>
  )
}

function Range({ t, paging, shown }: { t: PartsMessages; paging: Paging; shown: number }) {
  const from = (paging.page - 1) * paging.size + 1
  return <span class="small figure">{t.table.range(from, from + shown - 1, paging.total)}</span>
}

/** First, last, and the pages around the present one; null stands for those left out. */
export function pagesToShow(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter(n => n >= 1 && n <= pages)
  const sorted = [...new Set(wanted)].sort((a, b) => a - b)
  return sorted.flatMap((n, index) => {
    const before = sorted[index - 1]
    return before !== undefined && n - before > 1 ? [null, n] : [n]
  })
}

/** Leads through the pages of a list. */
export function Pages({ t, paging, href }: { t: PartsMessages; paging: Paging; href: (target: Target) => string }) {
  const { page, pages } = paging
  return (
    <nav class="pages" aria-label={t.table.pages}>
      {page > 1 ? (
        <a href={href({ page: page - 1 })} rel="prev">
          {t.table.previous}
        </a>
      ) : null}
      <ul>
        {pagesToShow(page, pages).map(n => (
          <li>
            {n === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a href={href({ page: n })} aria-label={t.table.page(n)} aria-current={n === page ? 'page' : undefined}>
                {n}
              </a>
            )}
          </li>
        ))}
      </ul>
      {page < pages ? (
        <a href={href({ page: page + 1 })} rel="next">
          {t.table.next}
        </a>
      ) : null}
    </nav>
  )
}
