import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Side } from '../rules/kinds.ts'
import '../../store/tables.ts'

export type ContactFound = { id: string; address: string; organisation: string | null; side: Side }

/** The contacts of a memory who have one of these addresses, in small letters, for whom they work, and on which side. */
export async function contactsByAddress(tx: Tx, space: string, addresses: readonly string[]): Promise<ContactFound[]> {
  if (addresses.length === 0) return []
  const rows = await tx
    .selectFrom('contact')
    .innerJoin('person', 'person.id', 'contact.person_id')
    .leftJoin('organisation', 'organisation.id', 'contact.organisation_id')
    .select(['contact.id', 'person.email_folded as address', 'organisation.kind'])
    .select(sql<string | null>`coalesce(organisation.merged_into_id, organisation.id)`.as('organisation'))
    .where('contact.space_id', '=', space)
    .where('person.email_folded', 'in', [...addresses])
    .orderBy('contact.id')
    .execute()
  return rows.map(({ id, address, kind, organisation }) => ({
    id,
    address: address ?? '',
    organisation,
    side: kind === 'service' ? 'own' : 'partner',
  }))
}

export type ContactKnown = { id: string; name: string; address: string | null; organisation: string | null; side: Side }

/** The contacts of a memory whose name is known, with their address where there is one, and for whom they work. One query. */
export async function contactsKnown(tx: Tx, space: string): Promise<ContactKnown[]> {
  const { rows } = await sql<Omit<ContactKnown, 'side'> & { kind: string | null }>`
    select k.id, concat_ws(' ', n.given_name, n.family_name) as name, nullif(p.email, '') as address,
      coalesce(o.merged_into_id, o.id) as organisation, o.kind
    from perenne.contact_names(${space}) n
    join contact k on k.id = n.contact_id
    join person p on p.id = k.person_id
    left join organisation o on o.id = k.organisation_id
    where k.space_id = ${space}
    order by name, k.id`.execute(tx)
  return rows.map(({ kind, ...row }) => ({ ...row, side: kind === 'service' ? 'own' : 'partner' }))
}

/** Of some addresses, in small letters, those of people who work here, as far as the actor knows them: themself, colleagues. */
export async function addressesOfColleagues(tx: Tx, addresses: readonly string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set()
  const rows = await tx
    .selectFrom('person')
    .select('email_folded as address')
    .where('has_account', '=', true)
    .where('email_folded', 'in', [...addresses])
    .execute()
  return new Set(rows.flatMap(row => row.address ?? []))
}

export type OrganisationFound = { id: string; domain: string; side: Side }

/** The organisations of a memory whose site stands under one of these domains, or above it: `city.example` has `mail.city.example`. */
export async function organisationsByDomain(
  tx: Tx,
  space: string,
  domains: readonly string[],
): Promise<OrganisationFound[]> {
  if (domains.length === 0) return []
  const { rows } = await sql<{ id: string; domain: string; kind: string }>`
    with site as (
      select o.id, o.kind, lower(regexp_replace(o.website, '^[a-z]+://(www\\.)?([^/:?#]+).*$', '\\2', 'i')) as host
      from organisation o
      where o.space_id = ${space} and o.remembered and o.merged_into_id is null and o.website ~* '^[a-z]+://[^/]+\\.'
    )
    select distinct on (d.domain) s.id, d.domain, s.kind
    from unnest(${sql.val([...domains])}::text[]) as d (domain)
    join site s on d.domain = s.host or right(d.domain, length(s.host) + 1) = '.' || s.host
    order by d.domain, length(s.host) desc, s.id`.execute(tx)
  return rows.map(({ id, domain, kind }) => ({ id, domain, side: kind === 'service' ? 'own' : 'partner' }))
}

/** The relationships to which some organisations belong. */
export async function relationshipsOf(
  tx: Tx,
  space: string,
  organisations: readonly string[],
): Promise<{ id: string; organisation: string }[]> {
  if (organisations.length === 0) return []
  const rows = await tx
    .selectFrom('relationship_party as p')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select(['p.relationship_id as id'])
    .select(sql<string>`coalesce(o.merged_into_id, o.id)`.as('organisation'))
    .distinct()
    .where('p.space_id', '=', space)
    .where(sql<boolean>`coalesce(o.merged_into_id, o.id) = any (${sql.val([...organisations])}::uuid[])`)
    .orderBy('id')
    .execute()
  return rows
}
