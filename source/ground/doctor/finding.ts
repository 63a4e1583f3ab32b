type Of<Name extends string, Facts> = { name: Name; ok: boolean; facts: Facts }

/**
 * One thing that the doctor looked at. The facts are plain values; the words around them are messages, so that the page
 * and the command line say the same in every language.
 */
export type Finding =
  | Of<'settings', { problems: readonly string[] }>
  | Of<'node', { version: string }>
  | Of<'folder', { path: string; problem: 'missing' | 'not-writable' | 'of-another-user' | null }>
  | Of<'disk', { free: number }>
  | Of<'key', { problem: 'missing' | 'wrong-length' | 'readable-by-others' | null }>
  | Of<'database', { version: string | null; error: string | null }>
  /** In PostgreSQL's own words, such as `perenne_app: BYPASSRLS`. */
  | Of<'roles', { problems: readonly string[] }>
  /** Tables that are not protected, with what they lack. */
  | Of<'policies', { tables: number; problems: readonly string[] }>
  | Of<'history', { tables: number; problems: readonly string[] }>
  | Of<'migrations', { at: number; known: number }>
  | Of<'clock', { seconds: number; demonstration: boolean }>
  | Of<'mails', { sent: boolean; late: number; failed: number }>
  /** `last` and `since` are instants, as ISO 8601. */
  | Of<'backups', { last: string | null; error: string | null; since: string }>
  | Of<'address', { url: string }>

export type CheckName = Finding['name']
export type FactsOf<Name extends CheckName> = Extract<Finding, { name: Name }>['facts']
