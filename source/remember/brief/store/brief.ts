import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { type TextsOfRecord, textsOf } from '#ground/languages/texts.ts'
import { standing, standsFor } from '../../actors/store/standing.ts'
import { type AgreementOn, agreementsOn } from '../../store/agreements.ts'
import { contactsUnder, met } from '../../store/contacts-made.ts'
import '../../store/tables.ts'

/** What a brief tells of a partner: as much as fits two pages, the newest and the next first. */
export const mostOf = { agreements: 8, interactions: 6, commitments: 8, contacts: 8, projects: 5, notes: 5 } as const

export type BriefContact = {
  id: string
  name: string
  during: string | null
  texts: TextsOfRecord
  public: boolean
  /** How they are reached and in which languages: for those inside alone. */
  telephone: string | null
  email: string | null
  languages: string[]
}
export type Brief = {
  partner: { id: string; country: string | null; texts: TextsOfRecord }
  relationships: { id: string; kind: string; during: string; texts: TextsOfRecord }[]
  agreements: (AgreementOn & { texts: TextsOfRecord })[]
  commitments: { owedBy: 'us' | 'them'; what: string; language: string; due: string | null }[]
  interactions: { kind: string; during: string; title: string; language: string }[]
  contacts: BriefContact[]
  /** Those last known there, when nobody is known to be there on the day; empty otherwise. */
  formerContacts: BriefContact[]
  projects: { id: string; status: string; texts: TextsOfRecord }[]
  notes: { kind: string; body: string; language: string }[]
  /** How many more there are than a brief tells. */
  more: Record<'agreements' | 'interactions' | 'commitments' | 'contacts' | 'projects' | 'notes', number>
}
/** Each row knows how many there are, told or not. */
type Counted = { total: number }
const beyond = (rows: readonly Counted[]) => (rows[0]?.total ?? 0) - rows.length

/**
 * Everything that is known of one partner on a day, or of the one that stands for it, as far as the actor may see it; null when there is no such organisation in
 * this memory. A fixed number of queries.
 *
 * @param inside whether telephones and addresses are read too, which the database gives to those inside alone
 */
export async function readBrief(
  tx: Tx,
  space: string,
  partner: string,
  day: Temporal.PlainDate,
  inside = false,
): Promise<Brief | null> {
  const found = await tx
    .selectFrom('organisation')
    .select(['id', 'country'])
    .where('id', '=', await standsFor(tx, space, partner))
    .where('space_id', '=', space)
    .executeTakeFirst()
  if (!found) return null
  const rows = async <T>(query: RawBuilder<T>) => (await query.execute(tx)).rows
  // Whoever was found to be the same partner is told with it.
  const { rows: same } = await sql<{ id: string }>`
    with recursive ${standing(space)} select id from same where stands = ${found.id}`.execute(tx)
  const partners = sql.val(same.map(({ id }) => id))
  const until = day.toString()
  const relationships = await rows(sql<{ id: string; kind: string; during: string }>`
    select r.id, r.kind, r.during from relationship r
    where r.space_id = ${space} and exists (select from relationship_party p
      where p.relationship_id = r.id and p.organisation_id = any (${partners}::uuid[]))
    order by upper(r.reach) desc nulls first, lower(r.reach) desc nulls last, r.id limit 6`)
  const ties = sql.val(relationships.map(({ id }) => id))
  const agreements = await agreementsOn(tx, { relationships: relationships.map(({ id }) => id) }, day)
  const commitments = await rows(sql<Brief['commitments'][number] & Counted>`
    select c.owed_by as "owedBy", c.what, c.language, c.due::text, count(*) over ()::int as total from commitment c
    where c.space_id = ${space} and (c.settled_on is null or c.settled_on > ${until}::date)
      and (c.relationship_id = any (${ties}::uuid[]) or c.organisation_id = any (${partners}::uuid[]))
    order by c.due nulls last, c.id limit ${mostOf.commitments}`)
  const interactions = await rows(sql<Brief['interactions'][number] & Counted>`
    select i.kind, i.during, i.title, i.language, count(*) over ()::int as total from interaction i
    where i.space_id = ${space} and (lower(i.reach) is null or lower(i.reach) <= ${until}::date)
      and i.id in (
        select u.interaction_id from ${contactsUnder(space)} u where u.relationship_id = any (${ties}::uuid[])
        union select m.interaction_id from ${met(space)} m where m.organisation_id = any (${partners}::uuid[]))
    order by upper(i.reach) desc nulls first, i.id limit ${mostOf.interactions}`)
  // Those who are there on the day; when nobody is known to be, those of whom it was known last.
  const known = await rows(sql<Omit<BriefContact, 'texts'> & Counted & { now: boolean }>`
    with known as (
      select k.id, concat_ws(' ', n.given_name, n.family_name) as name, k.during, k.public_office as public,
        ${inside ? sql`k.languages, p.telephone, p.email` : sql`'{}'::text[] as languages, null::text as telephone, null::text as email`},
        perenne.edtf_reach(k.during) as reach,
        k.during is null or coalesce(perenne.edtf_reach(k.during) @> ${until}::date, true) as now
      from contact k join perenne.contact_names(${space}) n on n.contact_id = k.id
      ${inside ? sql`left join person p on p.id = k.person_id` : sql``}
      where k.space_id = ${space} and k.organisation_id = any (${partners}::uuid[])
        and coalesce(lower(perenne.edtf_reach(k.during)) <= ${until}::date, true)
    )
    select id, name, during, public, languages, telephone, email, now, count(*) over ()::int as total from known
    where now or not exists (select from known k where k.now)
    order by case when not now then upper(reach) end desc, public desc, name, id limit ${mostOf.contacts}`)
  const projects = await rows(sql<{ id: string; status: string } & Counted>`
    select a.id, a.status, count(*) over ()::int as total from activity a
    where a.space_id = ${space} and (a.relationship_id = any (${ties}::uuid[])
      or exists (select from activity_party p where p.activity_id = a.id and p.organisation_id = any (${partners}::uuid[])))
    order by a.status in ('1', '2', '3') desc, coalesce(a.actual_start, a.planned_start) desc nulls last, a.id
    limit ${mostOf.projects}`)
  const notes = await rows(sql<Brief['notes'][number] & Counted>`
    select n.kind, left(n.body, 400) as body, n.language, count(*) over ()::int as total from note n
    where n.space_id = ${space} and n.kind in ('warning', 'contact-tip', 'lesson', 'context', 'oral-memory') and not n.confidential
      and exists (select from about a where a.record_id = n.id
        and (a.about_id = any (${ties}::uuid[]) or a.about_id = any (${partners}::uuid[])))
    order by array_position(array['warning', 'contact-tip', 'lesson', 'context', 'oral-memory'], n.kind), n.id limit ${mostOf.notes}`)
  const texts = await textsOf(
    tx,
    [found, ...relationships, ...agreements, ...known, ...projects].map(({ id }) => id),
  )
  const worded = <T extends { id: string }>(row: T) => ({ ...row, texts: texts.get(row.id) ?? {} })
  return {
    partner: worded(found),
    relationships: relationships.map(worded),
    agreements: agreements.slice(0, mostOf.agreements).map(worded),
    commitments,
    interactions,
    contacts: known.filter(one => one.now).map(worded),
    formerContacts: known.filter(one => !one.now).map(worded),
    projects: projects.map(worded),
    notes,
    more: {
      agreements: Math.max(0, agreements.length - mostOf.agreements),
      commitments: beyond(commitments),
      interactions: beyond(interactions),
      contacts: beyond(known),
      projects: beyond(projects),
      notes: beyond(notes),
    },
  }
}
