import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'

export type Installation = {
  name: string | null
  /** #rrggbb */
  accent: string | null
  /** When the first visit was finished or left. */
  setUpAt: Temporal.Instant | null
}

/** The one line of the installation. Anybody may read it. */
export async function readInstallation(tx: Tx): Promise<Installation> {
  const row = await tx
    .selectFrom('installation')
    .select(['name', 'accent', 'set_up_at as setUpAt'])
    .executeTakeFirstOrThrow()
  return row
}

/** Gives it a name and a colour; null takes Perenne's own. @returns false for whoever does not administer it */
export async function writeLook(tx: Tx, look: Pick<Installation, 'name' | 'accent'>): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('installation').set(look).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Notes that the first visit is done or left: nobody is led through it again. */
export async function endFirstVisit(tx: Tx): Promise<void> {
  await tx
    .updateTable('installation')
    .set({ set_up_at: sql<Temporal.Instant>`perenne.now()` })
    .where('set_up_at', 'is', null)
    .execute()
}

/** What is there already: whether the first visit has anything left to do. */
export async function countWhatIsThere(tx: Tx): Promise<{ networks: number; seminars: number }> {
  const row = await tx
    .selectFrom('space')
    .select([
      sql<number>`count(*) filter (where kind = 'network')::int`.as('networks'),
      sql<number>`count(*) filter (where kind = 'seminar')::int`.as('seminars'),
    ])
    .executeTakeFirstOrThrow()
  return row
}

/** A mail of a test as it stands; null for one that is none or belongs to somebody else. */
export async function testMail(tx: Tx, id: string, personId: string) {
  const row = await tx
    .selectFrom('mail')
    .select(['id', 'state', 'last_error as error', 'sent_at as sentAt'])
    .where('id', '=', id)
    .where('template', '=', 'mail-test')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ?? null
}

/** Whether a mail of a test was ever taken by a server. */
export async function hasTestedMail(tx: Tx): Promise<boolean> {
  const row = await tx
    .selectFrom('mail')
    .select('id')
    .where('template', '=', 'mail-test')
    .where('state', '=', 'sent')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
