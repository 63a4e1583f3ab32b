import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/actor.ts'
import type { SpaceKind } from '../../database/tables.ts'
import { type Locale, locales } from '../locales.ts'
import type { TextState } from '../text.ts'

/** What one text is in one language. `stale` comes before draft and reviewed: it is what must be looked at first. */
export type StateOfText = TextState | 'stale' | 'missing'

export type LanguageCounts = { language: Locale } & Record<
  'source' | 'reviewed' | 'draft' | 'stale' | 'missing',
  number
>

export type TextRow = {
  table: string
  record: string
  field: string
  source: Locale
  /** The beginning of the original. */
  excerpt: string
  spaceId: string
  states: Record<Locale, StateOfText>
}

export type Wanted = {
  language: Locale | null
  state: 'missing' | 'stale' | 'draft' | null
  spaceId: string | null
  offset: number
  most: number
}

export type SpaceToLookAfter = { id: string; kind: SpaceKind; slug: string; names: Partial<Record<Locale, string>> }

// Only what the actor may translate: somebody may read much more than they look after.
const inCare = sql`s.space_id = any ((select perenne.spaces('translate') || perenne.spaces('edit'))::uuid[])`

// The original of every text in care, with what became of it in each language.
const texts = (more: RawBuilder<unknown>) => sql`
  select s.record_table, s.record_id, s.field, s.space_id, s.language as source, s.body, l.language,
         case when t.id is null then 'missing'
              when t.state = 'source' then 'source'
              when t.source_hash <> s.body_hash then 'stale'
              else t.state end as state
  from perenne.translation s
  cross join unnest(${sql.val(locales)}::text[]) as l (language)
  left join perenne.translation t
    on t.record_id = s.record_id and t.record_table = s.record_table and t.field = s.field and t.language = l.language
  where s.state = 'source' and ${inCare} and ${more}`

const inSpace = (spaceId: string | null) => (spaceId === null ? sql`true` : sql`s.space_id = ${spaceId}::uuid`)

/** How many texts are in each state, language by language. */
export async function countByLanguage(tx: Tx, spaceId: string | null): Promise<LanguageCounts[]> {
  const { rows } = await sql<LanguageCounts>`
    select language,
           count(*) filter (where state = 'source') as source,
           count(*) filter (where state = 'reviewed') as reviewed,
           count(*) filter (where state in ('draft', 'machine')) as draft,
           count(*) filter (where state = 'stale') as stale,
           count(*) filter (where state = 'missing') as missing
    from (${texts(inSpace(spaceId))}) as x group by language`.execute(tx)
  return locales.flatMap(locale => rows.filter(row => row.language === locale))
}

/** One page of the texts that answer a choice, and how many there are. */
export async function listTexts(tx: Tx, wanted: Wanted): Promise<{ total: number; rows: TextRow[] }> {
  const states = { missing: ['missing'], stale: ['stale'], draft: ['draft', 'machine'] }
  const language = wanted.language === null ? sql`true` : sql`language = ${wanted.language}`
  const state =
    wanted.state === null ? sql`state <> 'source'` : sql`state = any (${sql.val(states[wanted.state])}::text[])`
  // Every text is listed when nothing is asked for, those without any translation needed included.
  const chosen = wanted.language === null && wanted.state === null ? sql`true` : sql`bool_or(${language} and ${state})`
  const { rows } = await sql<TextRow & { total: number }>`
    select record_table as table, record_id as record, field, source, space_id as "spaceId",
           left(min(body), 200) as excerpt, jsonb_object_agg(language, state) as states, count(*) over () as total
    from (${texts(inSpace(wanted.spaceId))}) as x
    group by record_table, record_id, field, source, space_id
    having ${chosen}
    order by space_id, record_table, record_id, field
    limit ${wanted.most} offset ${wanted.offset}`.execute(tx)
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) }
}

/** The spaces that have texts in the actor's care, with their names where they have some. */
export async function spacesInCare(tx: Tx): Promise<SpaceToLookAfter[]> {
  const { rows } = await sql<SpaceToLookAfter>`
    select p.id, p.kind, p.slug,
           coalesce((select jsonb_object_agg(n.language, n.body) from perenne.translation n
                     where n.record_id = p.id and n.record_table in ('space', 'seminar', 'territory') and n.field = case when p.kind = 'seminar' then 'title' else 'name' end),
                    '{}') as names
    from perenne.space p
    where exists (select from perenne.translation s where s.space_id = p.id and s.state = 'source' and ${inCare})
    order by p.kind, p.slug`.execute(tx)
  return rows
}
