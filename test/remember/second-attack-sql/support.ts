import pg from 'pg'
import { as, job } from '../../../source/ground/database/actor.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { type Memory, makeMemory, makePapers, type Papers } from '../support/memory.ts'

// Attacks by plain SQL under the application's own login, after `as_actor`, within rights that somebody holds: what row-level
// security and the functions of the owner let pass when every page forgot every check.

export const installation = '00000000-0000-4000-8000-000000000001'
export type Row = Record<string, unknown>

/** What a statement came to: `done` with the number of its rows, or PostgreSQL's code of its refusal. */
export type Outcome = string

export type World = {
  database: TestDatabase
  app: pg.Client
  /** By slug. */
  space: Record<string, string>
  /** By name. */
  person: Record<string, string>
  /** One record of each kind, internal, by the slug of the space. */
  memory: Record<string, Memory>
  papers: Record<string, Papers>
  /** As the owner, who passes every policy. */
  sql(text: string, values?: unknown[]): Promise<Row[]>
  /** The id in the first row, as the owner. */
  one(text: string, values?: unknown[]): Promise<string>
  /** In the name of somebody, `anonymous`, `public` (the same in the public role) or `job`; nothing of it stays unless `keep`. */
  asking<T>(who: string, work: () => Promise<T>, keep?: boolean): Promise<T>
  /** The rows that somebody gets. */
  read(who: string, text: string, values?: unknown[]): Promise<Row[]>
  tried(who: string, text: string, values?: unknown[]): Promise<Outcome>
  close(): Promise<void>
}

const holders = [
  ['keeper', 'territory_editor', 'territory', 'here'],
  ['colleague', 'territory_editor', 'territory', 'here'],
  ['neighbour', 'territory_editor', 'territory', 'there'],
  ['member', 'territory_editor', 'territory', 'beside'],
  ['organiser', 'organiser', 'network', 'net'],
  ['administrator', 'administrator', 'installation', 'installation'],
] as const

/**
 * Two territories that have nothing to do with each other, `here` and `there`, a third, `beside`, which is in the network `net` with
 * `here`, another network, `far`, and who keeps them; `nobody` has an account and no right.
 */
export async function openWorld(visibility: 0 | 1 | 2 = 0, given?: TestDatabase): Promise<World> {
  const database = given ?? (await freshDatabase())
  const app = new pg.Client({ ...database.appConnection, options: '-c search_path=perenne,public' })
  await app.connect()
  const sql = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows as Row[]
  const one = async (text: string, values: unknown[] = []) => String((await sql(text, values))[0]?.id)
  await database.setClock('2018-06-04T10:00:00Z')
  const space: Record<string, string> = { installation }
  for (const [kind, slug] of [
    ['network', 'net'],
    ['network', 'far'],
    ['territory', 'here'],
    ['territory', 'there'],
    ['territory', 'beside'],
  ] as const) {
    space[slug] = await one(
      'insert into perenne.space (kind, slug, parent_id, visibility) values ($1, $2, $3, 2) returning id',
      [kind, slug, installation],
    )
    if (kind === 'territory')
      await sql(
        `insert into perenne.territory (id, visibility, country, region, government) values ($1, 2, 'FR', 'europe', 'municipality')`,
        [space[slug]],
      )
  }
  for (const slug of ['here', 'beside'])
    await sql('insert into perenne.network_member (space_id, member_id) values ($1, $2)', [space.net, space[slug]])
  const person: Record<string, string> = {}
  for (const name of ['nobody', ...holders.map(([name]) => name)])
    person[name] = await one(
      `insert into perenne.person (given_name, email, language, has_account) values ($1, $1 || '@example.org', 'fr', true) returning id`,
      [name],
    )
  for (const [name, role, kind, where] of holders)
    await sql(
      `insert into perenne.access_right (person_id, role, space_id, space_kind, reason) values ($1, $2, $3, $4, 'test')`,
      [person[name], role, space[where], kind],
    )
  const memory: Record<string, Memory> = {}
  const papers: Record<string, Papers> = {}
  await as(database.db, job('test'), async tx => {
    for (const slug of ['here', 'there', 'net', 'far']) {
      const made = await makeMemory(tx, space[slug] as string, visibility)
      memory[slug] = made
      papers[slug] = await makePapers(tx, space[slug] as string, made, visibility)
    }
  })

  const asking: World['asking'] = async (who, work, keep = false) => {
    await app.query('begin')
    try {
      const known = person[who]
      const kind = known ? 'person' : who === 'public' ? 'anonymous' : who
      await app.query('select perenne.as_actor($1, $2)', [kind, known ?? (who === 'job' ? 'test' : null)])
      if (who === 'public') await app.query('set local role perenne_public')
      const result = await work()
      if (keep) await app.query('commit')
      return result
    } finally {
      await app.query('rollback')
    }
  }
  return {
    database,
    app,
    space,
    person,
    memory,
    papers,
    sql,
    one,
    asking,
    read: (who, text, values = []) => asking(who, async () => (await app.query(text, values)).rows as Row[]),
    tried: (who, text, values = []) => asking(who, () => outcome(app, text, values)),
    async close() {
      await app.end()
      if (!given) await database.close()
    },
  }
}

export const outcome = (client: pg.Client, text: string, values: unknown[] = []): Promise<Outcome> =>
  client.query(text, values).then(
    result => `done ${result.rowCount}`,
    error => String(error.code),
  )
