import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type Shown, show } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { standsForAll } from '../../actors/store/standing.ts'
import { type AgreementOn, agreementsOn, nextDeadline } from '../../store/agreements.ts'
import '../../store/tables.ts'
import { type PartyRole, type RelationshipKind, standingOf } from '../rules/standing.ts'
import { type Shown as ShownStanding, signsOfLife } from './signs-of-life.ts'

const isPartner = ({ role }: { role: PartyRole }) => role === 'partner' || role === 'network'

export type RelationshipLine = {
  id: string
  kind: RelationshipKind
  during: string
  visibility: Visibility
  name: Shown | null
  /** Those whom this reader may see, partners and networks first; the roles of the others. */
  partners: { id: string; name: Shown | null; roles: PartyRole[] }[]
  standing: ShownStanding
  /** YYYY-MM-DD; told inside. */
  lastContact: string | null
  /** The agreement with the next deadline. */
  next: AgreementOn | null
}

/**
 * The relationships of a memory that the actor may see, those that live first, by name, as they stand on a day. A fixed
 * number of queries, however many they are.
 *
 * @param inside whether those that go on are told alive, asleep or without a contact
 */
export async function listRelationships(
  tx: Tx,
  space: string,
  locale: Locale,
  day: Temporal.PlainDate,
  inside: boolean,
): Promise<RelationshipLine[]> {
  const rows = await tx
    .selectFrom('relationship')
    .select(['id', 'kind', 'during', 'visibility'])
    .where('space_id', '=', space)
    .execute()
  const parties = await tx
    .selectFrom('relationship_party as p')
    .innerJoin('organisation', 'organisation.id', 'p.organisation_id')
    .select(['p.relationship_id', 'p.organisation_id', 'p.role'])
    .where('p.space_id', '=', space)
    .orderBy(sql`p.role not in ('partner', 'network')`)
    .orderBy('p.id')
    .execute()
  const named = parties.map(party => party.organisation_id)
  const stands = await standsForAll(tx, named)
  const texts = await textsOf(tx, [...rows.map(row => row.id), ...new Set(named.map(stands))])
  const agreements = await agreementsOn(tx, { space }, day)
  const signs = inside ? await signsOfLife(tx, space, day) : null
  // One that is known twice, or has two roles, is told once; who is a partner as well is told as one.
  const partnersIn = (those: typeof parties) => {
    const roles = Map.groupBy(those, party => stands(party.organisation_id))
    return [...roles].map(([id, own]) => ({
      id,
      name: show(texts.get(id)?.name, locale),
      roles: own.some(isPartner) ? [] : [...new Set(own.map(({ role }) => role))],
    }))
  }
  const lines = rows.map(row => ({
    ...row,
    ...(signs?.(row.id, standingOf(row.during, day)) ?? { standing: standingOf(row.during, day), lastContact: null }),
    name: show(texts.get(row.id)?.name, locale),
    partners: partnersIn(parties.filter(party => party.relationship_id === row.id)),
    next: nextDeadline(agreements.filter(agreement => agreement.relationship === row.id)),
  }))
  const order: ShownStanding[] = ['alive', 'unknown', 'sleeping', 'to-come', 'unclear', 'ended']
  return lines.sort(
    (a, b) =>
      order.indexOf(a.standing) - order.indexOf(b.standing) ||
      (a.name?.text ?? '').localeCompare(b.name?.text ?? '', locale) ||
      (a.id < b.id ? -1 : 1),
  )
}
