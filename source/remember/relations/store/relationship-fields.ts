import type { Tx } from '#ground/database/actor.ts'
import { locales } from '#ground/languages/locales.ts'
import { textsOf, writeTexts } from '#ground/languages/texts.ts'
import { wordsTyped } from '../../rules/forms.ts'
import type { Fields } from '../../rules/typed.ts'
import '../../store/tables.ts'
import type { RelationshipKind } from '../rules/standing.ts'

/** Where a record is: in which memory, under which relationship or agreement, and which; null makes a new one. */
export type Place = { space: string; parent: string | null; id: string | null }

export const relationshipTexts = ['name', 'reason', 'narrative', 'sensitivity'] as const
/** Texts that may be kept to a smaller circle; `sensitivity` always stays inside. */
const keptTexts = ['reason', 'narrative'] as const

/** A relationship as its form shows it; `reason-at-most` is who sees that text at most. */
export async function readRelationshipFields(tx: Tx, { space, id }: Place, lock = false): Promise<Fields | null> {
  if (id === null) return null
  let query = tx.selectFrom('relationship').selectAll().where('id', '=', id).where('space_id', '=', space)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return null
  const texts = (await textsOf(tx, [id])).get(id) ?? {}
  const circles = await tx
    .selectFrom('field_circle')
    .select(['field', 'at_most'])
    .where('record_id', '=', id)
    .where('record_table', '=', 'relationship')
    .execute()
  return {
    kind: row.kind,
    during: row.during,
    visibility: String(row.visibility),
    source: texts.name?.source ?? '',
    ...Object.fromEntries(
      relationshipTexts.flatMap(field =>
        locales.map(locale => [`${field}-${locale}`, texts[field]?.bodies[locale]?.body ?? '']),
      ),
    ),
    ...Object.fromEntries(
      keptTexts.map(field => [`${field}-at-most`, String(circles.find(one => one.field === field)?.at_most ?? 2)]),
    ),
  }
}

/** @returns its id */
export async function writeRelationshipFields(tx: Tx, { space, id }: Place, fields: Fields): Promise<string> {
  const values = {
    kind: fields.kind as RelationshipKind,
    during: fields.during ?? '',
    visibility: Number(fields.visibility) as 0 | 1 | 2,
  }
  const written =
    id === null
      ? await tx
          .insertInto('relationship')
          .values({ ...values, space_id: space })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await tx.updateTable('relationship').set(values).where('id', '=', id).returning('id').executeTakeFirstOrThrow()
  // The circles first: a text that stays inside is at no moment seen by more.
  for (const field of keptTexts) await writeCircle(tx, written.id, field, Number(fields[`${field}-at-most`] ?? '2'))
  await writeTexts(
    tx,
    relationshipTexts.map(field => {
      const { source, bodies } = wordsTyped(fields, field)
      return { table: 'relationship', id: written.id, field, source, bodies, only: true }
    }),
  )
  return written.id
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

/** @returns whether it was there */
export async function removeRelationship(tx: Tx, { space, id }: Place): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('relationship')
    .where('id', '=', id ?? '')
    .where('space_id', '=', space)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
