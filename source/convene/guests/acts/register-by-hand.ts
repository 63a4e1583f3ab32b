import { type RegisterResult, type RegistrationInput, registerFor } from '#convene/registration/acts/register.ts'
import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { forbidden } from '#ground/web/refusal.ts'

/**
 * Registers one person whom an organiser enters: by the usual admission, or with the code of an invitation. After the
 * deadline too, until the seminar is over; never over a capacity. Nobody agrees for them: they say on their own page what
 * they consent to.
 *
 * @param how.tell whether the usual mail goes to them, with their own page and the way to undo it
 * @param how.location where each answer leads
 * @throws Refusal `forbidden` for whoever does not look after the people of the seminar
 */
export async function registerByHand(
  house: House,
  by: Actor,
  person: Omit<RegistrationInput, 'origin' | 'consents'>,
  how: { tell: boolean; once: string | null; location: (result: RegisterResult) => string },
): Promise<RegisterResult> {
  const { tell, once, location } = how
  const entered: RegistrationInput = { ...person, consents: [], origin: 'desk' }
  const [result] = await registerFor(
    house,
    person.seminar,
    [entered],
    { by, tell, guestListId: null },
    { once, location: ([first]) => location(first as RegisterResult) },
  )
  if (result === undefined) throw new Error('nobody was answered for')
  if (result.outcome === 'refused' && result.why === 'may-not') throw forbidden()
  return result
}
