import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale } from '#ground/languages/locales.ts'
import type { Names, Programme } from '../rules/programme.ts'
import { withLanguage } from '../rules/texts.ts'
import { versionSlug } from '../rules/version-slug.ts'
import '#convene/store/tables.ts'

/** A released version: what it says stays as it was released, with the words of languages that were published since. */
export type Version = {
  id: string
  number: number
  /** Its address, below that of the seminar. */
  slug: string
  releasedAt: Temporal.Instant
  programme: Programme
}

/** The words of a language, published after the release. */
export type LaterWords = readonly {
  language: string
  texts: Readonly<Record<string, string>>
  older: readonly string[]
}[]

/** A version with the words that were published later. */
export function withLaterWords(programme: Programme, later: LaterWords): Programme {
  return later.reduce(
    (said, { language, texts, older }) => (isLocale(language) ? withLanguage(said, language, texts, older) : said),
    programme,
  )
}

/** Every released version of a seminar that the actor may see, the oldest first. Two queries. */
export async function readVersions(tx: Tx, seminarId: string): Promise<Version[]> {
  const rows = await tx
    .selectFrom('programme_version')
    .select(['id', 'number', 'slug', 'released_at as releasedAt', 'content'])
    .where('seminar_id', '=', seminarId)
    .orderBy('number')
    .execute()
  const words = await tx
    .selectFrom('programme_version_language')
    .select(['version_id', 'language', 'texts', 'older'])
    .where('space_id', '=', seminarId)
    .orderBy('language')
    .execute()
  return rows.map(({ content, ...version }) => ({
    ...version,
    programme: withLaterWords(
      content,
      words.filter(({ version_id }) => version_id === version.id),
    ),
  }))
}

/** The last released version of a seminar, or null; one query. */
export async function readLatestVersion(tx: Tx, seminarId: string): Promise<Version | null> {
  const row = await tx
    .selectFrom('programme_version as v')
    .select(['v.id', 'v.number', 'v.slug', 'v.released_at as releasedAt', 'v.content'])
    .select(eb =>
      jsonArrayFrom(
        eb
          .selectFrom('programme_version_language as l')
          .select(['l.language', 'l.texts', 'l.older'])
          .whereRef('l.version_id', '=', 'v.id')
          .orderBy('l.language'),
      ).as('later'),
    )
    .where('v.seminar_id', '=', seminarId)
    .orderBy('v.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { content, later, ...version } = row
  return { ...version, programme: withLaterWords(content, later) }
}

/** The names on the programme of a seminar that everybody may read, by key of the person. */
export async function readNames(tx: Tx, seminarId: string): Promise<Names> {
  const { rows } = await sql<{ key: string; given_name: string | null; family_name: string | null }>`
    select key, given_name, family_name from perenne.names_on_programme(${seminarId})`.execute(tx)
  return new Map(
    rows.map(({ key, given_name, family_name }) => [
      key,
      { givenName: given_name ?? '', familyName: family_name ?? '' },
    ]),
  )
}

/** Whether a version was released already. */
export async function hasVersion(tx: Tx, seminarId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('programme_version')
    .select('id')
    .where('seminar_id', '=', seminarId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Adds a version, behind the gate of its seminar; the database gives it the next number.
 *
 * @param version.slug what its address is to be: it gets another when an earlier version has it (version-slug.ts)
 */
export async function addVersion(
  tx: Tx,
  version: { seminarId: string; slug: string; programme: Programme; releasedBy: string | null },
): Promise<{ id: string; number: number; slug: string }> {
  const taken = await tx
    .selectFrom('programme_version')
    .select('slug')
    .where('seminar_id', '=', version.seminarId)
    .execute()
  return tx
    .insertInto('programme_version')
    .values({
      seminar_id: version.seminarId,
      slug: versionSlug(version.slug, new Set(taken.map(({ slug }) => slug))),
      content: JSON.stringify(version.programme),
      released_by: version.releasedBy,
      number: 1,
    })
    .returning(['id', 'number', 'slug'])
    .executeTakeFirstOrThrow()
}
