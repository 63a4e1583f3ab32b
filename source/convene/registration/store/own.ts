import type { Tx } from '#ground/database/actor.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'

/** One registration with its person, as its own link, its mail or its organisers see it; null when they do not. */
export async function readRegistration(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('registration as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['r.id', 'r.seminar_id as seminarId', 'r.category', 'r.organisation_name as organisation', 'r.country'])
    .select(['r.region', 'r.language', 'r.state', 'r.line', 'r.requested_at as requestedAt'])
    .select(['r.state_since as stateSince', 'p.given_name', 'p.family_name', 'p.email'])
    .where('r.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { given_name, family_name, ...rest } = row
  return { ...rest, name: [given_name, family_name].filter(Boolean).join(' ') }
}
export type OwnRegistration = NonNullable<Awaited<ReturnType<typeof readRegistration>>>

export type GivenConsent = { given: boolean; text: MultilingualText | undefined }

/** What a person agreed to, in the words they agreed to. */
export async function consentsGiven(tx: Tx, registrationId: string): Promise<GivenConsent[]> {
  const rows = await tx
    .selectFrom('registration_consent as g')
    .innerJoin('consent as c', 'c.id', 'g.consent_id')
    .select(['g.given', 'c.id'])
    .where('g.registration_id', '=', registrationId)
    .orderBy('c.position')
    .execute()
  const texts = await textsOf(
    tx,
    rows.map(row => row.id),
  )
  return rows.map(row => ({ given: row.given, text: texts.get(row.id)?.text }))
}
