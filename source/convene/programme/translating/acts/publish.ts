import type { Version } from '#convene/programme/store/versions.ts'
import { versionOf } from '#convene/seminar/acts/version-of.ts'
import { holdSeminar, lockImport } from '#convene/seminar/store/save-seminar.ts'
import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { indexRecords } from '#ground/search/index.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import type { Fitting } from '../rules/fitting.ts'
import { addLanguage, fittingIn, isOpen, languagesOfProgramme } from '../store/languages-of.ts'

export type LanguagePublished =
  | { outcome: 'published'; texts: number }
  /** Nothing was released yet: there is no version to publish in it. */
  | { outcome: 'not-released' }
  /** The seminar does not offer this language. */
  | { outcome: 'not-offered' }
  /** The last version has its words, or got some since its release: that is done once, and a later release carries the rest. */
  | { outcome: 'already' }
  /** No text of the draft fits what was released; why not, text by text. */
  | { outcome: 'nothing'; left: Fitting['left'] }
  /** Another version or other words than those that whoever publishes saw. Nothing was written. */
  | { outcome: 'stale' }

/** What the form showed that publishes a language: the version and its words. */
export const versionOfOffer = (version: Version, fitting: Fitting) =>
  versionOf([version.id, fitting.texts, fitting.older, fitting.left])

/**
 * Publishes the last version in a language that it was not released in, or that it has not all words of: with those of the
 * draft that fit it, those that are out of date marked as a release marks them. It is done once for each version and language; what is translated afterwards comes with the next
 * release. No version is made: for readers it is the same programme, said in one more language.
 *
 * @param seen `versionOfOffer` of what the form showed
 * @throws Refusal `not-found` for a seminar that the actor does not see, `forbidden` without the right to edit it
 */
export function publishLanguage(
  house: House,
  actor: Actor,
  slug: string,
  language: Locale,
  seen: string,
  sent?: { once: string | null; location: string },
): Promise<LanguagePublished> {
  return as(
    house.db,
    actor,
    async tx => {
      // A release waits, and this waits for a release: words are never added to a version that is not the last any more.
      await lockImport(tx, slug)
      const mayPublish = await holdSeminar(tx, slug)
      const of = await languagesOfProgramme(tx, slug)
      if (!of) throw notFound()
      if (!mayPublish) throw forbidden()
      const fitting = fittingIn(of, language)
      if (!of.version || !fitting) return { outcome: 'not-released' }
      if (!of.seminar.file.languages.includes(language)) return { outcome: 'not-offered' }
      if (!isOpen(of, language, fitting)) return { outcome: 'already' }
      if (fitting.count === 0) return { outcome: 'nothing', left: fitting.left }
      if (versionOfOffer(of.version, fitting) !== seen) return { outcome: 'stale' }
      const publishedBy = actor.kind === 'person' ? actor.id : null
      const { texts, older } = fitting
      const added = await addLanguage(tx, { versionId: of.version.id, language, texts, older, publishedBy })
      if (!added) return { outcome: 'already' }
      await indexRecords(tx, house.rooms, 'seminar', [of.seminar.id])
      if (sent) await rememberSent(tx, sent.once, sent.location)
      return { outcome: 'published', texts: fitting.count }
    },
    `publish ${slug} in ${language}`,
  )
}
