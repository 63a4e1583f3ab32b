import type { Tx } from '#ground/database/actor.ts'
import type { Fields, Place } from '../../rules/typed.ts'
import { formRow, writeFormRow } from '../../store/form-row.ts'
import { circleOf, textFields, writeTextFields } from '../../store/form-texts.ts'
import type { RelationshipKind } from '../rules/standing.ts'
import { writePartyFields } from './part-fields.ts'

export const relationshipTexts = ['name', 'reason', 'narrative', 'sensitivity'] as const
/** Texts that may be kept to a smaller circle; `sensitivity` always stays inside. */
const keptTexts = ['reason', 'narrative'] as const

/** A relationship as its form shows it; `reason-at-most` is who sees that text at most. */
export async function readRelationshipFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await formRow(tx, 'relationship', at, { lock })
  if (!row) return null
  const circles = await tx
    .selectFrom('field_circle')
    .select(['field', 'at_most'])
    .where('record_id', '=', row.id)
    .where('record_table', '=', 'relationship')
    .execute()
  return {
    kind: row.kind,
    during: row.during,
    visibility: String(row.visibility),
    ...(await textFields(tx, row.id, relationshipTexts)),
    ...Object.fromEntries(
      keptTexts.map(field => [`${field}-at-most`, String(circles.find(one => one.field === field)?.at_most ?? 2)]),
    ),
  }
}

/** @param fields of which a new one may name the organisation with which it is. @returns its id */
export async function writeRelationshipFields(tx: Tx, { space, id }: Place, fields: Fields): Promise<string> {
  const values = {
    kind: fields.kind as RelationshipKind,
    during: fields.during ?? '',
    visibility: circleOf(fields),
  }
  const written = await writeFormRow(tx, 'relationship', id, values, { space_id: space })
  if (id === null && fields.organisation) {
    const party = { organisation: fields.organisation, role: fields.kind === 'network' ? 'network' : 'partner' }
    await writePartyFields(tx, { space, parent: written, id: null }, party)
  }
  // The circles first: a text that stays inside is at no moment seen by more.
  for (const field of keptTexts) await writeCircle(tx, written, field, Number(fields[`${field}-at-most`] ?? '2'))
  await writeTextFields(tx, 'relationship', written, relationshipTexts, fields)
  return written
}

async function writeCircle(tx: Tx, id: string, field: string, atMost: number): Promise<void> {
  if (atMost !== 0 && atMost !== 1) {
    await tx
      .deleteFrom('field_circle')
      .where('record_id', '=', id)
      .where('record_table', '=', 'relationship')
      .where('field', '=', field)
      .execute()
    return
  }
  await tx
    .insertInto('field_circle')
    .values({ record_table: 'relationship', record_id: id, field, at_most: atMost })
    .onConflict(conflict =>
      conflict
        .columns(['record_id', 'record_table', 'field'])
        .doUpdateSet({ at_most: atMost })
        .where('field_circle.at_most', '<>', atMost),
    )
    .execute()
}

/** What goes with a relationship when it is removed, and what stays and only loses it. */
export type GoesWithIt = {
  parties: number
  agreements: number
  fees: number
  seats: number
  duties: number
  commitments: number
  projects: number
  mentions: number
}

export async function whatGoesWith(tx: Tx, id: string): Promise<GoesWithIt> {
  const count = async (
    table: 'relationship_party' | 'agreement' | 'fee' | 'network_seat' | 'responsibility' | 'commitment' | 'activity',
  ) => {
    const row = await tx
      .selectFrom(table)
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('relationship_id', '=', id)
      .executeTakeFirst()
    return Number(row?.count ?? 0)
  }
  const mentions = await tx
    .selectFrom('about')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('about_table', '=', 'relationship')
    .where('about_id', '=', id)
    .executeTakeFirst()
  return {
    parties: await count('relationship_party'),
    agreements: await count('agreement'),
    fees: await count('fee'),
    seats: await count('network_seat'),
    duties: await count('responsibility'),
    commitments: await count('commitment'),
    projects: await count('activity'),
    mentions: Number(mentions?.count ?? 0),
  }
}
