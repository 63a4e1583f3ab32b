import type { MailState } from '#ground/database/tables.ts'

const minutes = (n: number) => Temporal.Duration.from({ minutes: n })

/** How long a mail waits after its first, second… try that failed. After the last there is no further try. */
export const waits: readonly Temporal.Duration[] = [1, 5, 15, 60, 3 * 60, 12 * 60, 24 * 60].map(minutes)

/**
 * What becomes of a mail whose try failed.
 *
 * @param attempts tries made, the failed one included (1 or more)
 * @param permanent the server refused for good: another try would be refused as well
 */
export function afterFailure(
  attempts: number,
  permanent: boolean,
): { state: Extract<MailState, 'waiting_retry' | 'failed'>; wait: Temporal.Duration | null } {
  const wait = permanent ? undefined : waits[attempts - 1]
  return wait ? { state: 'waiting_retry', wait } : { state: 'failed', wait: null }
}

/** What a person may do with a mail in a state. A mail that is on its way is left alone. */
export const canRetry = (state: MailState) => state === 'waiting_retry' || state === 'failed'
export const canCancel = (state: MailState) => state === 'to_send' || state === 'waiting_retry' || state === 'failed'
export const canSendAgain = (state: MailState) => state === 'sent' || state === 'cancelled'
