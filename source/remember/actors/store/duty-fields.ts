import type { Tx } from '#ground/database/actor.ts'
import type { Fields, Place } from '../../rules/typed.ts'
import { formRow, writeFormRow } from '../../store/form-row.ts'
import { circleOf, orNull } from '../../store/form-texts.ts'
import type { DutyRole } from './services.ts'
import { underThoseThatStand } from './standing.ts'

export async function readDutyFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await formRow(tx, 'responsibility', at, { lock })
  if (!row) return null
  const fields = {
    organisation: row.organisation_id,
    contact: row.contact_id ?? '',
    role: row.role,
    of: row.relationship_id === null ? `project:${row.activity_id}` : `relationship:${row.relationship_id}`,
    during: row.during ?? '',
    visibility: String(row.visibility),
  }
  return underThoseThatStand(tx, fields, ['organisation'])
}

export async function writeDutyFields(tx: Tx, { space, id }: Place, fields: Fields): Promise<string> {
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
  return writeFormRow(tx, 'responsibility', id, values, { space_id: space })
}
