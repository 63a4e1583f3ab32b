// The desk of a seminar with so many registrations: a database of its own, and a server on it.
import { connect, connectOnce } from '../../source/ground/database/connect.ts'
import { openSession, sessionCookie } from '../../source/ground/people/session.ts'
import { manyRegistrations } from '../../test/support/many-registrations.ts'
import type { Ground } from '../registration/hall.ts'
import { startServers } from '../registration/run.ts'
import { slug, warmSlug } from '../registration/seminar.ts'

export type Desk = {
  /** The address of a page of the seminar's desk. */
  at(path: string): string
  /** The same of the other seminar in this database. */
  beside(path: string): string
  /** Who asks: the organiser, each time by another session. */
  cookie(): string
  stop(): Promise<void>
}

/** Each session has its own allowance in a minute: what is more than one may ask is shared among so many. */
const sessions = 20

/**
 * A seminar with so many registrations, another one beside it in the same database, and a server that shows them.
 *
 * @param name of the database
 * @param others how many registrations the other seminar has
 */
export async function openDesk(ground: Ground, name: string, people: number, others: number): Promise<Desk> {
  const { connection, owner } = await ground.fresh(name)
  const client = await connectOnce(owner)
  await client.query("select perenne.as_actor('job', 'bench')")
  for (const [address, number] of [
    [slug, people],
    [warmSlug, others],
  ] as const) {
    const { rows } = await client.query<{ id: string }>('select id from perenne.space where slug = $1', [address])
    const id = rows[0]?.id
    if (id === undefined) throw new Error(`${address} is not there`)
    await client.query(
      `insert into perenne.translation (record_table, record_id, field, language, body, state)
       values ('seminar', $1, 'title', 'fr', 'Vers une action durable', 'source')`,
      [id],
    )
    if (number > 0) await manyRegistrations(client, id, number)
  }
  const { rows } = await client.query<{ id: string }>(
    `with made as (
       insert into perenne.person (given_name, family_name, email, language, has_account)
       values ('Omar', 'Office', 'omar@example.org', 'en', true) returning id)
     select id from made`,
  )
  const organiser = rows[0]?.id ?? ''
  await client.query(
    `insert into perenne.access_right (person_id, role, space_id, space_kind, reason, starts_at)
     select $1, 'organiser', id, kind, 'bench', perenne.now() - interval '1 hour' from perenne.space where slug = any ($2)`,
    [organiser, [slug, warmSlug]],
  )
  await client.query('vacuum analyze')
  await client.end()
  const db = connect(connection)
  const cookies: string[] = []
  for (let n = 0; n < sessions; n++) cookies.push(`${sessionCookie}=${(await openSession(db, organiser)).token}`)
  await db.destroy()
  const servers = await startServers(connection, ground.key, 'perenne', 1)
  const [origin] = servers.origins
  let asked = 0
  return {
    at: path => `${origin}/en/desk/seminars/${slug}${path}`,
    beside: path => `${origin}/en/desk/seminars/${warmSlug}${path}`,
    cookie: () => cookies[asked++ % sessions] as string,
    stop: () => servers.stop('SIGTERM'),
  }
}
