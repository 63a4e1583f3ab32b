import type { Visit } from './visit.ts'

/**
 * Who may come in, as the route says it. The database decides what they then see; this word decides which page
 * they get when they may not: a sign-in page, or a refusal.
 */
export type Door =
  /** Anybody. */
  | 'everyone'
  /** Whoever holds the signed address. */
  | 'link'
  /** Any signed-in person. */
  | 'signed-in'
  /** Signed in and holding some access right, somewhere; what they see depends on it. */
  | 'office'
  /** Administrators of the installation. */
  | 'administrators'

export type Route = {
  method: 'GET' | 'POST'
  /** Hono pattern. `/:l/…` for pages in a language. */
  path: string
  door: Door
  /**
   * A public page that is the same for everybody without a cookie may be kept for a moment (one second) and is
   * served from memory. Never on a page that shows anything of a person.
   */
  kept?: boolean
  /** Largest body in bytes; 256 kB when not said. */
  bodyLimit?: number
  /** Which allowance a request counts against (limits.ts). */
  allowance?: 'read' | 'write' | 'sign-in' | 'register'
  /** JSON instead of pages: errors answer as {code, message}. */
  api?: boolean
  handle: (visit: Visit) => Promise<Response>
}

/** Short forms, so that a room's routes read like a table. */
export const get = (path: string, door: Door, handle: Route['handle'], more: Partial<Route> = {}): Route => ({
  method: 'GET',
  path,
  door,
  handle,
  ...more,
})
export const post = (path: string, door: Door, handle: Route['handle'], more: Partial<Route> = {}): Route => ({
  method: 'POST',
  path,
  door,
  handle,
  allowance: 'write',
  ...more,
})
