import { createHash } from 'node:crypto'
import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { locales } from '#ground/languages/locales.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import { templateOf } from '#ground/mail/acts/compose.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { type OwnTexts, sourceOf, writtenWords } from '../rules/own-words.ts'
import { type TextProblem, textProblems, type WrittenWords } from '../rules/texts.ts'
import { addMailWords, clearText, holdMailWords, removeMailWords } from '../store/mail-words.ts'
import { mayEdit } from '../store/rights.ts'
import type { Remember } from './in-office.ts'

export type WordsSaved =
  | { outcome: 'saved' }
  | { outcome: 'invalid'; problems: TextProblem[] }
  /** Somebody else wrote them meanwhile: nothing was written. */
  | { outcome: 'stale' }

/** The version of own words: a digest of what they say. */
export function wordsVersion(texts: OwnTexts | undefined): string {
  const { subject, body } = writtenWords(texts)
  const said = locales.map(locale => [subject[locale] ?? '', body[locale] ?? ''])
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 24)
}

/**
 * Writes an organiser's own words for one of the mails of a seminar; a language that is empty gets the usual ones, and when
 * all are empty there are none.
 *
 * @param template of a mail that can have own words
 * @param version of the words that were opened
 * @throws Refusal `not-found` without such a seminar or mail, `forbidden` for whoever may not change the seminar
 */
export function saveMailWords(
  house: House,
  actor: Actor,
  slug: string,
  template: string,
  { words, version }: { words: WrittenWords; version: string },
  remember?: Remember & { location: string },
): Promise<WordsSaved> {
  return as(house.db, actor, async (tx): Promise<WordsSaved> => {
    const seminar = await seminarToWordFor(tx, house, slug, template)
    const problems = textProblems(words, locales, null)
    if (problems.length > 0) return { outcome: 'invalid', problems }
    const there = await holdMailWords(tx, seminar.id, template)
    if (wordsVersion(there ?? undefined) !== version) return { outcome: 'stale' }
    let id = there?.id ?? null
    let any = false
    for (const field of ['subject', 'body'] as const) {
      const before = there?.[field]?.source ?? null
      const source = sourceOf(words[field], before, seminar.sourceLanguage)
      if (there && source !== before) await clearText(tx, there.id, field)
      if (source === null) continue
      id ??= await addMailWords(tx, seminar.id, template)
      any = true
      await writeTexts(tx, [{ table: 'mail_words', id, field, source, bodies: words[field], only: true }])
    }
    if (there && !any) await removeMailWords(tx, seminar.id, template)
    if (remember) await rememberSent(tx, remember.once, remember.location)
    return { outcome: 'saved' }
  })
}

/** Goes back to the usual words of a mail, in every language. @throws Refusal as above */
export function takeBackMailWords(
  house: House,
  actor: Actor,
  slug: string,
  template: string,
  remember?: Remember & { location: string },
): Promise<void> {
  return as(house.db, actor, async tx => {
    const seminar = await seminarToWordFor(tx, house, slug, template)
    await removeMailWords(tx, seminar.id, template)
    if (remember) await rememberSent(tx, remember.once, remember.location)
  })
}

async function seminarToWordFor(tx: Tx, house: House, slug: string, template: string) {
  const seminar = await findSeminarToRegisterFor(tx, { slug })
  if (seminar === null) throw notFound()
  if (!(await mayEdit(tx, seminar.id))) throw forbidden()
  if (!templateOf(house, template)?.usual) throw notFound()
  return seminar
}
