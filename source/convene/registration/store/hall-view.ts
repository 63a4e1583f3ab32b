import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import type { Places } from '../rules/places.ts'
import '#convene/store/tables.ts'

/**
 * The places of a seminar as they stand, for a page: read without passing the gate, so that nobody who only looks ever
 * keeps others waiting. Nothing may be given by it; that is what `openHall` is for.
 *
 * The actor must see the people of the seminar, or be a job: the counters of invitations and organisations are theirs.
 */
export async function viewPlaces(tx: Tx, seminarId: string): Promise<Places> {
  const admission = await tx
    .selectFrom('admission')
    .select('per_organisation')
    .where('seminar_id', '=', seminarId)
    .executeTakeFirst()
  return readPlaces(tx, seminarId, admission?.per_organisation ?? null)
}

/**
 * Every counter of a seminar. Whether anything may be given by it depends on the gate: see `viewPlaces` and `openHall`.
 *
 * @param perOrganisation how many of one organisation may come, from the admission that the caller has read
 */
export async function readPlaces(tx: Tx, seminarId: string, perOrganisation: number | null): Promise<Places> {
  const quotas = await readQuotas(tx, seminarId)
  const invitations = await tx
    .selectFrom('invitation')
    .select(['id', 'places', 'taken'])
    .select(sql<boolean>`reserved and released_at is null and ended_at is null`.as('reserved'))
    .where('seminar_id', '=', seminarId)
    .execute()
  const organisations =
    perOrganisation === null
      ? []
      : await tx
          .selectFrom('organisation_places')
          .select(['organisation_key', 'taken'])
          .where('seminar_id', '=', seminarId)
          .where('taken', '>', 0)
          .execute()
  return {
    quotas,
    perOrganisation,
    organisations: new Map(organisations.map(row => [row.organisation_key, row.taken])),
    invitations: new Map(invitations.map(row => [row.id, row])),
  }
}

/** The quotas of a seminar with their counters, in their order. Whoever may see the seminar may see them. */
export function readQuotas(tx: Tx, seminarId: string) {
  return tx
    .selectFrom('quota')
    .select(['id', 'key', 'capacity', 'taken', 'held', 'categories', 'regions', 'territory_id as territoryId'])
    .where('seminar_id', '=', seminarId)
    .orderBy('position')
    .orderBy('key')
    .execute()
}

/** The quotas of a seminar with their counters, and their names by key as `quotaNames`. Two queries. */
export async function namedQuotas(tx: Tx, seminarId: string) {
  const quotas = await readQuotas(tx, seminarId)
  const texts = await textsOf(
    tx,
    quotas.map(({ id }) => id),
  )
  return { quotas, names: new Map(quotas.map(({ id, key }) => [key, texts.get(id)?.name])) }
}

/** The names of a seminar's quotas by their key; `overall` has none, its name is in the messages. */
export async function quotaNames(tx: Tx, seminarId: string): Promise<Map<string, MultilingualText | undefined>> {
  const rows = await tx.selectFrom('quota').select(['id', 'key']).where('seminar_id', '=', seminarId).execute()
  const texts = await textsOf(
    tx,
    rows.map(row => row.id),
  )
  return new Map(rows.map(row => [row.key, texts.get(row.id)?.name]))
}
