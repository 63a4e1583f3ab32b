// How the peers give places (research on their code), rebuilt on our HTTP stack: their algorithms, none of their code.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Answers } from '../../source/convene/registration/rules/answers.ts'
import { regionOf } from '../../source/ground/people/rules/region.ts'
import { quotas } from './seminar.ts'

export const peerSchema = `
  create schema peer;
  create table peer.event (id integer primary key);
  insert into peer.event values (1);
  create table peer.quota (id integer primary key, capacity integer not null, region text);
  ${quotasAsValues()}
  create table peer.registration (
    id uuid primary key, event_id integer not null references peer.event, name text not null, email text not null,
    category text not null, organisation text not null, region text not null, idempotency_key text unique,
    created_at timestamptz not null default now()
  );
  create index on peer.registration (event_id, region);
  create table peer.mail (id uuid primary key, registration_id uuid not null references peer.registration, template text not null);
  grant usage on schema peer to perenne_app;
  grant select, insert, update on all tables in schema peer to perenne_app;`

function quotasAsValues(): string {
  const rows = quotas.map(
    ({ capacity, region }, id) => `(${id}, ${capacity}, ${region === null ? 'null' : `'${region}'`})`,
  )
  return `insert into peer.quota values ${rows.join(', ')};`
}

/** What one request brings. */
export type Request = Answers & { key: string }
/** Registers one person in a transaction that is open already; false when there is no place. */
type Algorithm = (client: pg.PoolClient, request: Request) => Promise<boolean>

async function hasRoom(client: pg.PoolClient, region: string): Promise<boolean> {
  const { rows } = await client.query<{ full: boolean }>({
    name: 'has-room',
    text: `select exists (
      select from peer.quota q where (q.region is null or q.region = $1) and q.capacity <=
        (select count(*) from peer.registration r where r.event_id = 1 and (q.region is null or r.region = q.region))) as full`,
    values: [region],
  })
  return rows[0]?.full === false
}

async function insert(client: pg.PoolClient, request: Request, region: string): Promise<void> {
  const id = randomUUID()
  await client.query({
    name: 'insert-registration',
    text: `insert into peer.registration (id, event_id, name, email, category, organisation, region, idempotency_key)
           values ($1, 1, $2, $3, $4, $5, $6, $7)`,
    values: [
      id,
      `${request.givenName} ${request.familyName}`,
      request.email,
      request.category,
      request.organisation,
      region,
      request.key,
    ],
  })
  await client.query({
    name: 'insert-mail',
    text: `insert into peer.mail (id, registration_id, template) values ($1, $2, 'confirmed')`,
    values: [randomUUID(), id],
  })
}

const lockEvent = (client: pg.PoolClient) =>
  client.query({ name: 'lock-event', text: 'select id from peer.event where id = 1 for update' })
const lockAdvisory = (client: pg.PoolClient, key: number) =>
  client.query({ name: 'lock-advisory', text: 'select pg_advisory_xact_lock($1)', values: [key] })

export const algorithms = {
  /** Counts, then inserts, without a lock. */
  'check-then-insert': async (client, request) => {
    const region = regionOf(request.country)
    if (!(await hasRoom(client, region))) return false
    await insert(client, request, region)
    return true
  },
  /** Counts first, locks only what is written. */
  'lock-after-check': async (client, request) => {
    const region = regionOf(request.country)
    if (!(await hasRoom(client, region))) return false
    await lockEvent(client)
    await insert(client, request, region)
    return true
  },
  /** Locks the event's row, counts inside. */
  'row-lock-and-recount': async (client, request) => {
    const region = regionOf(request.country)
    await lockEvent(client)
    if (!(await hasRoom(client, region))) return false
    await insert(client, request, region)
    return true
  },
  /** One advisory lock for the event, then counts. */
  'one-lock-per-event': async (client, request) => {
    const region = regionOf(request.country)
    await lockAdvisory(client, 1)
    if (!(await hasRoom(client, region))) return false
    await insert(client, request, region)
    return true
  },
  /** An advisory lock for each quota that counts the person, in order, then counts. */
  'advisory-locks-and-recount': async (client, request) => {
    const region = regionOf(request.country)
    for (const [id, quota] of quotas.entries())
      if (quota.region === null || quota.region === region) await lockAdvisory(client, 100 + id)
    if (!(await hasRoom(client, region))) return false
    await insert(client, request, region)
    return true
  },
} satisfies Record<string, Algorithm>

export type PeerName = keyof typeof algorithms
export const correctPeers = ['row-lock-and-recount', 'one-lock-per-event', 'advisory-locks-and-recount'] as const
export const racingPeers = ['check-then-insert', 'lock-after-check'] as const

/** Runs one of them as its product does: one transaction a request, from a pool of the same size as ours. */
export async function askPeer(pool: pg.Pool, name: PeerName, request: Request): Promise<boolean> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const given = await algorithms[name](client, request)
    await client.query('commit')
    return given
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
