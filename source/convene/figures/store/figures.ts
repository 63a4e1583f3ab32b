import { sql } from 'kysely'
import { isAlive } from '#convene/registration/rules/states.ts'
import { countRegistrations } from '#convene/registration/store/desk-list.ts'
import { placesAndLine } from '#convene/registration/store/desk-places.ts'
import type { RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'

/** A value that registrations have, with those that live and those of them that are confirmed. */
export type Counted = { value: string; living: number; confirmed: number }

/** Organisations that are told. */
const mostOrganisations = 20

/**
 * Everything that the page of figures tells of a seminar: numbers, and names of organisations. Places, the line, states,
 * regions and countries are counted by the same queries as on the seminar's own page and above the list, so that no two
 * pages tell another number. A fixed number of queries.
 *
 * The actor must see the people of the seminar, or be a job.
 */
export async function figuresOf(tx: Tx, seminar: { id: string; timeZone: string }) {
  const places = await placesAndLine(tx, seminar.id)
  const counts = await countRegistrations(tx, seminar.id)
  const { rows: kinds } = await sql<Counted & { what: 'category' | 'language' | 'understood' }>`
    with living as materialized (
      select category, language, languages, state from perenne.registration
      where seminar_id = ${seminar.id} and state = any (${living}::text[])
    )
    select 'category' as what, category as value, ${people} from living group by category
    union all select 'language', language, ${people} from living group by language
    union all select 'understood', spoken, ${people} from living, unnest(languages) as spoken group by spoken
    order by what, living desc, value`.execute(tx)
  const { rows: days } = await sql<{ day: string; people: number }>`
    select ((requested_at at time zone ${seminar.timeZone})::date)::text as day, count(*)::int as people
    from perenne.registration where seminar_id = ${seminar.id} group by 1 order by 1`.execute(tx)
  const { rows: organisations } = await sql<Counted>`
    select min(organisation_name) as value, ${people} from perenne.registration
    where seminar_id = ${seminar.id} and organisation_key <> '' and state = any (${living}::text[])
    group by organisation_key order by living desc, value limit ${mostOrganisations}`.execute(tx)
  const of = (what: (typeof kinds)[number]['what']) => kinds.filter(row => row.what === what)
  const sum = (of: (row: (typeof counts)[number]) => string): Counted[] => {
    const found = new Map<string, Counted>()
    for (const row of counts) {
      if (!isAlive(row.state)) continue
      const one = found.get(of(row)) ?? { value: of(row), living: 0, confirmed: 0 }
      one.living += row.count
      if (row.state === 'confirmed') one.confirmed += row.count
      found.set(one.value, one)
    }
    return [...found.values()].sort((one, other) => other.living - one.living || (one.value < other.value ? -1 : 1))
  }
  const states = new Map<RegistrationState, number>()
  for (const { state, count } of counts) states.set(state, (states.get(state) ?? 0) + count)
  return {
    ...places,
    states,
    regions: sum(({ region }) => region),
    countries: sum(({ country }) => country),
    categories: of('category'),
    languages: of('language'),
    understood: of('understood'),
    organisations,
    days: days.map(({ day, people }) => ({ day: Temporal.PlainDate.from(day), people })),
  }
}
export type Figures = Awaited<ReturnType<typeof figuresOf>>

const living: RegistrationState[] = ['requested', 'waiting', 'offered', 'confirmed']
const people = sql`count(*)::int as living, (count(*) filter (where state = 'confirmed'))::int as confirmed`
