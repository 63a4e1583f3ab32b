import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { as, type Database, job } from '../database/actor.ts'
import type { Capability } from '../database/tables.ts'
import type { SignedIn } from '../house.ts'

export const sessionCookie = 'perenne_session'

/** Sessions last two weeks of real time from their last use, and never longer than three months. */
export const sessionDays = 14
const longestDays = 90

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Opens a session for a person; the token goes into the cookie and is never stored. */
export async function openSession(db: Database, personId: string): Promise<{ token: string }> {
  const token = randomBytes(32).toString('base64url')
  await as(db, job('sign-in'), tx =>
    tx
      .insertInto('session')
      .values({
        id: hashOf(token),
        person_id: personId,
        expires_at: sql`clock_timestamp() + make_interval(days => ${sessionDays})`,
      })
      .execute(),
  )
  return { token }
}

/** Who a cookie stands for, with all they may do; null when it stands for nobody (any more). */
export async function readSession(db: Database, token: string): Promise<SignedIn | null> {
  return as(db, job('sign-in'), async tx => {
    const found = await tx
      .selectFrom('session')
      .innerJoin('person', 'person.id', 'session.person_id')
      .select(['session.id', 'person_id', 'given_name', 'family_name', 'email', 'second_factor_at', 'seen_at'])
      .where('session.id', '=', hashOf(token))
      .where('expires_at', '>', sql<Temporal.Instant>`clock_timestamp()`)
      .where('person.has_account', '=', true)
      .where('person.erased_at', 'is', null)
      .executeTakeFirst()
    if (!found) return null
    // Written once an hour at most: a page view should not cost a write.
    if (found.seen_at.until(Temporal.Now.instant()).total('minutes') > 60) {
      await tx
        .updateTable('session')
        .set({
          seen_at: sql`clock_timestamp()`,
          expires_at: sql`least(clock_timestamp() + make_interval(days => ${sessionDays}), created_at + make_interval(days => ${longestDays}))`,
        })
        .where('id', '=', found.id)
        .execute()
    }
    await sql`select perenne.as_actor('person', ${found.person_id})`.execute(tx)
    return {
      sessionId: found.id,
      personId: found.person_id,
      name: [found.given_name, found.family_name].filter(Boolean).join(' '),
      email: found.email ?? '',
      secondFactorAt: found.second_factor_at,
      may: await capabilitiesOfActor(tx),
    }
  })
}

const capabilities: readonly Capability[] = [
  'read',
  'edit',
  'people',
  'translate',
  'rights',
  'door',
  'converse',
  'evaluate',
  'administer',
]

async function capabilitiesOfActor(tx: Parameters<Parameters<typeof as>[2]>[0]): Promise<SignedIn['may']> {
  const { rows } = await sql<{ capability: Capability; spaces: string[] }>`
    select c as capability, perenne.spaces(c) as spaces from unnest(${sql.val(capabilities)}::text[]) c`.execute(tx)
  return new Map(rows.filter(row => row.spaces.length > 0).map(row => [row.capability, new Set(row.spaces)]))
}

export async function closeSession(db: Database, token: string): Promise<void> {
  await as(db, job('sign-in'), tx => tx.deleteFrom('session').where('id', '=', hashOf(token)).execute())
}

export function sessionHeader(token: string, secure: boolean): string {
  const age = token === '' ? 0 : longestDays * 86_400
  return `${sessionCookie}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure ? '; Secure' : ''}`
}

/** Ends a session by its id, which is the hash of its token: what a person sees in their list. */
export async function endSession(db: Database, sessionId: string): Promise<void> {
  await as(db, job('sign-in'), tx => tx.deleteFrom('session').where('id', '=', sessionId).execute())
}
