import { sql } from 'kysely'
import { type Actor, anonymous, type Tx } from '#ground/database/actor.ts'

/** In whose name a transaction goes on, and why: to come back to it after something that is done as a job. */
export async function whoActs(tx: Tx): Promise<{ actor: Actor; reason: string | undefined }> {
  const { rows } = await sql<{ kind: Actor['kind'] | null; id: string | null; reason: string | null }>`
    select perenne.actor_kind() as kind, perenne.actor_id() as id,
      nullif(current_setting('perenne.reason', true), '') as reason`.execute(tx)
  const { kind = null, id = null, reason = null } = rows[0] ?? {}
  const actor: Actor = kind === null || kind === 'anonymous' || id === null ? anonymous : { kind, id }
  return { actor, reason: reason ?? undefined }
}

/** Whether whoever acts holds these capabilities in a seminar, or is the program. */
export async function mayDecide(tx: Tx, seminarId: string, capabilities: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select perenne.is_job() or (
      select coalesce(bool_and(${seminarId}::uuid = any (perenne.spaces(c))), false)
      from unnest(${[...capabilities]}::text[]) as c) as may`.execute(tx)
  return rows[0]?.may === true
}
