import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type MultilingualText, type Shown, show, wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { unknownDate } from '../../rules/edtf.ts'
import { type AboutNamed, aboutOf, nameAbout } from '../../store/about.ts'
import { inShort } from '../../store/in-short.ts'
import '../../store/tables.ts'
import type { DecisionKept } from '../rules/scdl.ts'

export const decisionsOnAPage = 50

export type DecisionLine = {
  id: string
  number: string
  decidedOn: string
  subjectName: string | null
  visibility: Visibility
  object: Shown | null
}

/** A page of the decisions of a memory that the actor may see, the latest first; of one year, or of all with ''. */
export async function listDecisions(
  tx: Tx,
  space: string,
  locale: Locale,
  wanted: { year: string; page: number },
): Promise<{ rows: DecisionLine[]; total: number; page: number; years: string[] }> {
  const years = (
    await sql<{ year: string; count: number }>`
      select extract(year from d.decided_on)::int::text as year, count(*)::int as count
      from decision d where d.space_id = ${space} group by 1 order by 1 desc`.execute(tx)
  ).rows
  const total = years
    .filter(one => wanted.year === '' || one.year === wanted.year)
    .reduce((sum, one) => sum + one.count, 0)
  const page = Math.min(wanted.page, Math.max(1, Math.ceil(total / decisionsOnAPage)))
  const { rows } = await sql<Omit<DecisionLine, 'object'>>`
    select d.id, d.number, d.decided_on::text as "decidedOn", d.subject_name as "subjectName", d.visibility
    from decision d
    where d.space_id = ${space} and (${wanted.year} = '' or extract(year from d.decided_on)::int::text = ${wanted.year})
    order by d.decided_on desc, d.number desc, d.id
    limit ${decisionsOnAPage} offset ${(page - 1) * decisionsOnAPage}`.execute(tx)
  const texts = await textsOf(
    tx,
    rows.map(row => row.id),
  )
  return {
    rows: rows.map(row => ({ ...row, object: show(texts.get(row.id)?.object, locale) })),
    total,
    page,
    years: years.map(one => one.year),
  }
}

export type OneDecision = DecisionKept & {
  id: string
  visibility: Visibility
  shownObject: Shown | null
  /** What it is about, as far as this reader may know. */
  about: AboutNamed[]
  /** What it did to agreements: approved, signed… */
  events: { id: string; agreement: string; title: Shown | null; kind: string; on: string }[]
  /** Journal, documents and notes that tell of it. */
  told: { table: 'interaction' | 'memory_document' | 'note'; id: string; name: Shown | null }[]
}

const columns = sql`
  d.id, d.visibility, d.body_name as "bodyName", d.body_siret as "bodySiret", d.number, d.decided_on::text as "decidedOn",
  d.subject_code as "subjectCode", d.subject_name as "subjectName", d.budget_year as "budgetYear",
  d.budget_year_last as "budgetYearLast",
  d.budget_name as "budgetName", d.prefecture_id as "prefectureId", d.prefecture_on::text as "prefectureOn", d.voters, d.voted,
  d.votes_for as "votesFor", d.votes_against as "votesAgainst", d.abstentions, d.url`
type Row = Omit<DecisionKept, 'object'> & { id: string; visibility: Visibility }

/** A decision with what hangs on it; null when the actor may not see it in this memory. */
export async function readDecision(tx: Tx, space: string, id: string, locale: Locale): Promise<OneDecision | null> {
  const [row] = (
    await sql<Row>`select ${columns} from decision d where d.id = ${id} and d.space_id = ${space}`.execute(tx)
  ).rows
  if (!row) return null
  const refs = (await aboutOf(tx, 'decision', [id])).get(id) ?? []
  const about = await nameAbout(tx, space, locale, refs)
  const events = (
    await sql<{ id: string; agreement: string; kind: string; on: string }>`
      select e.id, e.agreement_id as agreement, e.kind,
        coalesce(e.on_as_known, e.on_day::text, ${unknownDate}) as "on"
      from agreement_event e where e.decision_id = ${id} order by e.on_day nulls first, e.position, e.id`.execute(tx)
  ).rows
  type Told = {
    table: 'interaction' | 'memory_document' | 'note'
    id: string
    own: string | null
    language: string | null
  }
  const told = (
    await sql<Told>`
      select 'interaction' as table, i.id, i.title as own, i.language from interaction i
        join about a on a.record_table = 'interaction' and a.record_id = i.id where a.about_id = ${id}
      union all select 'memory_document', d.id, null, null from memory_document d
        join about a on a.record_table = 'memory_document' and a.record_id = d.id where a.about_id = ${id}
      union all select 'note', n.id, ${inShort(sql`n.body`, 120)}, n.language from note n
        join about a on a.record_table = 'note' and a.record_id = n.id where a.about_id = ${id}
      order by 1, 2 limit 50`.execute(tx)
  ).rows
  const texts = await textsOf(tx, [
    ...new Set([id, ...events.map(event => event.agreement), ...told.map(one => one.id)]),
  ])
  const object = texts.get(id)?.object
  return {
    ...row,
    object: wordsOf(object, locale),
    shownObject: show(object, locale),
    about: about.filter(ref => ref.name !== null),
    events: events.map(event => ({ ...event, title: show(texts.get(event.agreement)?.title, locale) })),
    told: told.map(({ own, language, ...one }) => ({
      ...one,
      name:
        own === null
          ? show(texts.get(one.id)?.title, locale)
          : { text: own, language: language as Locale, stale: false, state: 'source' },
    })),
  }
}

/**
 * Decisions as the open file has them, the oldest first, each in French where it exists, since the schema is French. Only public
 * ones, unless all that the actor may see are asked for.
 */
export async function decisionsKept(
  tx: Tx,
  space: string,
  wanted: { year: string; all: boolean },
): Promise<(DecisionKept & { id: string })[]> {
  const { rows } = await sql<Row>`
    select ${columns} from decision d
    where d.space_id = ${space} and (${wanted.all} or d.visibility = 2)
      and (${wanted.year} = '' or extract(year from d.decided_on)::int::text = ${wanted.year})
    order by d.decided_on, d.number, d.id`.execute(tx)
  const texts = await textsOf(
    tx,
    rows.map(row => row.id),
  )
  return rows.map(({ visibility: _visibility, ...row }) => ({
    ...row,
    object: wordsOf(texts.get(row.id)?.object, 'fr'),
  }))
}

/** The local government whose memory it is, as the file names it: in French where it can be, with its SIRET where that is known. */
export async function bodyOf(
  tx: Tx,
  { id, name }: { id: string; name: MultilingualText | undefined },
): Promise<{ name: string; siret: string | null }> {
  return { name: show(name, 'fr')?.text ?? '', siret: await siretOf(tx, id) }
}

/** Its SIRET: of the territory, else of the organisation that is the territory in its own list of partners. */
async function siretOf(tx: Tx, space: string): Promise<string | null> {
  const { rows } = await sql<{ value: string }>`
    select regexp_replace(i.value, '[[:space:]]', '', 'g') as value from identifier i
    where lower(i.scheme) in ('siret', 'fr-siret') and (
      (i.record_table = 'territory' and i.record_id = ${space})
      or (i.record_table = 'organisation' and i.record_id in (select o.id from organisation o
        where o.territory_id = ${space} and o.space_id = ${space})))
    order by i.record_table desc, i.id`.execute(tx)
  return rows.find(({ value }) => /^\d{14}$/.test(value))?.value ?? null
}
