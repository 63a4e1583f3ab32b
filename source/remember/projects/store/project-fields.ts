import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import type { Fields, Place } from '../../rules/typed.ts'
import { dayAndKnown } from '../../store/as-known.ts'
import { formRow, writeFormRow } from '../../store/form-row.ts'
import { circleOf, orNull, textFields, writeTextFields } from '../../store/form-texts.ts'
import type { Status } from '../rules/codes.ts'

const projectTexts = ['title', 'description'] as const

/** A project as its form shows it. @param lock holds others off until this transaction is over */
export async function readProjectFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await formRow(tx, 'activity', at, { lock })
  if (!row) return null
  return {
    ...(await textFields(tx, row.id, projectTexts)),
    identifier: row.identifier ?? '',
    status: row.status,
    plannedStart: row.planned_start_as_known ?? row.planned_start ?? '',
    actualStart: row.actual_start_as_known ?? row.actual_start ?? '',
    plannedEnd: row.planned_end_as_known ?? row.planned_end ?? '',
    actualEnd: row.actual_end_as_known ?? row.actual_end ?? '',
    scope: row.scope ?? '',
    relationship: row.relationship_id ?? '',
    parent: row.parent_id ?? '',
    visibility: String(row.visibility),
  }
}

/** @returns its id */
export async function writeProjectFields(tx: Tx, { space, id }: Place, fields: Fields): Promise<string> {
  const plannedStart = dayAndKnown(fields.plannedStart)
  const actualStart = dayAndKnown(fields.actualStart)
  const plannedEnd = dayAndKnown(fields.plannedEnd)
  const actualEnd = dayAndKnown(fields.actualEnd)
  const values = {
    identifier: orNull(fields.identifier),
    status: fields.status as Status,
    planned_start: plannedStart.day,
    planned_start_as_known: plannedStart.known,
    actual_start: actualStart.day,
    actual_start_as_known: actualStart.known,
    planned_end: plannedEnd.day,
    planned_end_as_known: plannedEnd.known,
    actual_end: actualEnd.day,
    actual_end_as_known: actualEnd.known,
    scope: orNull(fields.scope),
    relationship_id: orNull(fields.relationship),
    parent_id: orNull(fields.parent),
    visibility: circleOf(fields),
  }
  const written = await writeFormRow(tx, 'activity', id, values, { space_id: space })
  await writeTextFields(tx, 'activity', written, projectTexts, fields)
  return written
}

type Choices = { relationships: { id: string; name: string }[]; projects: { id: string; name: string }[] }

/** What can be chosen in the form of a project: relationships, and projects that it could be part of. */
export async function projectParents(tx: Tx, { space, id }: Place, locale: Locale): Promise<Choices> {
  const relationships = await tx.selectFrom('relationship').select('id').where('space_id', '=', space).execute()
  const projects = await tx
    .selectFrom('activity')
    .select('id')
    .where('space_id', '=', space)
    .where('id', 'is distinct from', id)
    .execute()
  const texts = await textsOf(
    tx,
    [...relationships, ...projects].map(row => row.id),
  )
  const named = (rows: readonly { id: string }[], field: string) =>
    rows
      .map(row => ({ id: row.id, name: wordsOf(texts.get(row.id)?.[field], locale) || '–' }))
      .sort((a, b) => a.name.localeCompare(b.name, locale))
  return { relationships: named(relationships, 'name'), projects: named(projects, 'title') }
}

/** Whether a project is another one, or somewhere under it: then it cannot be what that one is part of. */
export async function isUnderProject(tx: Tx, above: string, project: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive up(id, parent_id) as (
      select a.id, a.parent_id from activity a where a.id = ${project}
      union select a.id, a.parent_id from activity a join up on a.id = up.parent_id
    ) select exists (select from up where id = ${above}) as found`.execute(tx)
  return rows[0]?.found ?? false
}
