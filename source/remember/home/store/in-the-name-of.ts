import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'

/** Does something as a person may, within the transaction of somebody else (the program, mostly), who goes on after it. */
export async function inTheNameOf<T>(tx: Tx, personId: string, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ kind: string; id: string | null; reason: string | null }>`
    select perenne.actor_kind() as kind, perenne.actor_id() as id,
           nullif(current_setting('perenne.reason', true), '') as reason`.execute(tx)
  await sql`select perenne.as_actor('person', ${personId})`.execute(tx)
  const done = await work()
  const [before] = rows
  await sql`select perenne.as_actor(${before?.kind ?? 'anonymous'}, ${before?.id ?? null}, ${before?.reason ?? null})`.execute(
    tx,
  )
  return done
}
