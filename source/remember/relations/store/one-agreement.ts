import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type Shown, show } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { type AgreementOn, agreementsOn } from '../../store/agreements.ts'
import '../../store/tables.ts'

export type OneAgreement = AgreementOn & {
  title: Shown | null
  relationshipName: Shown | null
  /** The agreement that it amends, and those that amend it. */
  others: { id: string; title: Shown | null; amends: boolean }[]
  decisions: ReadonlyMap<string, { number: string; decidedOn: string }>
  documents: { id: string; title: Shown | null; during: string | null }[]
}

/** An agreement as it stands on a day, with what belongs to it; null when the actor may not see it in this memory. */
export async function readAgreement(
  tx: Tx,
  space: string,
  id: string,
  locale: Locale,
  day: Temporal.PlainDate,
): Promise<OneAgreement | null> {
  const here = await tx
    .selectFrom('agreement')
    .select('id')
    .where('id', '=', id)
    .where('space_id', '=', space)
    .executeTakeFirst()
  const agreement = here ? (await agreementsOn(tx, { ids: [id] }, day))[0] : undefined
  if (!agreement) return null
  const others = await tx
    .selectFrom('agreement')
    .select(['id', 'amends_id'])
    .where('space_id', '=', space)
    .where(eb => eb.or([eb('amends_id', '=', id), ...(agreement.amends ? [eb('id', '=', agreement.amends)] : [])]))
    .execute()
  const wanted = agreement.events.map(event => event.decision).filter(decision => decision !== null)
  const decisions = await tx
    .selectFrom('decision')
    .select(['id', 'number', 'decided_on'])
    .where(sql<boolean>`id = any (${sql.val(wanted)}::uuid[])`)
    .execute()
  const documents = await tx
    .selectFrom('about')
    .innerJoin('memory_document as d', 'd.id', 'about.record_id')
    .select(['d.id', 'd.during'])
    .where('about.record_table', '=', 'memory_document')
    .where('about.about_id', '=', id)
    .orderBy('d.id')
    .limit(20)
    .execute()
  const texts = await textsOf(tx, [id, agreement.relationship, ...[...others, ...documents].map(one => one.id)])
  const text = (record: string, field: string) => show(texts.get(record)?.[field], locale)
  return {
    ...agreement,
    title: text(id, 'title'),
    relationshipName: text(agreement.relationship, 'name'),
    others: others.map(other => ({ id: other.id, title: text(other.id, 'title'), amends: other.amends_id === id })),
    decisions: new Map(decisions.map(one => [one.id, { number: one.number, decidedOn: one.decided_on }])),
    documents: documents.map(document => ({ ...document, title: text(document.id, 'title') })),
  }
}
