import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { as, type Database, job, type Tx } from '../database/actor.ts'
import type { Capability } from '../database/tables.ts'
import type { Halfway, SignedIn } from '../house.ts'

export const sessionCookie = 'perenne_session'

/** Sessions last two weeks of real time from their last use, and never longer than three months. */
export const sessionDays = 14
const longestDays = 90

const newToken = () => randomBytes(32).toString('base64url')
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Whoever owes the second factor has half an hour to show it, as long as a sign-in link is good. */
const halfwayMinutes = 30

const wholeLife = sql<Temporal.Instant>`clock_timestamp() + make_interval(days => ${sessionDays})`
const hasFactor = sql<boolean>`exists (
  select from authenticator a where a.person_id = person.id and a.confirmed_at is not null)`

export type OpenedSession = {
  /** Goes into the cookie and is never stored. */
  token: string
  /** The person has a second factor and has not shown it: the session opens the page that asks for it, and nothing else. */
  halfway: boolean
}

/**
 * Opens a session for a person.
 *
 * @param how.secondFactor the way they came in stands for both factors (a passkey that checked who holds it)
 */
export async function openSession(
  db: Database,
  personId: string,
  how: { secondFactor?: boolean } = {},
): Promise<OpenedSession> {
  const token = newToken()
  return as(db, job('sign-in'), async tx => {
    const person = await tx
      .selectFrom('person')
      .select(hasFactor.as('has'))
      .where('id', '=', personId)
      .executeTakeFirst()
    const halfway = person?.has === true && how.secondFactor !== true
    await tx
      .insertInto('session')
      .values({
        id: hashOf(token),
        person_id: personId,
        expires_at: halfway ? sql`clock_timestamp() + make_interval(mins => ${halfwayMinutes})` : wholeLife,
        second_factor_at: how.secondFactor ? sql`clock_timestamp()` : null,
      })
      .execute()
    return { token, halfway }
  })
}

/**
 * Notes in a session that the second factor was shown, and gives it another name: whoever knew the cookie of before has
 * nothing. In the name of the person, whose session it is.
 *
 * @returns the new token; null when the session has ended meanwhile
 */
export async function passSecondFactor(tx: Tx, sessionId: string): Promise<string | null> {
  const token = newToken()
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ id: hashOf(token), second_factor_at: sql`clock_timestamp()`, seen_at: sql`clock_timestamp()` })
    .set({ expires_at: sql`least(${wholeLife}, created_at + make_interval(days => ${longestDays}))` })
    .where('id', '=', sessionId)
    .where('expires_at', '>', sql<Temporal.Instant>`clock_timestamp()`)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? token : null
}

/** What a cookie stands for. */
export type Standing =
  | { is: 'nobody' }
  /** Has a second factor and has not shown it in this session. */
  | { is: 'halfway'; halfway: Halfway }
  /** Signed in; `toSetUp` when the installation asks for a second factor that they do not have yet. */
  | { is: 'signed-in'; signedIn: SignedIn }

/** Who a cookie stands for, with all they may do; nobody when it stands for nobody (any more). */
export async function readSession(db: Database, token: string): Promise<Standing> {
  return as(db, job('sign-in'), async tx => {
    const found = await tx
      .selectFrom('session')
      .innerJoin('person', 'person.id', 'session.person_id')
      .select(['session.id', 'person_id', 'given_name', 'family_name', 'email', 'second_factor_at', 'seen_at'])
      .select(hasFactor.as('has_factor'))
      .select(sql<string>`(select second_factor from installation)`.as('rule'))
      .where('session.id', '=', hashOf(token))
      .where('expires_at', '>', sql<Temporal.Instant>`clock_timestamp()`)
      .where('person.has_account', '=', true)
      .where('person.erased_at', 'is', null)
      .executeTakeFirst()
    if (!found) return { is: 'nobody' }
    if (found.second_factor_at === null && found.has_factor) {
      return { is: 'halfway', halfway: { sessionId: found.id, personId: found.person_id } }
    }
    // Written once an hour at most: a page view should not cost a write.
    if (found.seen_at.until(Temporal.Now.instant()).total('minutes') > 60) {
      await tx
        .updateTable('session')
        .set({
          seen_at: sql`clock_timestamp()`,
          expires_at: sql`least(${wholeLife}, created_at + make_interval(days => ${longestDays}))`,
        })
        .where('id', '=', found.id)
        .execute()
    }
    await sql`select perenne.as_actor('person', ${found.person_id})`.execute(tx)
    const may = await capabilitiesOfActor(tx)
    const toSetUp = found.rule === 'required' && found.second_factor_at === null && may.size > 0
    return {
      is: 'signed-in',
      signedIn: {
        sessionId: found.id,
        personId: found.person_id,
        name: [found.given_name, found.family_name].filter(Boolean).join(' '),
        email: found.email ?? '',
        secondFactorAt: found.second_factor_at,
        toSetUp,
        may: toSetUp ? new Map() : may,
      },
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

async function capabilitiesOfActor(tx: Tx): Promise<SignedIn['may']> {
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
