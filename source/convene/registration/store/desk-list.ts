import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { RegistrationCategory, RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { Region } from '#ground/people/rules/region.ts'
import { lastMailFailed } from './undelivered.ts'

export const sortKeys = ['person', 'organisation', 'country', 'category', 'state', 'requested', 'since'] as const
export type SortKey = (typeof sortKeys)[number]

export type ListAsked = {
  state: RegistrationState | null
  category: RegistrationCategory | null
  region: Region | null
  /** ISO 3166-1 alpha-2. */
  country: string | null
  /** Only those whose last mail could not be delivered. */
  undelivered: boolean
  /** The key that a limit per organisation counts: everybody of one organisation. */
  organisation: string
  /** Part of a name, an address or an organisation. */
  text: string
  sort: { key: SortKey; descending: boolean }
  page: number
  size: number
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
  undelivered: boolean
}

type Sql = RawBuilder<unknown>
const folded = (words: Sql) => sql<string>`lower(unaccent(${words}))`

/**
 * One page of the registrations of a seminar, and how many there are. One query. The page is chosen among the
 * registrations alone, and persons and mails are read for its rows only, unless what is asked for is a name.
 */
export async function listRegistrations(
  tx: Tx,
  seminarId: string,
  asked: ListAsked,
): Promise<{ rows: ListedRow[]; total: number }> {
  const named = asked.text !== '' || asked.sort.key === 'person'
  const from = named
    ? sql`perenne.registration r join perenne.person p on p.id = r.person_id`
    : sql`perenne.registration r`
  const orders = {
    // Without accents: whatever the database's collation, Álvarez stands among the A.
    person: folded(sql`concat_ws(' ', p.family_name, p.given_name)`),
    organisation: folded(sql`r.organisation_name`),
    country: sql`r.country`,
    category: sql`r.category`,
    state: sql`array_position(${[...stateOrder]}::text[], r.state), r.line`,
    requested: sql`r.line`,
    since: sql`r.state_since`,
  } satisfies Record<SortKey, Sql>
  const { rows } = await sql<ListedRow & { total: number }>`
    with chosen as materialized (
      select r.id, r.person_id, count(*) over () as total,
             row_number() over (order by ${directed(orders[asked.sort.key], asked.sort.descending)}, r.id) as place
      from ${from} where ${sql.join(conditionsOf(seminarId, asked), sql` and `)}
      order by place limit ${asked.size} offset ${(asked.page - 1) * asked.size}
    )
    select r.id, r.category, r.organisation_name as organisation, r.country, r.region, r.state,
           r.requested_at as "requestedAt", r.state_since as "since", p.email,
           nullif(concat_ws(' ', p.given_name, p.family_name), '') as name,
           ${lastMailFailed} as undelivered, c.total
    from chosen c join perenne.registration r on r.id = c.id join perenne.person p on p.id = c.person_id
    order by c.place`.execute(tx)
  return { rows, total: rows[0]?.total ?? 0 }
}

function conditionsOf(seminarId: string, asked: ListAsked): RawBuilder<SqlBool>[] {
  const is: RawBuilder<SqlBool>[] = [sql`r.seminar_id = ${seminarId}`]
  if (asked.state) is.push(sql`r.state = ${asked.state}`)
  if (asked.category) is.push(sql`r.category = ${asked.category}`)
  if (asked.region) is.push(sql`r.region = ${asked.region}`)
  if (asked.country) is.push(sql`r.country = ${asked.country}`)
  if (asked.organisation !== '') is.push(sql`r.organisation_key = ${asked.organisation}`)
  if (asked.undelivered) is.push(isUndelivered(seminarId))
  if (asked.text !== '') {
    const names = folded(sql`concat_ws(' ', p.given_name, p.family_name, p.email, r.organisation_name)`)
    is.push(sql`strpos(${names}, ${folded(sql`${asked.text}::text`)}) > 0`)
  }
  return is
}

// Few mails fail: they are looked for first, and only their people are asked whether a later one arrived.
const isUndelivered = (seminarId: string) => sql<SqlBool>`(r.person_id in (
  select f.person_id from perenne.mail f where f.space_id = ${seminarId} and f.state = 'failed') and ${lastMailFailed})`

/** How many people of a seminar could not be reached by our last mail. */
export async function countUndelivered(tx: Tx, seminarId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from perenne.registration r
    where r.seminar_id = ${seminarId} and ${isUndelivered(seminarId)}`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Registrations by state, region and country: one read for every figure at the head of the list. */
export function countRegistrations(tx: Tx, seminarId: string) {
  return tx
    .selectFrom('registration')
    .select(['state', 'region', 'country', sql<number>`count(*)::int`.as('count')])
    .where('seminar_id', '=', seminarId)
    .groupBy(['state', 'region', 'country'])
    .execute()
}

/** Who some registrations of a seminar are, in the order of arrival; those of another seminar are not among them. */
export async function chosenPeople(tx: Tx, seminarId: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom('registration as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['r.id', 'r.state', 'r.organisation_name as organisation', 'r.priority', 'r.language'])
    .select(sql<string | null>`nullif(concat_ws(' ', p.given_name, p.family_name), '')`.as('name'))
    .where('r.seminar_id', '=', seminarId)
    .where('r.id', 'in', [...ids])
    .orderBy('r.line')
    .execute()
}
export type ChosenPerson = Awaited<ReturnType<typeof chosenPeople>>[number]

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
const directed = (keys: Sql, descending: boolean) => (descending ? sql`row(${keys}) desc` : sql`row(${keys})`)
