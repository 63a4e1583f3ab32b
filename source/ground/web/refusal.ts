/** The error pages of the house, by their HTTP status. */
export type RefusalKind =
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unprocessable'
  | 'no-room'
  | 'unavailable'

export const statusOf: Record<RefusalKind, 403 | 404 | 409 | 413 | 422 | 429 | 507 | 503> = {
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  unprocessable: 422,
  'too-many': 429,
  'no-room': 507,
  unavailable: 503,
}

/**
 * Thrown by acts and pages when they will not go on. The server turns it into a page (or JSON for the API) in the
 * visitor's language. `because` is a sentence that is already in that language, when there is more to say.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly because: string | null
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number | null
  constructor(kind: RefusalKind, because: string | null = null, retryAfter: number | null = null) {
    super(because ?? kind)
    this.kind = kind
    this.because = because
    this.retryAfter = retryAfter
  }
}
/** Thrown by a page that is somewhere else for whoever asked: the server leads there. */
export class Elsewhere extends Error {
  readonly path: string
  constructor(path: string) {
    super('elsewhere')
    this.path = path
  }
}
export const notFound = () => new Refusal('not-found')
export const forbidden = () => new Refusal('forbidden')
