import { type SqlBool, sql } from 'kysely'
import type { RegistrationCategory, RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import { textsOf } from '#ground/languages/texts.ts'
import type { Region } from '#ground/people/rules/region.ts'
import { overall } from './places.ts'

/** The seminars of some spaces, the latest first, with their places. Two queries, whatever their number. */
export async function seminarsOfSpaces(tx: Tx, spaces: readonly string[]) {
  const rows = await tx
    .selectFrom('seminar as s')
    .innerJoin('space', 'space.id', 's.id')
    .leftJoin('quota as q', join => join.onRef('q.seminar_id', '=', 's.id').on('q.key', '=', overall))
    .select(['s.id', 'space.slug', 's.held_on as heldOn', 'q.capacity', 'q.taken'])
    .select(eb =>
      eb
        .selectFrom('registration as r')
        .select(sql<number>`count(*)`.as('count'))
        .whereRef('r.seminar_id', '=', 's.id')
        .where('r.state', '=', 'waiting')
        .as('waiting'),
    )
    .where(sql<SqlBool>`s.id = any (${[...spaces]}::uuid[])`)
    .orderBy('s.held_on', 'desc')
    .orderBy('space.slug')
    .execute()
  const texts = await textsOf(
    tx,
    rows.map(row => row.id),
  )
  return rows.map(row => ({ ...row, waiting: row.waiting ?? 0, title: texts.get(row.id)?.title }))
}
export type DeskSeminar = Awaited<ReturnType<typeof seminarsOfSpaces>>[number]

/** Registrations by state and region: one read for every figure at the head of the list. */
export function countRegistrations(tx: Tx, seminarId: string) {
  return tx
    .selectFrom('registration')
    .select(['state', 'region', sql<number>`count(*)`.as('count')])
    .where('seminar_id', '=', seminarId)
    .groupBy(['state', 'region'])
    .execute()
}

export const sortKeys = ['person', 'organisation', 'country', 'category', 'state', 'requested', 'since'] as const
export type SortKey = (typeof sortKeys)[number]

export type ListAsked = {
  state: RegistrationState | null
  category: RegistrationCategory | null
  region: Region | null
  /** Part of a name, an address or an organisation. */
  text: string
  sort: { key: SortKey; descending: boolean }
  page: number
  size: number
}

/** One page of the registrations of a seminar, and how many there are. One query. */
export async function listRegistrations(tx: Tx, seminarId: string, asked: ListAsked) {
  const folded = (words: ReturnType<typeof sql>) => sql<string>`lower(unaccent(${words}))`
  const orders = {
    // Without accents: whatever the database's collation, Álvarez stands among the A.
    person: folded(sql`concat_ws(' ', p.family_name, p.given_name)`),
    organisation: folded(sql`r.organisation_name`),
    country: sql`r.country`,
    category: sql`r.category`,
    state: sql`array_position(${[...stateOrder]}::text[], r.state), r.line`,
    requested: sql`r.line`,
    since: sql`r.state_since`,
  } satisfies Record<SortKey, unknown>
  const names = sql`concat_ws(' ', p.given_name, p.family_name, p.email, r.organisation_name)`
  const { rows } = await sql<ListedRow & { total: number }>`
    select r.id, r.category, r.organisation_name as organisation, r.country, r.region, r.state,
           r.requested_at as "requestedAt", r.state_since as "since", p.email,
           nullif(concat_ws(' ', p.given_name, p.family_name), '') as name, count(*) over () as total
    from registration r join person p on p.id = r.person_id
    where r.seminar_id = ${seminarId}
      and (${asked.state}::text is null or r.state = ${asked.state})
      and (${asked.category}::text is null or r.category = ${asked.category})
      and (${asked.region}::text is null or r.region = ${asked.region})
      and (${asked.text} = '' or strpos(${folded(names)}, ${folded(sql`${asked.text}::text`)}) > 0)
    order by ${directed(orders[asked.sort.key], asked.sort.descending)}, r.id
    limit ${asked.size} offset ${(asked.page - 1) * asked.size}`.execute(tx)
  return { rows: rows as ListedRow[], total: rows[0]?.total ?? 0 }
}

export type ListedRow = {
  id: string
  /** Null once the person is erased. */
  name: string | null
  email: string | null
  category: RegistrationCategory
  organisation: string
  country: string
  region: Region
  state: RegistrationState
  requestedAt: Temporal.Instant
  since: Temporal.Instant
}

const stateOrder: readonly RegistrationState[] = [
  'requested',
  'confirmed',
  'offered',
  'waiting',
  'refused',
  'cancelled',
  'expired',
]

// One direction for the whole row of keys: `(a, b) desc` sorts by a, then by b, both descending.
const directed = (keys: ReturnType<typeof sql>, descending: boolean) =>
  descending ? sql`row(${keys}) desc` : sql`row(${keys})`
