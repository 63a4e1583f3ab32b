import type { Tx } from '#ground/database/actor.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf, writeTexts } from '#ground/languages/texts.ts'
import { wordsTyped } from '../../rules/forms.ts'
import { choicesIn, type Fields } from '../../rules/typed.ts'
import type { AgreementEventKind, AgreementKind, Renewal } from '../../store/agreements.ts'
import type { Named } from '../../store/choices.ts'
import '../../store/tables.ts'
import type { Place } from './relationship-fields.ts'

const text = (value: number | string | null) => (value === null ? '' : String(value))
const numberIn = (fields: Fields, field: string) => (fields[field] ? Number(fields[field]) : null)
const orNull = (value: string | undefined) => (value ? value : null)

export async function readAgreementFields(tx: Tx, { space, id }: Place, lock = false): Promise<Fields | null> {
  if (id === null) return null
  let query = tx.selectFrom('agreement').selectAll().where('id', '=', id).where('space_id', '=', space)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return null
  const title = (await textsOf(tx, [id])).get(id)?.title
  return {
    source: title?.source ?? '',
    ...Object.fromEntries(locales.map(locale => [`title-${locale}`, title?.bodies[locale]?.body ?? ''])),
    kind: row.kind,
    amends: text(row.amends_id),
    firstEnd: text(row.first_end),
    renewal: row.renewal,
    renewalMonths: text(row.renewal_months),
    mostRenewals: text(row.most_renewals),
    noticeMonths: text(row.notice_months),
    noticeDays: text(row.notice_days),
    languages: row.languages.toSorted().join(' '),
    atMost: text(row.at_most),
  }
}

/** @param fields of which those that its renewal gives no meaning to are empty. @returns its id */
export async function writeAgreementFields(tx: Tx, { parent, id }: Place, fields: Fields): Promise<string> {
  const values = {
    kind: fields.kind as AgreementKind,
    amends_id: orNull(fields.amends),
    first_end: orNull(fields.firstEnd),
    renewal: fields.renewal as Renewal,
    renewal_months: numberIn(fields, 'renewalMonths'),
    most_renewals: numberIn(fields, 'mostRenewals'),
    notice_months: numberIn(fields, 'noticeMonths') ?? 0,
    notice_days: numberIn(fields, 'noticeDays') ?? 0,
    languages: choicesIn(fields.languages),
    at_most: Number(fields.atMost ?? '2') as 0 | 1 | 2,
  }
  const written =
    id === null
      ? await tx
          .insertInto('agreement')
          .values({ ...values, relationship_id: parent ?? '' })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await tx.updateTable('agreement').set(values).where('id', '=', id).returning('id').executeTakeFirstOrThrow()
  const { source, bodies } = wordsTyped(fields, 'title')
  await writeTexts(tx, [{ table: 'agreement', id: written.id, field: 'title', source, bodies, only: true }])
  return written.id
}

/** The relationship of an agreement of this memory; null when there is none with this id that the actor may see. */
export async function relationshipOfAgreement(tx: Tx, space: string, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('agreement')
    .select('relationship_id')
    .where('id', '=', id)
    .where('space_id', '=', space)
    .executeTakeFirst()
  return row?.relationship_id ?? null
}

/** The agreements of a relationship, by title, to choose from. */
export async function agreementsToChoose(tx: Tx, relationship: string, locale: Locale): Promise<Named[]> {
  const rows = await tx.selectFrom('agreement').select('id').where('relationship_id', '=', relationship).execute()
  const ids = rows.map(row => row.id)
  const texts = await textsOf(tx, ids)
  return ids
    .map(id => ({ id, name: wordsOf(texts.get(id)?.title, locale) || id }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
}

/** The decisions of a memory, latest first, to choose from. */
export async function decisionsToChoose(tx: Tx, space: string, locale: Locale): Promise<Named[]> {
  const rows = await tx
    .selectFrom('decision')
    .select(['id', 'number', 'decided_on'])
    .where('space_id', '=', space)
    .orderBy('decided_on', 'desc')
    .orderBy('number')
    .limit(500)
    .execute()
  const texts = await textsOf(
    tx,
    rows.map(row => row.id),
  )
  return rows.map(({ id, number, decided_on }) => ({
    id,
    name: [`${number} (${decided_on})`, wordsOf(texts.get(id)?.object, locale)].filter(Boolean).join(', '),
  }))
}

/** @returns whether it was there */
export async function removeAgreement(tx: Tx, { space, id }: Place): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('agreement')
    .where('id', '=', id ?? '')
    .where('space_id', '=', space)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function readEventFields(tx: Tx, { space, parent, id }: Place, lock = false): Promise<Fields | null> {
  if (id === null) return null
  let query = tx
    .selectFrom('agreement_event')
    .selectAll()
    .where('id', '=', id)
    .where('agreement_id', '=', parent ?? '')
    .where('space_id', '=', space)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row ? { kind: row.kind, on: row.on_day, ends: text(row.ends_on), decision: text(row.decision_id) } : null
}

/** Of two events of one day the one noted later comes after. @returns its id */
export async function writeEventFields(tx: Tx, { parent, id }: Place, fields: Fields): Promise<string> {
  const values = {
    kind: fields.kind as AgreementEventKind,
    on_day: fields.on ?? '',
    ends_on: orNull(fields.ends),
    decision_id: orNull(fields.decision),
  }
  if (id !== null) {
    await tx.updateTable('agreement_event').set(values).where('id', '=', id).execute()
    return id
  }
  const last = await tx
    .selectFrom('agreement_event')
    .select(eb => eb.fn.max('position').as('position'))
    .where('agreement_id', '=', parent ?? '')
    .executeTakeFirst()
  const { id: made } = await tx
    .insertInto('agreement_event')
    .values({ ...values, agreement_id: parent ?? '', position: (last?.position ?? -1) + 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made
}
