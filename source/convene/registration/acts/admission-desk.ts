import type { Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { MailToQueue } from '#ground/mail/store/queue.ts'
import { foldEmail, identityWords } from '../rules/fold.ts'
import { windowState } from '../rules/window.ts'
import { findAnswered } from '../store/answered.ts'
import { countLately, findEarlier } from '../store/find-earlier.ts'
import type { Hall } from '../store/hall.ts'
import { invitationsByCode } from '../store/invitations.ts'
import { currentQuestions } from '../store/questions.ts'
import { approvedReferences } from '../store/references.ts'
import { currentConsents, type SeminarToRegisterFor } from '../store/seminar.ts'
import type { NewRegistration } from '../store/write-registrations.ts'
import { knownLately } from './known-lately.ts'
import type { Situation } from './newcomer.ts'
import type { RegistrationInput } from './sending.ts'

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** Reads what is needed to admit all of them. */
export async function openDesk(
  tx: Tx,
  house: House,
  seminar: SeminarToRegisterFor,
  hall: Hall,
  everybody: readonly RegistrationInput[],
) {
  const identities = new Map(
    everybody.map(person => [person, house.keys.hash('registrant', identityWords(seminar.id, person))]),
  )
  // Of the key and the person together: the same key with somebody else in it is another request, so that nobody learns
  // from a key whom it was used for before.
  const keys = new Map(
    everybody.flatMap(person =>
      person.idempotencyKey
        ? [[person, house.keys.hash('idempotency', `${identities.get(person)} ${person.idempotencyKey}`)] as const]
        : [],
    ),
  )
  const answered = await findAnswered(tx, [...keys.values()])
  return {
    tx,
    seminar,
    hall,
    identities,
    keys,
    /** What was answered to requests that came with a key, now or earlier. */
    answered,
    // The window is asked inside the gate: whoever waited at it is judged by the moment they came through.
    window: windowState(seminar, hall.now),
    consents: await currentConsents(tx, seminar.id),
    questions: await currentQuestions(tx, seminar.id),
    invitations: everybody.some(({ invitation }) => invitation) ? await invitationsByCode(tx, seminar.id) : new Map(),
    references: await approvedReferences(tx, seminar.id, {
      organisations: everybody,
      territories: [...new Set(everybody.flatMap(({ territoryId }) => territoryId ?? []))],
    }),
    earlier: await findEarlier(tx, seminar.id, {
      identities: [...identities.values()],
      keys: [...keys.values()],
      ids: [...answered.values()].map(({ id }) => id),
    }),
    lately: await countAll(
      tx,
      house,
      seminar.id,
      everybody.map(({ email }) => email),
    ),
    real: { places: hall.places, line: null } as Situation,
    added: [] as NewRegistration[],
    mails: [] as MailToQueue[],
    sent: [] as { key: string; location: string }[],
  }
}

/** How often each address, as `foldEmail` sees it, was used within the hour: by who was new and by who was known. */
export async function countAll(tx: Tx, house: House, seminarId: string, emails: readonly string[]) {
  const found = new Map<string, number>()
  const written = await countLately(tx, seminarId, [...new Set(emails.map(email => email.trim().toLowerCase()))])
  for (const [email, n] of written) found.set(foldEmail(email), (found.get(foldEmail(email)) ?? 0) + n)
  for (const email of new Set(emails.map(foldEmail)))
    found.set(email, (found.get(email) ?? 0) + knownLately(house, seminarId, email))
  return found
}
