import type { Kysely, Transaction } from 'kysely'
import pg from 'pg'
import { openingWith } from './driver.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>

/**
 * Who asks. A transaction has exactly one actor, and the row-level policies answer it (law 5).
 * `link` is a signed address that stands for one record; `job` is the program itself, named by what it does,
 * and sees everything: an act that runs as a job states why in its doc comment. A person may have said why they do something:
 * that reason stays with them through the acts of one request.
 */
export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'link'; id: string }
  | { kind: 'person'; id: string; because?: string }
  | { kind: 'device'; id: string }
  | { kind: 'job'; id: string }

export const anonymous: Actor = { kind: 'anonymous' }
export const job = (id: string): Actor => ({ kind: 'job', id })
export const person = (id: string): Actor => ({ kind: 'person', id })
/** The same person, with why they do it in their own words; an empty reason is none, and nobody else gives any. */
export const because = (actor: Actor, why: string): Actor =>
  actor.kind === 'person' && why !== '' ? { ...actor, because: why } : actor
export const link = (id: string): Actor => ({ kind: 'link', id })

/**
 * Runs one transaction in the name of an actor. Without this, nothing is visible and nothing can be written.
 *
 * @param reason shown in the history beside who did it; else the one that the person gave
 */
export function as<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>, reason?: string): Promise<T> {
  return openingWith(introduction(actor, reason), () => db.transaction().execute(work))
}

/** One repeatable-read transaction: several reads that must agree with each other. */
export function asOfOneMoment<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return openingWith(introduction(actor), () => db.transaction().setIsolationLevel('repeatable read').execute(work))
}

/** Runs a read in the role that can see public rows only: public pages and exports (law 5). */
export function asPublic<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return openingWith(`${introduction(anonymous)}; set local role perenne_public`, () => db.transaction().execute(work))
}

/** A moment of the past, in the memory of one territory or network. */
export type KnownThen = { space: string; at: Temporal.Instant }

/**
 * Runs a read as of a past moment: every versioned table, read by its plain name, holds what was known then in that space
 * and nothing of any other (schema `past`). The rights, the names of persons and their erasures are those of today. Nothing
 * can be written.
 */
export function asItWas<T>(db: Database, actor: Actor, then: KnownThen, work: (tx: Tx) => Promise<T>): Promise<T> {
  return openingWith(`${introduction(actor)}; ${past(then)}`, () => db.transaction().execute(work))
}

/** The same in the role that can see public rows only. */
export function asItWasPublicly<T>(db: Database, then: KnownThen, work: (tx: Tx) => Promise<T>): Promise<T> {
  return openingWith(`${introduction(anonymous)}; ${past(then)}; set local role perenne_public`, () =>
    db.transaction().execute(work),
  )
}

const past = ({ space, at }: KnownThen) =>
  `select set_config('perenne.known_at', ${pg.escapeLiteral(at.toString())}, true), ` +
  `set_config('perenne.known_space', ${pg.escapeLiteral(space)}, true), ` +
  `set_config('search_path', 'past, perenne, public', true)`

// Sent with `begin`, in one round trip, and therefore without parameters.
function introduction(actor: Actor, given?: string): string {
  const reason = given ?? (actor.kind === 'person' ? actor.because : undefined)
  const id = actor.kind === 'anonymous' ? 'null' : pg.escapeLiteral(actor.id)
  return `select perenne.as_actor(${pg.escapeLiteral(actor.kind)}, ${id}, ${reason === undefined ? 'null' : pg.escapeLiteral(reason)})`
}
