import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import '../../store/tables.ts'
import { type Named, nameIn, standing } from './standing.ts'

export type ContactLine = {
  id: string
  given: string | null
  family: string | null
  role: Named | null
  organisation: { id: string; name: Named | null } | null
  languages: string[]
  telephone: string | null
  email: string | null
  /** The language to write to them in; told inside alone. */
  writeIn: string | null
  publicOffice: boolean
  /** EDTF of the last interaction with them. */
  last: string | null
}
export type ContactWish = { words: string; page: number }

export const contactsOnAPage = 50

// Addresses and telephones are read in `person`, whose policies answer to those inside alone; names come from the function
// that knows whose may be told.
const contactRows = (space: string, locale: string, inside: boolean, more: RawBuilder<unknown>) => sql`
  select c.id, k.given_name as given, k.family_name as family, ${nameIn('contact', 'role', sql`c.id`, locale)} as role,
    (select jsonb_build_object('id', o.id, 'name', ${nameIn('organisation', 'name', sql`o.id`, locale)})
     from organisation o where o.id = coalesce(s.stands, c.organisation_id)) as organisation,
    c.languages, c.public_office as "publicOffice", ${inside ? sql`p.telephone, p.email, p.language as "writeIn"` : sql`null::text as telephone, null::text as email, null::text as "writeIn"`},
    (select i.during from interaction_participant x join interaction i on i.id = x.interaction_id
     where x.contact_id = c.id order by lower(i.reach) desc nulls last, i.id limit 1) as last
  from contact c
  -- Whose name was removed, or may not be told, is in no list of people.
  join contact_names(${space}) k on k.contact_id = c.id
  left join same s on s.id = c.organisation_id
  ${inside ? sql`left join person p on p.id = c.person_id` : sql``}
  where c.space_id = ${space} ${more}`

/** The contacts of a memory, by family name. Read by those inside: `person` has nobody else's rows for anybody else. */
export async function listContacts(
  tx: Tx,
  space: string,
  locale: string,
  wish: ContactWish,
): Promise<{ rows: ContactLine[]; total: number }> {
  const words = `%${wish.words.trim().replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<ContactLine & { total: number }>`
    with recursive ${standing(space)}, found as (${contactRows(space, locale, true, sql``)})
    select f.*, count(*) over ()::int as total from found f
    where ${wish.words.trim()} = '' or fold(concat_ws(' ', f.given, f.family, f.role ->> 'text', f.organisation -> 'name' ->> 'text', f.email))
      like fold(${words})
    order by fold(coalesce(f.family, '')), fold(coalesce(f.given, '')), f.id
    limit ${contactsOnAPage} offset ${(wish.page - 1) * contactsOnAPage}`.execute(tx)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** Every contact of a memory, for a file of them. */
export async function allContacts(tx: Tx, space: string, locale: string): Promise<ContactLine[]> {
  const { rows } = await sql<ContactLine>`
    with recursive ${standing(space)} ${contactRows(space, locale, true, sql`order by k.family_name, k.given_name, c.id`)}`.execute(
    tx,
  )
  return rows
}

export type ContactPage = Omit<ContactLine, 'role'> & {
  visibility: Visibility
  during: string | null
  role: MultilingualText | undefined
  appointments: {
    id: string
    post: { id: string; name: Named | null }
    during: string
    acting: boolean
    carriedOver: boolean
  }[]
  meetings: { id: string; title: string; kind: string; during: string; language: string }[]
  duties: { id: string; role: string; of: 'relationships' | 'projects'; record: { id: string; name: Named | null } }[]
}

/**
 * One contact whose name the reader may know; null for any other.
 *
 * @param inside whether addresses and telephones are read too, which the database gives to those inside alone
 */
export async function readContact(
  tx: Tx,
  space: string,
  id: string,
  { locale, inside }: { locale: string; inside: boolean },
): Promise<ContactPage | null> {
  const { rows } = await sql<Omit<ContactPage, 'role'> & { role: Named | null }>`
    with recursive ${standing(space)}, one as (${contactRows(space, locale, inside, sql`and c.id = ${id}`)})
    select o.*, c.visibility, c.during,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'during', a.during, 'acting', a.acting, 'carriedOver', a.carried_over,
          'post', jsonb_build_object('id', a.post_id, 'name', ${nameIn('post', 'title', sql`a.post_id`, locale)}))
          order by lower(a.reach) desc nulls last, a.id)
        from appointment a where a.contact_id = o.id), '[]') as appointments,
      coalesce((select jsonb_agg(m.line) from (
        select jsonb_build_object('id', i.id, 'title', i.title, 'kind', i.kind, 'during', i.during, 'language', i.language) as line
        from interaction i where i.id in (select x.interaction_id from interaction_participant x where x.contact_id = o.id)
        order by lower(i.reach) desc nulls last, i.id limit 10) m), '[]') as meetings,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'role', d.role,
          'of', case when d.relationship_id is null then 'projects' else 'relationships' end,
          'record', jsonb_build_object('id', coalesce(d.relationship_id, d.activity_id), 'name',
            coalesce(${nameIn('relationship', 'name', sql`d.relationship_id`, locale)}, ${nameIn('activity', 'title', sql`d.activity_id`, locale)})))
          order by d.id)
        from responsibility d where d.contact_id = o.id), '[]') as duties
    from one o join contact c on c.id = o.id`.execute(tx)
  const found = rows[0]
  if (!found) return null
  return { ...found, role: (await textsOf(tx, [id])).get(id)?.role }
}

export type ContactPerson = {
  given: string | null
  family: string | null
  email: string | null
  telephone: string | null
  /** ISO 639-1: the one to write to them in. */
  language: string
}

/** Writes whom a contact is, which the database allows to those who edit in that space; a new row without `person`. */
export async function writeContactPerson(
  tx: Tx,
  space: string,
  personId: string | null,
  who: ContactPerson,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select write_contact_person(${space}, ${personId}, ${who.given}, ${who.family}, ${who.email}, ${who.telephone}, ${who.language}) as id`.execute(
    tx,
  )
  const id = rows[0]?.id
  if (!id) throw new Error('no person was written')
  return id
}

/** What a removal goes by; `bound`: something else tells of them. Null when there is no such contact. */
export async function holdContact(tx: Tx, space: string, id: string) {
  const { rows } = await sql<{
    personId: string
    publicOffice: boolean
    given: string | null
    family: string | null
    language: string
    bound: boolean
  }>`
    select c.person_id as "personId", c.public_office as "publicOffice", p.given_name as given, p.family_name as family, p.language,
      exists (select from appointment a where a.contact_id = c.id) or exists (select from interaction_participant i where i.contact_id = c.id)
        or exists (select from responsibility r where r.contact_id = c.id) or exists (select from network_seat n where n.contact_id = c.id)
        or exists (select from commitment m where m.contact_id = c.id) or exists (select from note n where n.told_by = c.id) as bound
    from contact c join person p on p.id = c.person_id
    where c.id = ${id} and c.space_id = ${space} for update of c`.execute(tx)
  return rows[0] ?? null
}

export async function removeContactRow(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('contact').where('id', '=', id).execute()
}

/**
 * Of a contact that stays for what tells of it: what was known besides goes, in its past too, and the post in words with it unless
 * the name stays.
 *
 * @throws PostgreSQL's 42501 when the actor does not edit the memory that it is a contact of
 */
export async function emptyContact(tx: Tx, id: string, andRole: boolean): Promise<void> {
  await sql`select perenne.empty_contact(${id}::uuid, ${andRole})`.execute(tx)
}
