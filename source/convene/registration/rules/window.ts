export type Window = {
  opensAt: Temporal.Instant | null
  /** The last second in which a registration is accepted. */
  closesAt: Temporal.Instant
  cancelledAt: Temporal.Instant | null
}
export type WindowState = 'not-yet-open' | 'open' | 'closed' | 'cancelled'

/**
 * Whether registrations are accepted at an instant. The whole of the last second counts: a deadline of 23:59:59 accepts
 * 23:59:59.999 and refuses midnight.
 */
export function windowState(window: Window, now: Temporal.Instant): WindowState {
  if (window.cancelledAt !== null && Temporal.Instant.compare(window.cancelledAt, now) <= 0) return 'cancelled'
  if (window.opensAt !== null && Temporal.Instant.compare(now, window.opensAt) < 0) return 'not-yet-open'
  return Temporal.Instant.compare(now, window.closesAt.add({ seconds: 1 })) < 0 ? 'open' : 'closed'
}
