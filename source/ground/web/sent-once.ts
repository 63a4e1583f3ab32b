import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { as, type Database, job, type Tx } from '../database/actor.ts'
import type { Keys } from '../keys.ts'

/** The key of one sending of one form. Signed: only a form that we rendered has one, so none can be guessed or chosen. */
export const newOnceKey = (keys: Keys): string => keys.sign('once', randomUUID())

/**
 * Where a form that was already sent led, so that a double click, a back button and a replay all lead there and
 * nothing happens twice. Looked up before the act; the act remembers in its own transaction.
 */
export async function alreadySent(
  { db, keys }: { db: Database; keys: Keys },
  key: string | null,
): Promise<string | null> {
  if (key === null || keys.verify('once', key) === null) return null
  const row = await as(db, job('forms'), tx =>
    tx.selectFrom('sent_form').select('location').where('key', '=', key).executeTakeFirst(),
  )
  return row?.location ?? null
}

/**
 * The same form was sent twice at once, and the other was quicker: what this one did is taken back with its transaction,
 * and it leads where the other led.
 */
export class AlreadySent extends Error {
  readonly key: string
  readonly location: string
  constructor(key: string, location: string) {
    super('the same form was sent twice at once')
    this.key = key
    this.location = location
  }
}

/**
 * Remembers, inside the transaction that did the work, where this form led. Of two that are sent at once the second waits
 * here for the first.
 *
 * @throws AlreadySent when the first has done it: let it pass, so that the transaction is taken back; the web answers it
 */
export async function rememberSent(tx: Tx, key: string | null, location: string): Promise<void> {
  if (key === null) return
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sent_form')
    .values({ key, location })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 0n) return
  // Nobody reads where forms led: whoever holds the key of this one is told.
  const { rows } = await sql<{ led: string | null }>`select perenne.form_led_to(${key}) as led`.execute(tx)
  throw new AlreadySent(key, rows[0]?.led ?? location)
}

/** The same for many forms that were sent at once. */
export async function rememberAllSent(tx: Tx, sent: readonly { key: string; location: string }[]): Promise<void> {
  if (sent.length === 0) return
  await tx
    .insertInto('sent_form')
    .values([...sent])
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Forms are remembered for two days of real time. */
export async function forgetOldForms(db: Database): Promise<void> {
  await as(db, job('forms'), tx =>
    tx
      .deleteFrom('sent_form')
      .where('sent_at', '<', sql<Temporal.Instant>`clock_timestamp() - interval '2 days'`)
      .execute(),
  )
}
