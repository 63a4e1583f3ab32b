import { sql } from 'kysely'
import type { Database } from './database/actor.ts'

/**
 * Business time in this process. It is the database's: `perenne.now()` is the real time, shifted in the demo
 * and in tests by one row that only the owner can write. Security lifetimes do not use it (law 9).
 */
export type Clock = {
  now(): Temporal.Instant
  /** Reads the shift again: after the demo has moved it. */
  refresh(): Promise<void>
}

export async function openClock(db: Database): Promise<Clock> {
  let shift = Temporal.Duration.from({ milliseconds: 0 })
  const refresh = async () => {
    const { rows } = await sql<{ shift: number }>`
      select extract(epoch from perenne.now() - clock_timestamp())::float8 as shift`.execute(db)
    shift = Temporal.Duration.from({ milliseconds: Math.round((rows[0]?.shift ?? 0) * 1000) })
  }
  await refresh()
  return { now: () => Temporal.Now.instant().add(shift), refresh }
}
