import { sql } from 'kysely'
import type { RegistrationState } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'

/** What becomes of one registration. What is not said is nothing: no end of an offer, no reason, no reserved place. */
export type StateChange = {
  id: string
  state: RegistrationState
  /** When an offer ends; given with `offered` and with nothing else. */
  offeredUntil?: Temporal.Instant | null
  /** Whether the place is one of those kept for the person's invitation. */
  usesReserved?: boolean
  /** Why it was refused or cancelled, as the person is told. */
  reason?: string | null
}

/**
 * Writes states: the only place that does, besides the first state of a newcomer. The caller stands behind the gate and
 * has seen to the counters; the database notes each change of state in `place_event`.
 *
 * @throws Error when one of them is not there, or not to be changed by the actor
 */
export async function changeStates(tx: Tx, changes: readonly StateChange[]): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ id, state, offeredUntil, usesReserved, reason }) => ({
    id,
    state,
    offeredUntil: offeredUntil?.toString() ?? null,
    usesReserved: usesReserved ?? false,
    reason: reason ?? null,
  }))
  const { numAffectedRows } = await sql`
    update perenne.registration r set state = c.state, state_since = n.now, offered_until = c."offeredUntil",
      uses_reserved = c."usesReserved", reason = c.reason
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as c(id uuid, state text, "offeredUntil" timestamptz, "usesReserved" boolean, reason text),
      (select perenne.now() as now offset 0) as n
    where r.id = c.id`.execute(tx)
  if (Number(numAffectedRows) !== changes.length) throw new Error('a registration could not be changed')
}
