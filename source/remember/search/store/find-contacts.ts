import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'

export type FoundContact = { title: string; body: string; path: string }

/**
 * Contacts whose name has these words, or comes close to them, the closest first: to those inside all of them, to others who
 * holds or held a public office and whose line is in their sight.
 *
 * @param space of one memory alone; null for all
 */
export async function findContacts(
  tx: Tx,
  locale: Locale,
  question: string,
  most: number,
  space: string | null = null,
): Promise<FoundContact[]> {
  const { rows } = await sql<{ id: string; given: string | null; family: string | null; slug: string }>`
    with told as materialized (
      select k.id, n.given_name as given, n.family_name as family, s.slug,
             perenne.fold(concat_ws(' ', n.given_name, n.family_name)) as folded
      from perenne.names_of_contacts(${space}) n join contact k on k.id = n.contact_id join space s on s.id = k.space_id
    )
    select i.id, i.given, i.family, i.slug from told i, perenne.fold(${question}) as asked
    -- From the beginning of a name, or whole names alike: « eau » is nobody who is called Rousseau.
    where strpos(' ' || i.folded, ' ' || asked) > 0 or strict_word_similarity(asked, i.folded) > 0.42
    order by strpos(' ' || i.folded, ' ' || asked) > 0 desc, strict_word_similarity(asked, i.folded) desc, i.folded, i.id
    limit ${most}`.execute(tx)
  const texts = await textsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, given, family, slug }) => ({
    title: [given, family].filter(Boolean).join(' '),
    body: wordsOf(texts.get(id)?.role, locale),
    path: `/territories/${slug}/contacts/${id}`,
  }))
}
