import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf, writeTexts } from '#ground/languages/texts.ts'
import { wordsTyped } from '../../rules/forms.ts'
import type { Fields } from '../../rules/typed.ts'
import '../../store/tables.ts'
import type { Status } from '../rules/codes.ts'
import { circleIn, orNull, type Place } from './place.ts'

const projectTexts = ['title', 'description'] as const

/** A project as its form shows it. @param lock holds others off until this transaction is over */
export async function readProjectFields(tx: Tx, { space, id }: Place, lock = false): Promise<Fields | null> {
  if (id === null) return null
  let query = tx.selectFrom('activity').selectAll().where('id', '=', id).where('space_id', '=', space)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return null
  const texts = (await textsOf(tx, [id])).get(id) ?? {}
  return {
    source: texts.title?.source ?? '',
    ...Object.fromEntries(
      projectTexts.flatMap(field =>
        locales.map(locale => [`${field}-${locale}`, texts[field]?.bodies[locale]?.body ?? '']),
      ),
    ),
    identifier: row.identifier ?? '',
    status: row.status,
    plannedStart: row.planned_start ?? '',
    actualStart: row.actual_start ?? '',
    plannedEnd: row.planned_end ?? '',
    actualEnd: row.actual_end ?? '',
    scope: row.scope ?? '',
    relationship: row.relationship_id ?? '',
    parent: row.parent_id ?? '',
    visibility: String(row.visibility),
  }
}

/** @returns its id */
export async function writeProjectFields(tx: Tx, { space, id }: Place, fields: Fields): Promise<string> {
  const values = {
    identifier: orNull(fields.identifier),
    status: fields.status as Status,
    planned_start: orNull(fields.plannedStart),
    actual_start: orNull(fields.actualStart),
    planned_end: orNull(fields.plannedEnd),
    actual_end: orNull(fields.actualEnd),
    scope: orNull(fields.scope),
    relationship_id: orNull(fields.relationship),
    parent_id: orNull(fields.parent),
    visibility: circleIn(fields, 'visibility'),
  }
  const written =
    id === null
      ? await tx
          .insertInto('activity')
          .values({ ...values, space_id: space })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await tx.updateTable('activity').set(values).where('id', '=', id).returning('id').executeTakeFirstOrThrow()
  await writeTexts(
    tx,
    projectTexts.map(field => {
      const { source, bodies } = wordsTyped(fields, field)
      return { table: 'activity', id: written.id, field, source, bodies, only: true }
    }),
  )
  return written.id
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

/** Whether a record that a form names is of this memory: a foreign key knows no space. */
export async function isOf(tx: Tx, table: 'activity' | 'relationship', space: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('space_id', '=', space)
    .executeTakeFirst()
  return row !== undefined
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

/** @returns whether it was there */
export async function removeProject(tx: Tx, { space, id }: Place): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('activity')
    .where('id', '=', id ?? '')
    .where('space_id', '=', space)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
