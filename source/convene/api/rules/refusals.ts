/**
 * Why the API refuses a registration: each `code` with its HTTP status. 422: another request would be accepted; 409: the
 * request is well made, and the seminar does not take it now.
 */
export const refusals = {
  'no-json': 422,
  'idempotency-key': 422,
  invalid: 422,
  'consent-missing': 422,
  'not-yet-open': 409,
  closed: 409,
  postponed: 409,
  cancelled: 409,
} as const satisfies Record<string, 409 | 422>

export type RefusalCode = keyof typeof refusals

/** The codes that come with a status. */
export const refusedWith = (status: 409 | 422): RefusalCode[] =>
  Object.entries(refusals).flatMap(([code, its]) => (its === status ? [code as RefusalCode] : []))
