import type { Life } from '#convene/seminar/rules/life.ts'
import type { FileSeat } from '#convene/seminar/rules/programme-file.ts'

/** What somebody who was asked may answer. */
export const seatAnswers = ['confirmed', 'declined'] as const
export type SeatAnswer = (typeof seatAnswers)[number]

/** Whether an answer is taken, and why not: the day has begun, or there is none. */
export type AnswerWindow = 'open' | 'begun' | 'cancelled' | 'postponed'

/**
 * Whether somebody may say that they will be there, or may be asked: until it begins, as long as the seminar is to be held
 * on a sure day.
 *
 * @param startsAt what begins: the seminar, or the first part of somebody in it
 */
export function answerWindow(life: Life, startsAt: Temporal.Instant, now: Temporal.Instant): AnswerWindow {
  if (life === 'cancelled' || life === 'postponed') return life
  return Temporal.Instant.compare(now, startsAt) < 0 ? 'open' : 'begun'
}

/** Until when somebody answers: the first of their parts begins; without any, the seminar. */
export const answersUntil = (seminar: Temporal.Instant, slots: readonly { startsAt: Temporal.Instant }[]) =>
  slots.map(({ startsAt }) => startsAt).sort(Temporal.Instant.compare)[0] ?? seminar

/** Somebody on a programme, as far as it matters for writing to them. */
export type Asked = {
  /** Null for somebody to whom nothing can be written. */
  email: string | null
  /** The states of all that they are on the programme for: seats, moderation, talks. */
  parts: readonly FileSeat['state'][]
  /** When they were last written to by this page. */
  lastSentAt: Temporal.Instant | null
  /** How many of these mails were reminders. */
  reminders: number
}

/** Between a mail and a reminder: whoever was asked yesterday is not pressed today. */
export const daysToReminder = 3
/** Who does not answer five reminders does not answer by mail. */
export const mostReminders = 5

/** To be asked for the first time: for something that nobody asked them for yet. */
export const isToInvite = ({ email, parts }: Asked): boolean => email !== null && parts.includes('open')

/** An answer is missing. */
const isAwaited = (asked: Asked): boolean =>
  asked.email !== null && !isToInvite(asked) && asked.parts.includes('invited')

/**
 * When somebody may be asked once more: now, from a moment on, or never again.
 *
 * @returns null when nothing is awaited of them
 */
export function reminderDue(asked: Asked, now: Temporal.Instant): 'now' | 'never' | Temporal.Instant | null {
  if (!isAwaited(asked)) return null
  if (asked.reminders >= mostReminders) return 'never'
  const from = asked.lastSentAt?.add({ hours: 24 * daysToReminder }) ?? now
  return Temporal.Instant.compare(from, now) <= 0 ? 'now' : from
}

/** To be asked once more, now. */
export const isToRemind = (asked: Asked, now: Temporal.Instant): boolean => reminderDue(asked, now) === 'now'

/** Somebody who would be written to if there were an address. */
export const isUnreachable = (asked: Asked): boolean =>
  asked.email === null && (isToInvite({ ...asked, email: '' }) || isAwaited({ ...asked, email: '' }))

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
