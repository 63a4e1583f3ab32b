import type { Tx } from '#ground/database/actor.ts'
import { date } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { unknownDate } from '../../rules/edtf.ts'
import { choicesIn, type Fields, type Place } from '../../rules/typed.ts'
import type { AgreementEventKind, AgreementKind, Renewal } from '../../store/agreements.ts'
import { dayAndKnown } from '../../store/as-known.ts'
import type { Named } from '../../store/choices.ts'
import { formRow, writeFormRow } from '../../store/form-row.ts'
import { atMostOf, numberIn, orNull, text, textFields, writeTextFields } from '../../store/form-texts.ts'

export async function readAgreementFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await formRow(tx, 'agreement', at, { lock })
  if (!row) return null
  return {
    ...(await textFields(tx, row.id, ['title'])),
    kind: row.kind,
    amends: text(row.amends_id),
    firstEnd: row.first_end_as_known ?? text(row.first_end),
    renewal: row.renewal,
    renewalMonths: text(row.renewal_months),
    mostRenewals: text(row.most_renewals),
    noticeMonths: text(row.notice_months),
    noticeDays: text(row.notice_days),
    languages: row.languages.toSorted().join(' '),
    atMost: text(row.at_most),
  }
}

/**
 * @param fields of which those that its renewal gives no meaning to are empty. A new one may say when it was signed: its first
 * event
 * @returns its id
 */
export async function writeAgreementFields(tx: Tx, at: Place, fields: Fields): Promise<string> {
  const { parent, id } = at
  const firstEnd = dayAndKnown(fields.firstEnd)
  const values = {
    kind: fields.kind as AgreementKind,
    amends_id: orNull(fields.amends),
    first_end: firstEnd.day,
    first_end_as_known: firstEnd.known,
    renewal: fields.renewal as Renewal,
    renewal_months: numberIn(fields.renewalMonths),
    most_renewals: numberIn(fields.mostRenewals),
    notice_months: numberIn(fields.noticeMonths) ?? 0,
    notice_days: numberIn(fields.noticeDays) ?? 0,
    languages: choicesIn(fields.languages),
    at_most: atMostOf(fields),
  }
  const written = await writeFormRow(tx, 'agreement', id, values, { relationship_id: parent ?? '' })
  await writeTextFields(tx, 'agreement', written, ['title'], fields)
  if (id === null && fields.signedOn)
    await writeEventFields(tx, { ...at, parent: written }, { kind: 'signed', on: fields.signedOn })
  return written
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
    name: [`${number} (${date(locale, Temporal.PlainDate.from(decided_on))})`, wordsOf(texts.get(id)?.object, locale)]
      .filter(Boolean)
      .join(', '),
  }))
}

export async function readEventFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await formRow(tx, 'agreement_event', at, { lock, above: 'agreement_id' })
  if (!row) return null
  return {
    kind: row.kind,
    on: row.on_as_known ?? row.on_day ?? unknownDate,
    ends: row.ends_as_known ?? text(row.ends_on),
    decision: text(row.decision_id),
  }
}

/** Of two events of one day the one noted later comes after. @returns its id */
export async function writeEventFields(tx: Tx, { parent, id }: Place, fields: Fields): Promise<string> {
  const [on, ends] = [dayAndKnown(fields.on), dayAndKnown(fields.ends)]
  const values = {
    kind: fields.kind as AgreementEventKind,
    on_day: on.day,
    on_as_known: on.known,
    ends_on: ends.day,
    ends_as_known: ends.known,
    decision_id: orNull(fields.decision),
  }
  const last =
    id !== null
      ? undefined
      : await tx
          .selectFrom('agreement_event')
          .select(eb => eb.fn.max('position').as('position'))
          .where('agreement_id', '=', parent ?? '')
          .executeTakeFirst()
  const whenNew = { agreement_id: parent ?? '', position: (last?.position ?? -1) + 1 }
  return writeFormRow(tx, 'agreement_event', id, values, whenNew)
}
