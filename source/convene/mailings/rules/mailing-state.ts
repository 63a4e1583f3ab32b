/** What a mailing is at a moment: worked out, kept nowhere. */
export type MailingState =
  /** Being written: nobody has said when it leaves. */
  | 'draft'
  /** Leaves by itself when its time comes. */
  | 'scheduled'
  /** Its time has come and it could not leave: somebody looks at it. */
  | 'held'
  /** Some of its mails wait to leave, or to be tried again. */
  | 'sending'
  | 'sent'
  | 'cancelled'
  /** A reminder whose day passed before it could leave. */
  | 'skipped'

export type MailingFacts = {
  daysBefore: number | null
  sendAt: Temporal.Instant | null
  startedAt: Temporal.Instant | null
  cancelledAt: Temporal.Instant | null
  /** Mails that have not left yet, nor been given up. */
  waiting: number
}

/** How long a mailing whose time has come may still leave by itself: after that what it says may be wrong. */
export const leavesWithin = Temporal.Duration.from({ hours: 24 })

/** Whether a mailing may leave by itself now. The last moment counts no more. */
export function mayLeave(sendAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(sendAt, now) <= 0 && Temporal.Instant.compare(now, sendAt.add(leavesWithin)) < 0
}

/** A minute and a half: until then a mailing that is due is simply about to leave. */
const grace = Temporal.Duration.from({ seconds: 90 })

export function mailingState(mailing: MailingFacts, now: Temporal.Instant): MailingState {
  const { sendAt } = mailing
  if (mailing.cancelledAt) return mailing.daysBefore === null ? 'cancelled' : 'skipped'
  if (mailing.startedAt) return mailing.waiting > 0 ? 'sending' : 'sent'
  if (!sendAt) return 'draft'
  return Temporal.Instant.compare(sendAt.add(grace), now) < 0 ? 'held' : 'scheduled'
}

/** Whether its words and its audience may still be changed, and it may be cancelled. */
export const isOpen = (state: MailingState): boolean => state === 'draft' || state === 'scheduled' || state === 'held'
