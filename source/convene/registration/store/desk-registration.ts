import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { applicantColumns } from './hall.ts'
import { consentsGiven, readOwn } from './own.ts'

/**
 * Everything of one registration as its organisers see it; null when it is none of this seminar, or not theirs to see.
 * Of an erased person only what statistics count is left, and `own` is null.
 */
export async function readDeskRegistration(tx: Tx, seminarId: string, id: string) {
  const row = await tx
    .selectFrom('registration as r')
    .select([...applicantColumns, 'r.id', 'r.person_id as personId', 'r.state', 'r.priority', 'r.line', 'r.origin'])
    .select(['r.requested_at as requestedAt', 'r.state_since as since', 'r.country', 'r.version'])
    .select(['r.offered_until as offeredUntil', 'r.handed_on_to as handedOnTo', 'r.delegation_id as delegationId'])
    .where('r.id', '=', id)
    .where('r.seminar_id', '=', seminarId)
    .executeTakeFirst()
  if (!row) return null
  const events = await eventsOf(tx, id)
  return {
    ...row,
    own: await readOwn(tx, id),
    consents: await consentsGiven(tx, id),
    mails: await mailsOf(tx, seminarId, row),
    events,
    connected: await connectedWith(tx, row),
    territories: await namesOfTerritories(tx, [row.territoryId, ...events.flatMap(territoriesIn)]),
  }
}
export type DeskRegistration = NonNullable<Awaited<ReturnType<typeof readDeskRegistration>>>

/** What happened to its place, in order, with who did it when that is a person whom the reader may see. */
async function eventsOf(tx: Tx, id: string) {
  return tx
    .selectFrom('place_event as e')
    .leftJoin('person as p', join => join.on('e.actor_kind', '=', 'person').on(sql<boolean>`p.id::text = e.actor_id`))
    .select(['e.number', 'e.at', 'e.kind', 'e.from_state as from', 'e.to_state as to', 'e.detail'])
    .select(['e.actor_kind as actorKind', 'e.actor_id as actorId'])
    .select(sql<string | null>`nullif(concat_ws(' ', p.given_name, p.family_name), '')`.as('who'))
    .where('e.registration_id', '=', id)
    .orderBy('e.number')
    .execute()
}
export type PlaceEvent = Awaited<ReturnType<typeof eventsOf>>[number]

/** What was written to the person, and messages that went to somebody else of the same address for both. */
function mailsOf(tx: Tx, seminarId: string, { id, personId }: { id: string; personId: string }) {
  return tx
    .selectFrom('mail')
    .select(['id', 'template', 'state', 'created_at as writtenAt', 'sent_at as sentAt', 'last_error as lastError'])
    .select(['bounced_at as bouncedAt', 'delayed_at as delayedAt', 'bounce'])
    .where('space_id', '=', seminarId)
    .where(
      sql<boolean>`(person_id = ${personId} or id in (
        select mail_id from perenne.mailing_recipient where registration_id = ${id}))`,
    )
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
}

/** Those registered in the same sending, and those whom the place was handed on to or came from. */
async function connectedWith(tx: Tx, row: { id: string; delegationId: string | null; handedOnTo: string | null }) {
  return tx
    .selectFrom('registration as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['r.id', 'r.state'])
    .select(sql<string | null>`nullif(concat_ws(' ', p.given_name, p.family_name), '')`.as('name'))
    .select(
      sql<'to' | 'from' | 'delegation'>`case when r.id = ${row.handedOnTo}::uuid then 'to'
        when r.handed_on_to = ${row.id}::uuid then 'from' else 'delegation' end`.as('how'),
    )
    .where(({ eb, or }) =>
      or([
        eb('r.handed_on_to', '=', row.id),
        ...(row.handedOnTo === null ? [] : [eb('r.id', '=', row.handedOnTo)]),
        ...(row.delegationId === null
          ? []
          : [eb.and([eb('r.delegation_id', '=', row.delegationId), eb('r.id', '<>', row.id)])]),
      ]),
    )
    .orderBy('r.line')
    .execute()
}

const territoriesIn = ({ detail }: PlaceEvent): (string | null)[] => {
  const change = detail?.territory
  return Array.isArray(change) ? change.map(id => (typeof id === 'string' ? id : null)) : []
}

async function namesOfTerritories(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<Map<string, MultilingualText | undefined>> {
  const wanted = [...new Set(ids.filter(id => id !== null))]
  const texts = await textsOf(tx, wanted)
  return new Map(wanted.map(id => [id, texts.get(id)?.name]))
}
