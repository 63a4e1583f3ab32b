import { textStates } from '#convene/editing/rules/text-states.ts'
import { type Programme, programmeOf } from '#convene/programme/rules/programme.ts'
import { readLatestVersion, type Version } from '#convene/programme/store/versions.ts'
import { type SeminarAsFile, seminarAsFile } from '#convene/seminar/store/seminar-as-file.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type Fitting, wordsToPublish } from '../rules/fitting.ts'
import '#convene/store/tables.ts'

export type LanguagesOfProgramme = {
  seminar: SeminarAsFile
  /** The draft, in every language of the seminar. */
  draft: Programme
  /** What everybody sees; null before the first release. */
  version: Version | null
  /** When that version was published in each of its languages: with its release, or later. */
  since: ReadonlyMap<string, Temporal.Instant>
  /** Those to which words were added after the release: that is done once. */
  added: ReadonlySet<string>
}

/**
 * The languages of a seminar's programme: its draft, and in which of them the last version is published.
 *
 * @returns null when there is no such seminar, or none that the actor may see
 */
export async function languagesOfProgramme(tx: Tx, slug: string): Promise<LanguagesOfProgramme | null> {
  const seminar = await seminarAsFile(tx, slug)
  if (!seminar) return null
  const version = await readLatestVersion(tx, seminar.id)
  const later = version
    ? await tx
        .selectFrom('programme_version_language')
        .select(['language', 'published_at as at'])
        .where('version_id', '=', version.id)
        .execute()
    : []
  const released = version ? version.programme.languages.map(language => [language, version.releasedAt] as const) : []
  const since = new Map<string, Temporal.Instant>([...released, ...later.map(row => [row.language, row.at] as const)])
  const added = new Set(later.map(({ language }) => language))
  return { seminar, draft: programmeOf(seminar.file), version, since, added }
}

/** Which words of the draft fit the last version, in a language; null when nothing was released. */
export function fittingIn(of: LanguagesOfProgramme, language: Locale): Fitting | null {
  return of.version && wordsToPublish(of.version.programme, of.draft, language, textStates(of.seminar.textAt))
}

/**
 * Whether a language may still get words of the draft: once after each release, also where it was released in it with
 * texts missing.
 */
export const isOpen = (of: LanguagesOfProgramme, language: Locale, fitting: Fitting | null): boolean =>
  fitting !== null &&
  !of.added.has(language) &&
  !(of.since.has(language) && fitting.count === 0 && fitting.left.length === 0)

/** Adds the words of a language to a version; false when somebody has published it in that language already. */
export async function addLanguage(
  tx: Tx,
  row: { versionId: string; language: Locale; publishedBy: string | null } & Pick<Fitting, 'texts' | 'older'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('programme_version_language')
    .values({
      version_id: row.versionId,
      language: row.language,
      texts: JSON.stringify(row.texts),
      older: row.older,
      published_by: row.publishedBy,
    })
    .onConflict(conflict => conflict.columns(['version_id', 'language']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
