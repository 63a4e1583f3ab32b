import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { RegistrationCategory, RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { Region } from '#ground/people/rules/region.ts'
import { isUndelivered, lastMailFailed } from './undelivered.ts'

export const sortKeys = [
  'person',
  'organisation',
  'country',
  'category',
  'state',
  'priority',
  'requested',
  'since',
] as const
export type SortKey = (typeof sortKeys)[number]

/** Who is looked for among the registrations of a seminar. */
export type Wanted = {
  state: RegistrationState | null
  category: RegistrationCategory | null
  region: Region | null
  /** ISO 3166-1 alpha-2. */
  country: string | null
  /** Of our mails. */
  language: Locale | null
  /** Only those whose last mail could not be delivered. */
  undelivered: boolean
  /** The key that a limit per organisation counts: everybody of one organisation. */
  organisation: string
  /** Key of a quota: everybody whom it counts. */
  quota: string
  /** Ids: everybody who came with an invitation, or on a list of guests. */
  invitation: string | null
  guestList: string | null
  /** Only those to whom a priority other than the usual one was given. */
  prioritised: boolean
  /** Only those who said that they need something. */
  withNeeds: boolean
  /** Part of a name, an address or an organisation; accents and capitals do not matter. */
  text: string
}

export type ListAsked = Wanted & {
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
  priority: number
  undelivered: boolean
}

type Sql = RawBuilder<unknown>
const folded = (words: Sql) => sql<string>`lower(unaccent(${words}))`

/**
 * One page of the registrations of a seminar, and how many there are. One query, which walks through the registrations
 * once: persons and mails are read for the rows of the page only, unless what is asked for is a name.
 */
export async function listRegistrations(
  tx: Tx,
  seminarId: string,
  asked: ListAsked,
): Promise<{ rows: ListedRow[]; total: number }> {
  const direction = asked.sort.descending ? sql`desc` : sql`asc`
  const { rows } = await sql<ListedRow & { total: number }>`
    with matching as materialized (${matching(seminarId, asked)}), chosen as materialized (
      select id, person_id, row_number() over () as place from (
        select id, person_id from matching order by key ${direction}, id
        limit ${asked.size} offset ${(asked.page - 1) * asked.size}) as page
    )
    select ${listedColumns}, (select count(*)::int from matching) as total
    from chosen c join perenne.registration r on r.id = c.id join perenne.person p on p.id = c.person_id
    order by c.place`.execute(tx)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** The ids of everybody of a list, on all its pages, in its order. */
export async function listedIds(tx: Tx, seminarId: string, asked: Pick<ListAsked, 'sort'> & Wanted): Promise<string[]> {
  const direction = asked.sort.descending ? sql`desc` : sql`asc`
  const { rows } = await sql<{ id: string }>`
    select id from (${matching(seminarId, asked)}) as matching order by key ${direction}, id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Some registrations of a seminar as its list shows them, in the order of their ids; those of another are left out. */
export async function listedRows(tx: Tx, seminarId: string, ids: readonly string[]): Promise<ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select ${listedColumns}
    from unnest(${[...ids]}::uuid[]) with ordinality as c(id, place)
    join perenne.registration r on r.id = c.id join perenne.person p on p.id = r.person_id
    where r.seminar_id = ${seminarId} order by c.place`.execute(tx)
  return rows
}

const listedColumns = sql`r.id, r.category, r.organisation_name as organisation, r.country, r.region, r.state, r.priority,
  r.requested_at as "requestedAt", r.state_since as "since", p.email,
  nullif(concat_ws(' ', p.given_name, p.family_name), '') as name, ${lastMailFailed} as undelivered`

/** Who fits, each with the key that the list is sorted by. */
function matching(seminarId: string, asked: Pick<ListAsked, 'sort'> & Wanted): Sql {
  const from = among(asked.text !== '' || asked.sort.key === 'person')
  const orders = {
    // Without accents: whatever the database's collation, Álvarez stands among the A.
    person: folded(sql`concat_ws(' ', p.family_name, p.given_name)`),
    organisation: folded(sql`r.organisation_name`),
    country: sql`r.country`,
    category: sql`r.category`,
    // Several keys in one: whoever sorts by state finds each state in the order of arrival.
    state: sql`row(array_position(${[...stateOrder]}::text[], r.state), r.line)`,
    priority: sql`row(r.priority, -r.line)`,
    requested: sql`r.line`,
    since: sql`r.state_since`,
  } satisfies Record<SortKey, Sql>
  return sql`select r.id, r.person_id, ${orders[asked.sort.key]} as key
    from ${from} where ${sql.join(conditionsOf(seminarId, asked), sql` and `)}`
}

// A person is looked for only where a name is asked for: their visibility costs more than the registration itself.
const among = (named: boolean) =>
  named ? sql`perenne.registration r join perenne.person p on p.id = r.person_id` : sql`perenne.registration r`

export type ToDecide = {
  /** Everybody who fits, whatever their state. */
  matching: number
  /** Of these, those whose state allows it. */
  possible: number
  /** The last place in the line that was given when they were counted: whoever comes later is not among them. */
  upTo: number
  /** The first of those who are possible: those without a place before those with one, each in the order of the line. */
  people: { id: string; state: RegistrationState }[]
}

/**
 * Whom a decision about everybody of a list concerns. One query.
 *
 * @param states in which it can be taken
 * @param upTo as it was told when they were counted; null to count
 * @param most people at most
 */
export async function matchingToDecide(
  tx: Tx,
  seminarId: string,
  wanted: Wanted,
  states: readonly RegistrationState[],
  { upTo, most }: { upTo: number | null; most: number },
): Promise<ToDecide> {
  const conditions = conditionsOf(seminarId, wanted)
  if (upTo !== null) conditions.push(sql`r.line <= ${upTo}`)
  const { rows } = await sql<Omit<ToDecide, 'people'> & { people: ToDecide['people'] | null }>`
    with matching as materialized (
      select r.id, r.state, r.priority, r.line from ${among(wanted.text !== '')}
      where ${sql.join(conditions, sql` and `)}
    ), possible as (
      select *, state in ('offered', 'confirmed') as holds from matching where state = any (${[...states]}::text[])
    ), first as (select * from possible order by holds, priority desc, line limit ${most})
    select (select count(*)::int from matching) as matching, (select count(*)::int from possible) as possible,
      (select coalesce(max(line), 0) from matching) as "upTo",
      (select jsonb_agg(jsonb_build_object('id', id, 'state', state) order by holds, priority desc, line) from first) as people`.execute(
    tx,
  )
  const [row] = rows
  return row ? { ...row, people: row.people ?? [] } : { matching: 0, possible: 0, upTo: 0, people: [] }
}

/** What the list can be narrowed to besides what the registrations themselves say: invitations, and lists of guests. */
export async function listChoices(tx: Tx, seminarId: string): Promise<ListChoice[]> {
  const { rows } = await sql<ListChoice>`
    select 'invitation' as kind, id, label from perenne.invitation where seminar_id = ${seminarId}
    union all
    select 'list', id, file_name from perenne.guest_list where seminar_id = ${seminarId} and imported_at is not null
    order by kind, label, id`.execute(tx)
  return rows
}
export type ListChoice = { kind: 'invitation' | 'list'; id: string; label: string }

/** The conditions that a registration `r`, and where words are looked for its person `p`, must fulfil. */
function conditionsOf(seminarId: string, asked: Wanted): RawBuilder<SqlBool>[] {
  const is: RawBuilder<SqlBool>[] = [sql`r.seminar_id = ${seminarId}`]
  if (asked.state) is.push(sql`r.state = ${asked.state}`)
  if (asked.category) is.push(sql`r.category = ${asked.category}`)
  if (asked.region) is.push(sql`r.region = ${asked.region}`)
  if (asked.country) is.push(sql`r.country = ${asked.country}`)
  if (asked.language) is.push(sql`r.language = ${asked.language}`)
  if (asked.organisation !== '') is.push(sql`r.organisation_key = ${asked.organisation}`)
  if (asked.invitation) is.push(sql`r.invitation_id = ${asked.invitation}`)
  if (asked.guestList) is.push(sql`r.guest_list_id = ${asked.guestList}`)
  if (asked.prioritised) is.push(sql`r.priority <> 0`)
  if (asked.withNeeds) is.push(withNeeds(seminarId))
  if (asked.undelivered) is.push(isUndelivered(seminarId))
  if (asked.quota !== '') is.push(countedBy(seminarId, asked.quota))
  if (asked.text !== '') {
    const names = folded(sql`concat_ws(' ', p.given_name, p.family_name, p.email, r.organisation_name)`)
    is.push(sql`strpos(${names}, ${folded(sql`${asked.text}::text`)}) > 0`)
  }
  return is
}

/** Whether a quota counts a registration `r` (rules/places.ts `counts`); one that is not there counts nobody. */
function countedBy(seminarId: string, key: string): RawBuilder<SqlBool> {
  // Asked once for the whole list, not for each of its people.
  const of = (column: Sql) =>
    sql`(select ${column} from perenne.quota q where q.seminar_id = ${seminarId} and q.key = ${key})`
  return sql`(${of(sql`q.id`)} is not null
    and (${of(sql`q.categories`)} is null or r.category = any (${of(sql`q.categories`)}::text[]))
    and (${of(sql`q.regions`)} is null or r.region = any (${of(sql`q.regions`)}::text[]))
    and (${of(sql`q.territory_id`)} is null or r.territory_id = ${of(sql`q.territory_id`)}))`
}

// Gathered once: a look at each one's needs would be one more search for each registration.
const withNeeds = (seminarId: string) => sql<boolean>`r.id in (
  select n.registration_id from perenne.registration_need n join perenne.registration o on o.id = n.registration_id
  where o.seminar_id = ${seminarId} and (n.accessibility <> '{}' or n.diet <> '{}' or n.note <> ''))`

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
