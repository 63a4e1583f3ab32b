import { reconcileTexts } from '#convene/seminar/store/reconcile-texts.ts'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { type Audience, choosesSomebody } from '../rules/audience.ts'
import { isOpen, mailingState } from '../rules/mailing-state.ts'
import { originalOf, type TextProblem, textProblems, toFinish, type WrittenWords } from '../rules/texts.ts'
import { addMailing, changeMailing, type Mailing } from '../store/mailings.ts'
import { heldMailing, type Remember, seminarToWriteFor } from './in-office.ts'
import { shownVersion } from './start-mailing.ts'

export type MailingToSave = { audience: Audience; words: WrittenWords }

export type Saved =
  | { outcome: 'saved'; id: string }
  | { outcome: 'invalid'; problems: TextProblem[]; nobody: boolean }
  /** Somebody else changed it or its words since it was opened: nothing was written. */
  | { outcome: 'stale' }
  /** It has left, or was cancelled, meanwhile. */
  | { outcome: 'gone' }

/** Writes a new mailing, as a draft: nothing leaves. @throws Refusal as `seminarToWriteFor` says */
export function addDraft(
  house: House,
  actor: Actor,
  slug: string,
  { audience, words }: MailingToSave,
  remember?: Remember,
): Promise<Saved> {
  return as(house.db, actor, async (tx): Promise<Saved> => {
    const seminar = await seminarToWriteFor(tx, { slug })
    const checked = check({ audience, words }, seminar.sourceLanguage)
    if (checked.outcome === 'invalid') return checked
    const createdBy = actor.kind === 'person' ? actor.id : null
    const id = await addMailing(tx, { seminarId: seminar.id, audience, createdBy })
    await writeWords(tx, { id }, words, checked.source)
    if (remember) await rememberSent(tx, remember.once, whereTo(remember, id))
    return { outcome: 'saved', id }
  })
}

/**
 * Changes the words and the audience of a mailing that has not begun; its time stays.
 *
 * @param version of the mailing that was opened, with its words (`shownVersion`); null when the form did not say
 * @throws Refusal as `heldMailing` says
 */
export function changeDraft(
  house: House,
  actor: Actor,
  slug: string,
  id: string,
  { audience, words, version }: MailingToSave & { version: string | null },
  remember?: Remember,
): Promise<Saved> {
  return as(house.db, actor, async (tx): Promise<Saved> => {
    const { seminar, mailing } = await heldMailing(tx, { slug }, id)
    if (!isOpen(mailingState({ ...mailing, waiting: 0 }, seminar.now)) || mailing.daysBefore !== null)
      return { outcome: 'gone' }
    if (shownVersion(mailing) !== version) return { outcome: 'stale' }
    const checked = check({ audience, words }, seminar.sourceLanguage, mailing.body?.source)
    if (checked.outcome === 'invalid') return checked
    await changeMailing(tx, id, { audience })
    await writeWords(tx, mailing, words, checked.source)
    if (remember) await rememberSent(tx, remember.once, whereTo(remember, id))
    return { outcome: 'saved', id }
  })
}

const whereTo = ({ location }: Remember, id: string) => (typeof location === 'string' ? location : location(id))

function check(
  { audience, words }: MailingToSave,
  preferred: Locale,
  before: Locale | null = null,
): Extract<Saved, { outcome: 'invalid' }> | { outcome: 'right'; source: Locale } {
  const source = originalOf(words, preferred, before)
  const problems = textProblems(words, locales, source ?? toFinish(words, preferred))
  const nobody = !choosesSomebody(audience)
  if (source === null || problems.length > 0 || nobody) return { outcome: 'invalid', problems, nobody }
  return { outcome: 'right', source }
}

type ThereBefore = Pick<Mailing, 'id'> & Partial<Pick<Mailing, 'subject' | 'body'>>

/** A language that was emptied is taken away; the original may move to another language. */
function writeWords(tx: Tx, { id, subject, body }: ThereBefore, words: WrittenWords, source: Locale) {
  const texts = (['subject', 'body'] as const).map(field => ({
    table: 'mailing',
    id,
    field,
    path: field,
    source,
    bodies: Object.fromEntries(Object.entries(words[field]).filter(([, text]) => text.trim() !== '')),
  }))
  const there = new Map([[id, { ...(subject && { subject }), ...(body && { body }) }]])
  return reconcileTexts(tx, [], texts, { mode: 'edit', languages: locales, there })
}
