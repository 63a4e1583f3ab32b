import { type RawBuilder, sql } from 'kysely'

/**
 * The first words of a text, as SQL: whole where it is no longer than `most` letters, else up to the end of a word, with “ …”.
 * One word that is longer than that is cut where it must be.
 */
export const inShort = (text: RawBuilder<unknown>, most: number): RawBuilder<string> => sql<string>`
  case when length(${text}) > ${most}::integer
    then regexp_replace(left(${text}, ${most - 2}::integer), '\\s+\\S*$', '') || ' …' else ${text} end`
