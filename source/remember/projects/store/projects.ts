import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type Shown, show } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import type { Status } from '../rules/codes.ts'
import '../../store/tables.ts'
import { datesAsKnown, type ProjectDates } from './dates.ts'
import { type Total, totalsOf } from './totals.ts'

export const projectsOnAPage = 25

export type ProjectLine = ProjectDates & {
  id: string
  status: Status
  visibility: Visibility
  title: Shown | null
  /** The relationship that it lives in, as far as this reader may see it. */
  relationship: { id: string; name: Shown | null } | null
  totals: Total[]
}

export type ProjectsWanted = { status: string; country: string; relationship: string; page: number }
export type ProjectList = { rows: ProjectLine[]; total: number; page: number; totals: Total[] }

/**
 * A page of the projects of a memory that the actor may see, those that go on first, the latest first, and the totals of all that
 * were asked for. Four queries, however many they are.
 */
export async function listProjects(
  tx: Tx,
  space: string,
  locale: Locale,
  wanted: ProjectsWanted,
): Promise<ProjectList> {
  type Row = Omit<ProjectLine, 'title' | 'relationship' | 'totals'> & { relationship: string | null }
  const { rows } = await sql<Row>`
    select a.id, a.status, ${datesAsKnown}, a.visibility, r.id as relationship
    from activity a left join relationship r on r.id = a.relationship_id
    where a.space_id = ${space}
      and (${wanted.status} = '' or a.status = ${wanted.status})
      and (${wanted.relationship} = '' or r.id::text = ${wanted.relationship})
      and (${wanted.country} = '' or exists (
        select from activity_place p where p.activity_id = a.id and p.country = ${wanted.country}))
    order by array_position(array['2', '3', '6', '1', '4', '5'], a.status),
      coalesce(a.actual_start, a.planned_start) desc nulls last, a.id`.execute(tx)
  const pages = Math.max(1, Math.ceil(rows.length / projectsOnAPage))
  const page = Math.min(wanted.page, pages)
  const shown = rows.slice((page - 1) * projectsOnAPage, page * projectsOnAPage)
  const totals = await totalsOf(
    tx,
    rows.map(row => row.id),
  )
  const related = shown.map(row => row.relationship).filter(id => id !== null)
  const texts = await textsOf(tx, [...shown.map(row => row.id), ...new Set(related)])
  return {
    total: rows.length,
    page,
    totals: totals.all,
    rows: shown.map(row => ({
      ...row,
      title: show(texts.get(row.id)?.title, locale),
      relationship: row.relationship
        ? { id: row.relationship, name: show(texts.get(row.relationship)?.name, locale) }
        : null,
      totals: totals.of(row.id),
    })),
  }
}

/** What the list can be narrowed to: states, countries and relationships that there are. */
export async function projectChoices(
  tx: Tx,
  space: string,
  locale: Locale,
): Promise<{ statuses: Status[]; countries: string[]; relationships: { id: string; name: string }[] }> {
  const { rows } = await sql<{ of: 'status' | 'country' | 'relationship'; value: string }>`
    select distinct 'status' as of, a.status as value from activity a where a.space_id = ${space}
    union select 'country', p.country from activity_place p where p.space_id = ${space} and p.country is not null
    union select 'relationship', r.id::text from activity a join relationship r on r.id = a.relationship_id
      where a.space_id = ${space}
    order by 1, 2`.execute(tx)
  const values = (of: string) => rows.filter(row => row.of === of).map(row => row.value)
  const relationships = values('relationship')
  const texts = await textsOf(tx, relationships)
  return {
    statuses: values('status') as Status[],
    countries: values('country'),
    relationships: relationships
      .map(id => ({ id, name: show(texts.get(id)?.name, locale)?.text ?? '–' }))
      .sort((a, b) => a.name.localeCompare(b.name, locale)),
  }
}
