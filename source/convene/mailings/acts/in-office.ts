import { looksAfterPeople } from '#convene/registration/store/find-registrations.ts'
import { findSeminarToRegisterFor, type SeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import type { Tx } from '#ground/database/actor.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { holdMailing, type Mailing } from '../store/mailings.ts'

/** What a form that was sent is remembered by, in the transaction of what it did: its key, and where it led. */
export type Remember = { once: string | null; location: string | ((id: string) => string) }

/**
 * The seminar in whose name an actor writes to people.
 *
 * @throws Refusal `not-found` when they see no such seminar, `forbidden` when they do not look after its people
 */
export async function seminarToWriteFor(tx: Tx, by: { slug: string } | { id: string }): Promise<SeminarToRegisterFor> {
  const seminar = await findSeminarToRegisterFor(tx, by)
  if (seminar === null) throw notFound()
  if (!(await looksAfterPeople(tx, seminar.id))) throw forbidden()
  return seminar
}

/**
 * A mailing of a seminar, held until the transaction ends.
 *
 * @throws Refusal as above, and `not-found` for a mailing of another seminar
 */
export async function heldMailing(
  tx: Tx,
  by: { slug: string } | { id: string },
  id: string,
): Promise<{ seminar: SeminarToRegisterFor; mailing: Mailing }> {
  const seminar = await seminarToWriteFor(tx, by)
  const mailing = isUuid(id) ? await holdMailing(tx, seminar.id, id) : null
  if (mailing === null) throw notFound()
  return { seminar, mailing }
}
