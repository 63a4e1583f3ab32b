import type { Life } from '#convene/seminar/rules/life.ts'
import type { FileSeat } from '#convene/seminar/rules/programme-file.ts'

/** What somebody who was asked may answer. */
export const seatAnswers = ['confirmed', 'declined'] as const
export type SeatAnswer = (typeof seatAnswers)[number]

/** Whether an answer is taken, and why not: the day has begun, or there is none. */
export type AnswerWindow = 'open' | 'begun' | 'cancelled' | 'postponed'

/**
 * Until when somebody may say whether they will sit on a panel: until the seminar begins, as long as it is to be held on
 * a sure day.
 *
 * @param startsAt the first announced hour of the seminar
 */
export function answerWindow(life: Life, startsAt: Temporal.Instant, now: Temporal.Instant): AnswerWindow {
  if (life === 'cancelled' || life === 'postponed') return life
  return Temporal.Instant.compare(now, startsAt) < 0 ? 'open' : 'begun'
}

/** Somebody on a programme, as far as it matters for writing to them. */
export type Asked = {
  /** Null for somebody to whom nothing can be written. */
  email: string | null
  /** The states of their seats; none for somebody who moderates or speaks only. */
  seats: readonly FileSeat['state'][]
  /** When they were last written to by this page. */
  lastSentAt: Temporal.Instant | null
}

/** To be asked for the first time: a seat that nobody was asked for, or no seat and no mail yet. */
export const isToInvite = ({ email, seats, lastSentAt }: Asked): boolean =>
  email !== null && (seats.length === 0 ? lastSentAt === null : seats.includes('open'))

/** To be asked once more: an answer is missing; or, without a seat to answer for, they were written to already. */
export const isToRemind = (asked: Asked): boolean =>
  asked.email !== null &&
  !isToInvite(asked) &&
  (asked.seats.length === 0 ? asked.lastSentAt !== null : asked.seats.includes('invited'))

/** Somebody who would be written to if there were an address. */
export const isUnreachable = (asked: Asked): boolean =>
  asked.email === null && (isToInvite({ ...asked, email: '' }) || isToRemind({ ...asked, email: '' }))

/** How the seats stand together, for a line that says so. */
export function countSeats(states: readonly FileSeat['state'][]): Record<FileSeat['state'], number> {
  const count = (state: FileSeat['state']) => states.filter(one => one === state).length
  return {
    open: count('open'),
    invited: count('invited'),
    confirmed: count('confirmed'),
    declined: count('declined'),
  }
}
