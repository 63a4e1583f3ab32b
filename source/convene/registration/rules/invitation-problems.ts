/** What an organiser types about an invitation, as far as it can be wrong. */
export type InvitationToCheck = {
  code: string | null
  label: string
  places: number | null
  reserved: boolean
  reservedUntil: Temporal.Instant | null
  priority: number
  validUntil: Temporal.Instant | null
}

export type InvitationProblem =
  | { field: 'label'; code: 'missing' | 'too-long' }
  /** 8 to 20 letters and figures, without accents: shorter ones are guessed. Those that were made before stay valid. */
  | { field: 'code'; code: 'form' }
  | { field: 'places'; code: 'number' | 'needed-to-reserve' }
  /** −100 to 100. */
  | { field: 'priority'; code: 'number' }
  | { field: 'reservedUntil'; code: 'past' }
  | { field: 'validUntil'; code: 'past' }

/** The most that anybody may invite: a bound against slips of the hand. */
const most = 100_000

/** A code as it is kept, however it was typed: capitals and figures. */
export const foldCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

/**
 * What is wrong with an invitation; empty when nothing is. Only places that are kept ask for moments that lie ahead: a
 * change may leave others as they were.
 */
export function invitationProblems(given: InvitationToCheck, now: Temporal.Instant): InvitationProblem[] {
  const found: InvitationProblem[] = []
  const label = given.label.trim()
  if (label === '') found.push({ field: 'label', code: 'missing' })
  else if (label.length > 200) found.push({ field: 'label', code: 'too-long' })
  if (given.code !== null && !/^[A-Z0-9]{8,20}$/.test(given.code)) found.push({ field: 'code', code: 'form' })
  const { places } = given
  if (places !== null && !(Number.isInteger(places) && places > 0 && places <= most))
    found.push({ field: 'places', code: 'number' })
  if (given.reserved && places === null) found.push({ field: 'places', code: 'needed-to-reserve' })
  if (!Number.isInteger(given.priority) || Math.abs(given.priority) > 100)
    found.push({ field: 'priority', code: 'number' })
  const isPast = (moment: Temporal.Instant | null) => moment !== null && Temporal.Instant.compare(moment, now) <= 0
  // Places that are kept until a moment that has passed would be let go within the minute.
  if (given.reserved && isPast(given.reservedUntil)) found.push({ field: 'reservedUntil', code: 'past' })
  if (given.reserved && isPast(given.validUntil)) found.push({ field: 'validUntil', code: 'past' })
  return found
}
