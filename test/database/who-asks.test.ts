import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

// Everything here is tried with plain SQL under the application's own login: what the program could do if it forgot
// every check, or were made to send any statement.

let database: TestDatabase
let app: pg.Client
const id: Record<string, string> = {}

const installation = '00000000-0000-4000-8000-000000000001'
const refused = { code: '42501' }

beforeAll(async () => {
  database = await freshDatabase()
  app = new pg.Client({ ...database.appConnection, options: '-c search_path=perenne,public' })
  await app.connect()
  const one = async (name: string, text: string, values: unknown[] = []) => {
    id[name] = (await database.owner.query(text, values)).rows[0].id
  }
  const space = 'insert into perenne.space (kind, slug, parent_id, visibility) values ($1, $2, $3, $4) returning id'
  await one('netA', space, ['network', 'net-a', installation, 2])
  await one('netB', space, ['network', 'net-b', installation, 0])
  await one('seminarA', space, ['seminar', 'seminar-a', id.netA, 0])
  await one('territory', space, ['territory', 'terri', installation, 1])
  for (const who of ['admin', 'organiser', 'translator', 'stranger', 'evaluator', 'member', 'past']) {
    await one(
      who,
      `insert into perenne.person (given_name, family_name, email, language, has_account)
       values ($1, 'X', $1 || '@ville.example', 'en', true) returning id`,
      [who],
    )
  }
  const right = `insert into perenne.access_right (person_id, role, space_id, space_kind, reason, starts_at, ends_at)
    values ($1, $2, $3, $4, 'test', coalesce($5::timestamptz, perenne.now()), $6) returning id`
  await one('rightOfAdmin', right, [id.admin, 'administrator', installation, 'installation', null, null])
  await one('rightOfOrganiser', right, [id.organiser, 'organiser', id.netA, 'network', null, null])
  await one('rightOfTranslator', right, [id.translator, 'translator', id.netA, 'network', null, null])
  await one('rightOfEvaluator', right, [id.evaluator, 'evaluator', id.netA, 'network', null, null])
  await one('rightInB', right, [id.stranger, 'organiser', id.netB, 'network', null, null])
  await one('rightOfMember', right, [id.member, 'territory_reader', id.territory, 'territory', null, null])
  await one('rightOfPast', right, [
    id.past,
    'organiser',
    id.netA,
    'network',
    '2018-01-01T00:00:00Z',
    '2018-06-30T00:00:00Z',
  ])
  await one(
    'text',
    `insert into perenne.translation (record_table, record_id, field, language, body, state)
     values ('space', $1, 'name', 'fr', 'Réseau B', 'source') returning id`,
    [id.netB],
  )
  await database.owner.query(
    `insert into perenne.session (id, person_id, expires_at)
     select md5(id::text), id, clock_timestamp() + interval '1 day' from perenne.person`,
  )
  await database.owner.query(
    `insert into perenne.sign_in_link (person_id, expires_at) select id, clock_timestamp() + interval '1 day' from perenne.person`,
  )
  await database.owner.query(
    `insert into perenne.mail (space_id, person_id, template, language) select $1, id, 'sign-in', 'en' from perenne.person`,
    [installation],
  )
  await database.owner.query(`insert into perenne.sent_form (key, location) values ('key', '/en/')`)
  await database.owner.query('insert into perenne.backup_run default values')
})
afterAll(async () => {
  await app?.end()
  await database?.close()
})

/** One transaction as an actor, always rolled back. */
async function trying<T>(actor: [kind: string, id?: string] | null, work: () => Promise<T>): Promise<T> {
  await app.query('begin')
  try {
    if (actor) await app.query('select perenne.as_actor($1, $2)', [actor[0], actor[1] ?? null])
    return await work()
  } finally {
    await app.query('rollback')
  }
}
const person = (name: string): [string, string] => ['person', id[name] ?? '']
const rowsSeen = async (table: string) => (await app.query(`select * from perenne.${table}`)).rows
const changed = async (text: string, values: unknown[] = []) => (await app.query(text, values)).rowCount

async function tables(): Promise<string[]> {
  const { rows } = await database.owner.query(
    `select c.relname as name from pg_class c where c.relnamespace = 'perenne'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  )
  return rows.map(row => row.name)
}

describe('no actor, no rows', () => {
  // Reference tables of the program itself: roles, the number of the last migration, whether it is a demonstration.
  const known = ['installation', 'migration', 'role_capability', 'role_scope', 'version_converter']

  test('without as_actor every table is empty, except what the program knows of itself', async () => {
    const all = await tables()
    expect(all.length).toBeGreaterThan(20)
    const filled: string[] = []
    for (const table of all) {
      if (table === 'clock') {
        await expect(
          trying(null, () => rowsSeen(table)),
          table,
        ).rejects.toMatchObject(refused)
        continue
      }
      if ((await trying(null, () => rowsSeen(table))).length > 0) filled.push(table)
    }
    expect(filled).toEqual(known)
    // The negative control: the rows are there, and a job sees them.
    for (const table of ['person', 'space', 'access_right', 'session', 'sign_in_link', 'mail', 'record_version']) {
      expect((await trying(['job', 'test'], () => rowsSeen(table))).length, table).toBeGreaterThan(0)
    }
  })

  test('without as_actor nothing is written', async () => {
    await expect(
      trying(null, () => app.query(`insert into perenne.space (kind, slug, visibility) values ('network', 'n', 2)`)),
    ).rejects.toMatchObject(refused)
    // Append-only, or written by a function alone.
    const closed = [
      'record_version',
      'place_event',
      'noted_act',
      'programme_version',
      'programme_version_language',
      'share_name',
    ]
    for (const table of closed)
      await expect(
        trying(null, () => changed(`delete from perenne.${table}`)),
        table,
      ).rejects.toMatchObject(refused)
    for (const table of (await tables()).filter(table => !['clock', ...closed, ...known].includes(table))) {
      expect(await trying(null, () => changed(`delete from perenne.${table}`)), table).toBe(0)
    }
  })

  test('the actor is forgotten at the end of the transaction, on the same connection', async () => {
    await app.query('begin')
    await app.query(`select perenne.as_actor('job', 'test')`)
    expect((await rowsSeen('person')).length).toBeGreaterThan(0)
    await app.query('commit')
    expect(await rowsSeen('person')).toEqual([])
  })

  test('an actor that is none is an error, not a way in', async () => {
    for (const actor of [['owner', 'x'], ['person'], ['job'], ['person', "' or true --"]] as [string, string?][]) {
      await expect(trying(actor, () => rowsSeen('person'))).rejects.toMatchObject({
        code: expect.stringMatching(/^(22023|22P02)$/),
      })
    }
  })
})

describe('each sees their own', () => {
  const slugs = async (actor: [string, string?]) =>
    (await trying(actor, () => rowsSeen('space'))).map(row => row.slug).sort()

  test('spaces', async () => {
    expect(await slugs(['anonymous'])).toEqual(['net-a'])
    expect(await slugs(person('organiser'))).toEqual(['net-a', 'seminar-a'])
    expect(await slugs(person('stranger'))).toEqual(['net-a', 'net-b'])
    expect(await slugs(person('member'))).toEqual(['net-a', 'terri'])
    expect(await slugs(['link', id.organiser ?? ''])).toEqual(['net-a'])
    expect(await slugs(person('admin'))).toEqual(['installation', 'net-a', 'net-b', 'seminar-a', 'terri'])
  })

  test('a right that has ended opens nothing; on its days it did', async () => {
    expect(await slugs(person('past'))).toEqual(['net-a'])
    await database.setClock('2018-06-29T12:00:00Z')
    expect(await slugs(person('past'))).toEqual(['net-a', 'seminar-a'])
    await database.setClock('2018-06-30T00:00:01Z')
    expect(await slugs(person('past'))).toEqual(['net-a'])
    await database.setClock(Temporal.Now.instant().toString())
  })

  test('persons, texts, history, sessions, links, mails', async () => {
    const names = async (actor: [string, string?]) =>
      (await trying(actor, () => rowsSeen('person'))).map(row => row.given_name).sort()
    expect(await names(['anonymous'])).toEqual([])
    expect(await names(person('translator'))).toEqual(['translator'])
    expect(await names(person('organiser'))).toEqual(['evaluator', 'organiser', 'past', 'translator'])
    expect(await names(person('admin'))).toHaveLength(7)
    expect(await trying(person('organiser'), () => rowsSeen('translation'))).toEqual([])
    expect(await trying(person('stranger'), () => rowsSeen('translation'))).toHaveLength(1)
    const history = await trying(person('organiser'), () => rowsSeen('record_version'))
    expect(history.length).toBeGreaterThan(0)
    expect(history.some(row => row.space_id === id.netB)).toBe(false)
    for (const who of ['organiser', 'admin']) {
      const sessions = await trying(person(who), () => rowsSeen('session'))
      expect(sessions.map(row => row.person_id)).toEqual([id[who]])
      expect(await trying(person(who), () => rowsSeen('sign_in_link'))).toEqual([])
    }
    expect(await trying(person('organiser'), () => rowsSeen('mail'))).toEqual([])
    expect(await trying(person('organiser'), () => rowsSeen('backup_run'))).toEqual([])
  })

  test('the public role reads public rows and nothing else, and writes nothing', async () => {
    const asPublic = <T>(work: () => Promise<T>) =>
      trying(['job', 'even as a job'], async () => {
        await app.query('set local role perenne_public')
        return work()
      })
    expect((await asPublic(() => rowsSeen('space'))).map(row => row.slug)).toEqual(['net-a'])
    for (const table of ['person', 'access_right', 'session', 'sign_in_link', 'mail', 'registration', 'sent_form']) {
      await expect(
        asPublic(() => rowsSeen(table)),
        table,
      ).rejects.toMatchObject(refused)
    }
    await expect(asPublic(() => app.query(`update perenne.space set slug = 'x'`))).rejects.toMatchObject(refused)
    await expect(asPublic(() => app.query('delete from perenne.translation'))).rejects.toMatchObject(refused)
  })
})

describe('nobody gives what they do not hold', () => {
  const give = (who: string, role: string, space: string, kind: string, whom = who) =>
    trying(person(who), () =>
      app.query(
        `insert into perenne.access_right (person_id, role, space_id, space_kind, reason) values ($1, $2, $3, $4, 'x')`,
        [id[whom], role, space, kind],
      ),
    )

  test('the control: an organiser gives in their network and in its seminars what they hold', async () => {
    expect((await give('organiser', 'translator', id.netA ?? '', 'network', 'stranger')).rowCount).toBe(1)
    expect((await give('organiser', 'organiser', id.seminarA ?? '', 'seminar', 'stranger')).rowCount).toBe(1)
    expect((await give('admin', 'evaluator', id.netA ?? '', 'network', 'stranger')).rowCount).toBe(1)
  })

  test.each([
    ['organiser', 'evaluator', 'netA', 'network'],
    ['organiser', 'organiser', 'netB', 'network'],
    ['organiser', 'territory_editor', 'territory', 'territory'],
    ['organiser', 'administrator', 'installation', 'installation'],
    ['translator', 'translator', 'netA', 'network'],
    ['translator', 'organiser', 'seminarA', 'seminar'],
    ['stranger', 'organiser', 'seminarA', 'seminar'],
    ['member', 'territory_editor', 'territory', 'territory'],
    ['past', 'organiser', 'netA', 'network'],
  ])('%s cannot give %s for %s', async (who, role, space, kind) => {
    await expect(give(who, role, id[space] ?? installation, kind)).rejects.toMatchObject(refused)
  })

  test('a role is given only for the kind of space it is for, whoever gives it', async () => {
    await expect(give('admin', 'administrator', id.netA ?? '', 'network')).rejects.toMatchObject({ code: '23503' })
    await expect(give('admin', 'administrator', id.netA ?? '', 'installation')).rejects.toMatchObject({ code: '23503' })
  })

  test('a right is not turned into a larger one, moved, or ended by others', async () => {
    const update = (who: string, set: string, which: string) =>
      trying(person(who), () => changed(`update perenne.access_right set ${set} where id = $1`, [id[which]]))
    await expect(update('organiser', `role = 'evaluator'`, 'rightOfOrganiser')).rejects.toMatchObject(refused)
    await expect(update('organiser', `space_id = '${id.netB}'`, 'rightOfTranslator')).rejects.toMatchObject(refused)
    await expect(
      update(
        'organiser',
        `role = 'administrator', space_id = '${installation}', space_kind = 'installation'`,
        'rightOfOrganiser',
      ),
    ).rejects.toMatchObject(refused)
    expect(await update('organiser', 'ends_at = perenne.now()', 'rightOfEvaluator')).toBe(0)
    expect(await update('organiser', 'ends_at = perenne.now()', 'rightInB')).toBe(0)
    expect(await update('organiser', 'ends_at = perenne.now()', 'rightOfAdmin')).toBe(0)
    expect(await update('translator', 'ends_at = null', 'rightOfTranslator')).toBe(0)
    expect(await update('past', `ends_at = 'infinity'`, 'rightOfPast')).toBe(0)
    expect(await update('organiser', 'ends_at = perenne.now()', 'rightOfTranslator')).toBe(1)
    expect(await trying(person('stranger'), () => changed('delete from perenne.access_right'))).toBe(1)
  })

  test('tables of one’s own do not stand in for those of the house', async () => {
    await trying(null, async () => {
      await app.query(`create temp table access_right as
        select '${id.stranger}'::uuid as person_id, 'administrator'::text as role, '${installation}'::uuid as space_id,
               '2000-01-01'::timestamptz as starts_at, null::timestamptz as ends_at`)
      await app.query('set local search_path = pg_temp, perenne')
      await app.query('select perenne.as_actor($1, $2)', person('stranger'))
      expect((await rowsSeen('person')).map(row => row.given_name)).toEqual(['stranger'])
    })
  })

  test('what a role may do is not for the application to rewrite', async () => {
    for (const text of [
      `insert into perenne.role_capability values ('translator', 'administer')`,
      `update perenne.role_capability set capability = 'administer'`,
      `insert into perenne.role_scope values ('administrator', 'network')`,
      `delete from perenne.migration`,
      `update perenne.installation set demonstration = true`,
    ]) {
      await expect(
        trying(['job', 'test'], () => app.query(text)),
        text,
      ).rejects.toMatchObject(refused)
    }
  })
})

describe('history cannot be changed', () => {
  const everything = async () =>
    (
      await database.owner.query(
        'select md5(string_agg(v::text, $1 order by v::text)) as sum from perenne.record_version v',
        ['|'],
      )
    ).rows[0].sum

  test.each([
    `insert into perenne.record_version select * from perenne.record_version`,
    `insert into perenne.record_version (record_id, record_table, version, visibility, known, shape, doc)
       values (gen_random_uuid(), 'space', 1, 2, '[2018-01-01,)', 1, '{}')`,
    `update perenne.record_version set doc = '{}'`,
    `update perenne.record_version set actor_id = null`,
    `delete from perenne.record_version`,
    `truncate perenne.record_version`,
    `truncate perenne.space cascade`,
    `copy perenne.record_version from program 'echo'`,
    `alter table perenne.space disable trigger keep_history`,
    `alter table perenne.space disable trigger all`,
    `drop trigger keep_history on perenne.space`,
    `alter table perenne.space disable trigger keep_history_of_new`,
    `drop trigger keep_history_of_new on perenne.space`,
    `create trigger mine before insert on perenne.record_version for each row execute function perenne.keep_history()`,
    `create rule mine as on update to perenne.space do instead nothing`,
    `alter table perenne.record_version disable row level security`,
    `alter table perenne.record_version no force row level security`,
    `alter table perenne.record_version owner to perenne_app`,
    `create policy mine on perenne.record_version using (true)`,
    `drop policy owner_all on perenne.record_version`,
    `alter policy app_reads on perenne.record_version using (true)`,
    `create or replace function perenne.keep_history() returns trigger language plpgsql as 'begin return null; end'`,
    `create or replace function perenne.keep_history_of_new_space() returns trigger language plpgsql as 'begin return null; end'`,
    `create or replace function perenne.now() returns timestamptz language sql as 'select null::timestamptz'`,
    `alter function perenne.is_job() rename to was_job`,
    `create table perenne.mine (id int)`,
    `drop table perenne.record_version`,
    `drop schema perenne cascade`,
    `call perenne.guard('record_version')`,
    `set role perenne_owner`,
    `set role postgres`,
    `set session authorization perenne_owner`,
    `set session_replication_role = replica`,
    `set local session_replication_role = replica`,
    `alter role perenne_app bypassrls`,
    `alter role perenne_app superuser`,
    `grant perenne_owner to perenne_app`,
    `grant update on perenne.record_version to perenne_app`,
    `alter role perenne_app set session_replication_role = replica`,
    `update pg_catalog.pg_class set relrowsecurity = false where relname = 'record_version'`,
    `update perenne.clock set shift = '-10 years'`,
    `select pg_read_file('/etc/hostname')`,
  ])('%s', async text => {
    const before = await everything()
    // A grant of what one does not have is a warning in PostgreSQL, not an error, and gives nothing: seen below.
    const attempt = trying(['job', 'attack'], () => app.query(text))
    if (text.startsWith('grant update')) await attempt.catch(error => expect(error).toMatchObject(refused))
    else await expect(attempt).rejects.toMatchObject(refused)
    expect(await everything()).toBe(before)
  })

  test('row security cannot be switched off for oneself', async () => {
    await expect(
      trying(person('translator'), async () => {
        await app.query('set local row_security = off')
        return rowsSeen('record_version')
      }),
    ).rejects.toMatchObject(refused)
  })

  test('a change is kept with who and why, a save that changes nothing is not, and a deletion keeps what was', async () => {
    const versions = async () =>
      (
        await database.owner.query(
          `select version, actor_id, reason, ended_by_id, end_reason, doc ->> 'slug' as slug, upper_inf(known) as open
           from perenne.record_version where record_id = $1 order by version`,
          [id.scratch],
        )
      ).rows
    const done = async (text: string, values: unknown[]) => {
      await app.query('begin')
      await app.query('select perenne.as_actor($1, $2, $3)', ['person', id.admin, 'because'])
      await app.query(text, values)
      await app.query('commit')
    }
    id.scratch = '11111111-1111-4111-8111-111111111111'
    const insert = `insert into perenne.space (id, kind, slug, parent_id) values ($1, 'network', 'scratch', $2)`
    await done(insert, [id.scratch, installation])
    await done(`update perenne.space set slug = 'scratch' where id = $1`, [id.scratch])
    await done(`update perenne.space set slug = 'scratched' where id = $1`, [id.scratch])
    await done('delete from perenne.space where id = $1', [id.scratch])
    expect(await versions()).toEqual([
      {
        version: 1,
        actor_id: id.admin,
        reason: 'because',
        ended_by_id: null,
        end_reason: null,
        slug: 'scratch',
        open: false,
      },
      {
        version: 2,
        actor_id: id.admin,
        reason: 'because',
        ended_by_id: id.admin,
        end_reason: 'because',
        slug: 'scratched',
        open: false,
      },
    ])
  })
})
