import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import '#convene/store/tables.ts'

/** What an organiser wrote for one mail in one language; what they did not write is null. */
export type OwnWords = { subject: string | null; body: string | null }

/**
 * The own words of a seminar for a kind of mail, in one language. One query: it is asked for each mail that leaves. A
 * language without own words gets the usual ones, never those of another language.
 */
export async function ownWords(tx: Tx, seminarId: string, template: string, locale: Locale): Promise<OwnWords> {
  const rows = await tx
    .selectFrom('mail_words as w')
    .innerJoin('translation as t', join =>
      join.onRef('t.record_id', '=', 'w.id').on('t.record_table', '=', 'mail_words'),
    )
    .select(['t.field', 't.body'])
    .where('w.seminar_id', '=', seminarId)
    .where('w.template', '=', template)
    .where('t.language', '=', locale)
    .execute()
  const of = (field: string) => rows.find(row => row.field === field)?.body ?? null
  return { subject: of('subject'), body: of('body') }
}
