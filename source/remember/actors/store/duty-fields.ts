import type { Tx } from '#ground/database/actor.ts'
import '../../store/tables.ts'
import { circleOf, type Fields, orNull } from './form-texts.ts'
import type { DutyRole } from './services.ts'

export async function readDutyFields(tx: Tx, space: string, id: string, lock = false): Promise<Fields | null> {
  let query = tx.selectFrom('responsibility').selectAll().where('id', '=', id).where('space_id', '=', space)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return null
  return {
    organisation: row.organisation_id,
    contact: row.contact_id ?? '',
    role: row.role,
    of: row.relationship_id === null ? `project:${row.activity_id}` : `relationship:${row.relationship_id}`,
    during: row.during ?? '',
    visibility: String(row.visibility),
  }
}

export async function writeDutyFields(tx: Tx, space: string, id: string | null, fields: Fields): Promise<string> {
  const [kind, record = ''] = (fields.of ?? '').split(':')
  const values = {
    visibility: circleOf(fields),
    organisation_id: fields.organisation ?? '',
    contact_id: orNull(fields.contact),
    role: fields.role as DutyRole,
    relationship_id: kind === 'relationship' ? record : null,
    activity_id: kind === 'project' ? record : null,
    during: orNull(fields.during),
  }
  const written =
    id === null
      ? await tx
          .insertInto('responsibility')
          .values({ ...values, space_id: space })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await tx
          .updateTable('responsibility')
          .set(values)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirstOrThrow()
  return written.id
}
