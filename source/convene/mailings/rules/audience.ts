import type { RegistrationState } from '#convene/registration/rules/states.ts'

export const audienceStates = [
  'confirmed',
  'offered',
  'waiting',
  'requested',
  'refused',
  'cancelled',
  'expired',
] as const satisfies readonly RegistrationState[]

/** People who can be chosen one by one: more are chosen by what they have in common. */
export const mostChosen = 1000

/**
 * To whom a mailing goes: each list that is there must hold the registration's own value. People who were chosen one by one
 * get it in whatever state they are; else at least one state is named, so that nobody who left is written to by mistake.
 */
export type Audience = {
  states?: RegistrationState[]
  categories?: string[]
  regions?: string[]
  /** Languages of the mails. */
  languages?: string[]
  registrations?: string[]
  invitations?: string[]
}

/** The lists that choose, without the empty ones. */
export function trimmed(audience: Audience): Audience {
  return Object.fromEntries(Object.entries(audience).filter(([, list]) => list !== undefined && list.length > 0))
}

/** Whether it names anybody at all. */
export const choosesSomebody = ({ states = [], registrations = [] }: Audience): boolean =>
  states.length > 0 || registrations.length > 0
