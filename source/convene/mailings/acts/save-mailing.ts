import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { writeTexts } from '#ground/languages/texts.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { type Audience, choosesSomebody } from '../rules/audience.ts'
import { isOpen, mailingState } from '../rules/mailing-state.ts'
import { type TextProblem, textProblems, type WrittenWords } from '../rules/texts.ts'
import { addMailing, changeMailing } from '../store/mailings.ts'
import { heldMailing, type Remember, seminarToWriteFor } from './in-office.ts'

export type MailingToSave = { audience: Audience; words: WrittenWords }

export type Saved =
  | { outcome: 'saved'; id: string }
  | { outcome: 'invalid'; problems: TextProblem[]; nobody: boolean }
  /** Somebody else changed it since it was opened: nothing was written. */
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
    const invalid = check({ audience, words }, seminar.sourceLanguage)
    if (invalid) return invalid
    const createdBy = actor.kind === 'person' ? actor.id : null
    const id = await addMailing(tx, { seminarId: seminar.id, audience, createdBy })
    await writeWords(tx, id, words, seminar.sourceLanguage)
    if (remember) await rememberSent(tx, remember.once, whereTo(remember, id))
    return { outcome: 'saved', id }
  })
}

/**
 * Changes the words and the audience of a mailing that has not begun; its time stays.
 *
 * @param version of the mailing that was opened
 * @throws Refusal as `heldMailing` says
 */
export function changeDraft(
  house: House,
  actor: Actor,
  slug: string,
  id: string,
  { audience, words, version }: MailingToSave & { version: number },
  remember?: Remember,
): Promise<Saved> {
  return as(house.db, actor, async (tx): Promise<Saved> => {
    const { seminar, mailing } = await heldMailing(tx, { slug }, id)
    if (!isOpen(mailingState({ ...mailing, waiting: 0 }, seminar.now)) || mailing.daysBefore !== null)
      return { outcome: 'gone' }
    if (mailing.version !== version) return { outcome: 'stale' }
    const source = mailing.body?.source ?? seminar.sourceLanguage
    const invalid = check({ audience, words }, source)
    if (invalid) return invalid
    await changeMailing(tx, id, { audience })
    await writeWords(tx, id, words, source)
    if (remember) await rememberSent(tx, remember.once, whereTo(remember, id))
    return { outcome: 'saved', id }
  })
}

const whereTo = ({ location }: Remember, id: string) => (typeof location === 'string' ? location : location(id))

function check({ audience, words }: MailingToSave, source: Locale): Extract<Saved, { outcome: 'invalid' }> | null {
  const problems = textProblems(words, locales, source)
  const nobody = !choosesSomebody(audience)
  return problems.length > 0 || nobody ? { outcome: 'invalid', problems, nobody } : null
}

/** A language that was emptied is taken away. */
function writeWords(tx: Tx, id: string, words: WrittenWords, source: Locale) {
  return writeTexts(
    tx,
    (['subject', 'body'] as const).map(field => ({
      table: 'mailing',
      id,
      field,
      source,
      bodies: words[field],
      only: true,
    })),
  )
}
