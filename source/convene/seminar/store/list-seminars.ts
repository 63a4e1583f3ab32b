import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { Shown, TextState } from '#ground/languages/text.ts'

export type ListedSeminar = {
  slug: string
  date: Temporal.PlainDate
  timeZone: string
  /** At the end of its last day. */
  endsAt: Temporal.Instant
  cancelled: boolean
  /** It has no sure day: `date` is the one that was given up. */
  postponed: boolean
  /** It was announced for another day before. */
  moved: boolean
  title: Shown
  subtitle: Shown | null
  venue: Shown | null
}

export type SeminarLists = { coming: ListedSeminar[]; past: ListedSeminar[]; pastTotal: number }

/**
 * The seminars that the actor may see, in the reader's language or else in their own. One query.
 *
 * @param today a seminar of today is still coming, and so is one that has no sure day, whatever day it had
 * @param page pages of past seminars, from 1
 */
export async function listSeminars(
  tx: Tx,
  locale: Locale,
  today: Temporal.PlainDate,
  { page = 1, size = 20, publicOnly = false }: { page?: number; size?: number; publicOnly?: boolean } = {},
): Promise<SeminarLists> {
  const { rows } = await sql<Row>`
    with listed as (
      select s.id, s.held_on, s.hours_from, s.time_zone, s.moved_from, p.slug, s.cancelled_at is not null as cancelled,
        s.cancelled_at is null and s.postponed_at is not null as postponed,
        perenne.seminar_ends(s.id) as ends,
        (perenne.seminar_ends(s.id) at time zone s.time_zone)::date >= ${today.toString()}::date or (s.cancelled_at is null and s.postponed_at is not null) as coming
      from perenne.seminar s join perenne.space p on p.id = s.id
      where s.visibility = 2 or not ${publicOnly}::boolean
    ), chosen as (
      (select * from listed where coming order by postponed, held_on, hours_from, id limit 200)
      union all
      (select * from listed where not coming order by held_on desc, id limit ${size} offset ${(page - 1) * size})
    )
    select c.slug, c.held_on::text as held_on, c.ends, c.time_zone, c.cancelled, c.postponed, c.moved_from is not null as moved, c.coming,
      (select count(*)::int from listed where not coming) as past_total,
      (select json_object_agg(src.field, json_build_array(
          coalesce(mine.body, src.body), coalesce(mine.language, src.language), coalesce(mine.state, src.state),
          coalesce(mine.source_hash <> src.body_hash, false)))
        from perenne.translation src
        left join perenne.translation mine
          on mine.record_id = src.record_id and mine.record_table = src.record_table and mine.field = src.field
          and mine.language = ${locale} and mine.state <> 'source'
        where src.record_id = c.id and src.record_table = 'seminar' and src.state = 'source'
          and src.field in ('title', 'subtitle', 'venue_name')) as texts
    from chosen c
    order by c.coming desc, c.coming and c.postponed, case when c.coming then c.held_on end, c.held_on desc, c.hours_from, c.id`.execute(
    tx,
  )
  const coming: ListedSeminar[] = []
  const past: ListedSeminar[] = []
  for (const row of rows) (row.coming ? coming : past).push(listed(row, locale))
  return { coming, past, pastTotal: rows[0]?.past_total ?? 0 }
}

type Row = {
  slug: string
  held_on: string
  ends: Temporal.Instant
  time_zone: string
  cancelled: boolean
  postponed: boolean
  moved: boolean
  coming: boolean
  past_total: number
  texts: Record<string, [text: string, language: Locale, state: TextState, stale: boolean]> | null
}

function listed(row: Row, locale: Locale): ListedSeminar {
  const text = (field: string): Shown | null => {
    const found = row.texts?.[field]
    return found ? { text: found[0], language: found[1], state: found[2], stale: found[3] } : null
  }
  return {
    slug: row.slug,
    date: Temporal.PlainDate.from(row.held_on),
    timeZone: row.time_zone,
    endsAt: row.ends,
    cancelled: row.cancelled,
    postponed: row.postponed,
    moved: row.moved,
    title: text('title') ?? { text: row.slug, language: locale, state: 'source', stale: false },
    subtitle: text('subtitle'),
    venue: text('venue_name'),
  }
}
