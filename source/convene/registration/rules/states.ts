export type RegistrationState = 'requested' | 'waiting' | 'offered' | 'confirmed' | 'refused' | 'cancelled' | 'expired'

/** What can be done to a registration. */
export type Step =
  | 'approve'
  | 'refuse'
  | 'cancel'
  | 'promote'
  | 'offer'
  | 'accept'
  | 'expire'
  | 'hand-on'
  | 'change'
  | 'prioritise'

/** In which states each step can be taken. One table, told in docs/registration.md. */
export const stepsFrom: Readonly<Record<Step, readonly RegistrationState[]>> = {
  approve: ['requested'],
  // A confirmed person has our word: they are cancelled, and told why.
  refuse: ['requested', 'waiting', 'offered'],
  cancel: ['requested', 'waiting', 'offered', 'confirmed'],
  promote: ['waiting'],
  offer: ['waiting'],
  accept: ['offered'],
  expire: ['offered'],
  'hand-on': ['confirmed'],
  change: ['requested', 'waiting', 'offered', 'confirmed'],
  // Before a request is approved, so that whoever finds no room begins where they are to stand.
  prioritise: ['requested', 'waiting'],
}

export const can = (step: Step, state: RegistrationState): boolean => stepsFrom[step].includes(state)

/** Offered and confirmed hold a place; requested and waiting do not. */
export const holdsPlace = (state: RegistrationState): boolean => state === 'offered' || state === 'confirmed'

/** Whether the registration counts as this person's one: while it lives there is no second. */
export const isAlive = (state: RegistrationState): boolean => stepsFrom.cancel.includes(state)
