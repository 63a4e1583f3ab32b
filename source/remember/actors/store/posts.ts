import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import '../../store/tables.ts'
import { type Named, nameIn, standing } from './standing.ts'

/** Days as YYYY-MM-DD, both included; one day is twice the same. */
export type Asked = { first: string; last: string }
export type Sureness = 'certain' | 'perhaps'

export type Holding = {
  id: string
  contact: { id: string; given: string | null; family: string | null } | null
  term: { id: string; name: Named | null; during: string } | null
  during: string
  acting: boolean
  /** Said so, or it reaches past the term that it was given for, on the day asked. */
  carriedOver: boolean
  /** On the days asked; null: not then. */
  held: Sureness | null
}
export type PostLine = {
  id: string
  title: Named | null
  organisation: { id: string; name: Named | null } | null
  nature: 'political' | 'technical'
  seats: number
  /** Whether the post itself existed then; certain when nothing is known of it. */
  existed: Sureness | null
  holdings: Holding[]
  /**
   * Seats that perhaps nobody holds then: somebody is known to have held them before, or perhaps holds them. That nobody does
   * is nowhere on record, so no seat is told to be vacant.
   */
  perhapsVacant: number
  /** Seats of which nobody is known to have held them, then or before. */
  unknownHolders: number
}

// Who holds a post in the days asked: computed here and nowhere else.
const holdings = (space: string, locale: string, { first, last }: Asked, onlyThen: boolean) => sql`
  select a.id, a.post_id, a.during, a.acting, a.reach, edtf_between(a.during, ${first}, ${last}) as held,
    (a.carried_over or (upper(t.reach) <= ${last}::date and edtf_between(a.during, ${last}, ${last}) is not null)) is true
      as "carriedOver",
    case when c.id is not null then jsonb_build_object('id', c.id, 'given', k.given_name, 'family', k.family_name) end as contact,
    case when t.id is not null then jsonb_build_object('id', t.id, 'during', t.during,
      'name', ${nameIn('term', 'name', sql`t.id`, locale)}) end as term
  from appointment a
  left join contact c on c.id = a.contact_id
  left join contact_names(${space}) k on k.contact_id = a.contact_id
  left join term t on t.id = a.term_id
  where a.space_id = ${space} ${onlyThen ? sql`and edtf_between(a.during, ${first}, ${last}) is not null` : sql``}`

const postLines = (space: string, locale: string, { first, last }: Asked, order: RawBuilder<unknown>) => sql`
  select p.id, ${nameIn('post', 'title', sql`p.id`, locale)} as title, p.nature, p.seats, p.during, p.visibility,
    (select jsonb_build_object('id', o.id, 'name', ${nameIn('organisation', 'name', sql`o.id`, locale)})
     from organisation o where o.id = coalesce((select s.stands from same s where s.id = p.organisation_id), p.organisation_id))
      as organisation,
    case when p.during is null then 'certain' else edtf_between(p.during, ${first}, ${last}) end as existed,
    coalesce((select jsonb_agg(to_jsonb(h) - 'post_id' - 'reach' order by ${order})
      from h where h.post_id = p.id), '[]') as holdings,
    greatest(0, greatest(known.seats, held.perhaps) - held.certain)::int as "perhapsVacant",
    greatest(0, p.seats - greatest(known.seats, held.perhaps))::int as "unknownHolders"
  from post p
  cross join lateral (
    select least(count(*), p.seats) as perhaps, least(count(*) filter (where h.held = 'certain'), p.seats) as certain
    from h where h.post_id = p.id and h.held is not null
  ) held
  cross join lateral (
    -- As many seats as were ever held at once, up to the days asked.
    select least(coalesce(max(at_once.n), 0), p.seats) as seats from appointment a
    cross join lateral (
      select count(*) as n from appointment b where b.post_id = a.post_id
        and b.reach && daterange(coalesce(lower(a.reach), upper(a.reach) - 1), coalesce(lower(a.reach), upper(a.reach) - 1), '[]')
    ) at_once
    where a.post_id = p.id and coalesce(lower(a.reach) <= ${last}::date, true)
  ) known
  where p.space_id = ${space}`

/** The posts of a memory with who holds them in the days asked, political ones first. */
export async function listPosts(tx: Tx, space: string, locale: string, asked: Asked): Promise<PostLine[]> {
  const { rows } = await sql<PostLine>`
    with recursive ${standing(space)}, h as (${holdings(space, locale, asked, true)}),
    line as (${postLines(space, locale, asked, sql`h.acting, lower(h.reach) desc nulls last, h.id`)})
    select l.* from line l order by l.nature, fold(coalesce(l.title ->> 'text', '')), l.id`.execute(tx)
  return rows
}

export type PostPage = Omit<PostLine, 'title'> & {
  title: MultilingualText | undefined
  during: string | null
  visibility: Visibility
}

/** A post with everybody who ever held it, the last first; `held` answers for the days asked. */
export async function readPost(
  tx: Tx,
  space: string,
  id: string,
  locale: string,
  asked: Asked,
): Promise<PostPage | null> {
  const { rows } = await sql<Omit<PostPage, 'title'>>`
    with recursive ${standing(space)}, h as (${holdings(space, locale, asked, false)} and a.post_id = ${id}),
    line as (${postLines(space, locale, asked, sql`lower(h.reach) desc nulls last, h.id`)} and p.id = ${id})
    select l.* from line l`.execute(tx)
  const found = rows[0]
  if (!found) return null
  return { ...found, title: (await textsOf(tx, [id])).get(id)?.title }
}

export type TermLine = {
  id: string
  name: Named | null
  during: string
  electedOn: string | null
  organisation: { id: string; name: Named | null } | null
  /** Whether it runs on the days asked. */
  runs: Sureness | null
}

/** The terms of office, the last first. */
export async function listTerms(tx: Tx, space: string, locale: string, { first, last }: Asked): Promise<TermLine[]> {
  const { rows } = await sql<TermLine>`
    with recursive ${standing(space)}
    select t.id, ${nameIn('term', 'name', sql`t.id`, locale)} as name, t.during, t.elected_on as "electedOn",
      (select jsonb_build_object('id', o.id, 'name', ${nameIn('organisation', 'name', sql`o.id`, locale)})
       from organisation o where o.id = coalesce((select s.stands from same s where s.id = t.organisation_id), t.organisation_id))
        as organisation,
      edtf_between(t.during, ${first}, ${last}) as runs
    from term t where t.space_id = ${space} order by lower(t.reach) desc nulls last, upper(t.reach) desc nulls first, t.id`.execute(
    tx,
  )
  return rows
}

export type TermPage = Omit<TermLine, 'name'> & {
  name: MultilingualText | undefined
  visibility: Visibility
  /** Who held what in it: given for it, or held while it ran. */
  held: (Omit<Holding, 'term' | 'held'> & {
    post: { id: string; name: Named | null; nature: 'political' | 'technical' }
    /** The appointment was made for this term. */
    own: boolean
    sure: Sureness
  })[]
}

export async function readTerm(
  tx: Tx,
  space: string,
  id: string,
  locale: string,
  { first, last }: Asked,
): Promise<TermPage | null> {
  const { rows } = await sql<Omit<TermPage, 'name'>>`
    with recursive ${standing(space)},
    one as (
      select t.*, coalesce(lower(t.reach), '-infinity') as begins, coalesce(upper(t.reach) - 1, 'infinity') as ends
      from term t where t.id = ${id} and t.space_id = ${space}
    )
    select t.id, t.during, t.elected_on as "electedOn", t.visibility, edtf_between(t.during, ${first}, ${last}) as runs,
      (select jsonb_build_object('id', o.id, 'name', ${nameIn('organisation', 'name', sql`o.id`, locale)})
       from organisation o where o.id = coalesce((select s.stands from same s where s.id = t.organisation_id), t.organisation_id))
        as organisation,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'during', a.during, 'acting', a.acting,
          'carriedOver', (a.carried_over or (upper(t.reach) <= ${last}::date
            and (upper(t.reach) < upper(a.reach) or a.during like '%/..'))) is true and a.term_id = t.id,
          'own', (a.term_id = t.id) is true,
          'sure', case when a.term_id = t.id then 'certain' else edtf_between(a.during, t.begins, t.ends) end,
          'contact', case when c.id is not null then jsonb_build_object('id', c.id, 'given', k.given_name, 'family', k.family_name) end,
          'post', jsonb_build_object('id', p.id, 'nature', p.nature, 'name', ${nameIn('post', 'title', sql`p.id`, locale)}))
          order by p.nature, p.id, lower(a.reach), a.id)
        from appointment a join post p on p.id = a.post_id
        left join contact c on c.id = a.contact_id left join contact_names(${space}) k on k.contact_id = a.contact_id
        -- The posts of the local government itself name no organisation, in any memory: only the space tells them apart.
        where a.space_id = ${space} and (a.term_id = t.id
          or (p.organisation_id is not distinct from t.organisation_id and edtf_between(a.during, t.begins, t.ends) is not null))), '[]') as held
    from one t`.execute(tx)
  const found = rows[0]
  if (!found) return null
  return { ...found, name: (await textsOf(tx, [id])).get(id)?.name }
}
