import { looksAfterPeople, seminarOfRegistration } from '#convene/registration/store/find-registrations.ts'
import { personOfRegistration } from '#convene/registration/store/person-of.ts'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { addNote, removeOwnNote } from '../store/notes.ts'

/** How long a note may be, in characters. */
export const longestNote = 5000

type Remember = { once: string | null; location: string }

/**
 * Notes something about a registration, for those who look after the people of its seminar. It is not versioned, goes
 * with the person, and is among what is held about them.
 *
 * @param body not empty, `longestNote` characters at most
 * @throws Refusal `not-found` without such a registration of this seminar, or when its person was erased; `forbidden`
 */
export function writeNote(
  house: House,
  actor: Actor,
  at: { seminarId: string; registrationId: string },
  body: string,
  remember: Remember,
): Promise<void> {
  return as(house.db, actor, async tx => {
    const writtenBy = await mayNote(tx, actor, at)
    const person = await personOfRegistration(tx, at.registrationId)
    if (person === null || person.erased) throw notFound()
    await addNote(tx, { ...at, body, writtenBy })
    await rememberSent(tx, remember.once, remember.location)
  })
}

/**
 * Removes a note that one wrote oneself.
 *
 * @throws Refusal as `writeNote`
 */
export function removeNote(
  house: House,
  actor: Actor,
  at: { seminarId: string; registrationId: string },
  id: string,
  remember: Remember,
): Promise<'removed' | 'not-yours'> {
  return as(house.db, actor, async tx => {
    const writtenBy = await mayNote(tx, actor, at)
    if (!isUuid(id) || !(await removeOwnNote(tx, { id, registrationId: at.registrationId, writtenBy })))
      return 'not-yours'
    await rememberSent(tx, remember.once, remember.location)
    return 'removed'
  })
}

async function mayNote(tx: Tx, actor: Actor, at: { seminarId: string; registrationId: string }): Promise<string> {
  const seminarId = isUuid(at.registrationId) ? await seminarOfRegistration(tx, at.registrationId) : null
  if (seminarId === null || seminarId !== at.seminarId) throw notFound()
  if (actor.kind !== 'person' || !(await looksAfterPeople(tx, seminarId))) throw forbidden()
  return actor.id
}
