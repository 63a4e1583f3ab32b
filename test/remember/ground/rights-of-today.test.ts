import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { type Memory, makeMemory } from '../support/memory.ts'

// Attacks by plain SQL under the application's own login: what is told of the past, and what an editor reaches, when every
// page forgot every check.

let database: TestDatabase
let app: pg.Client
const space: Record<string, string> = {}
const person: Record<string, string> = {}
let memory: Memory
let theirs: Memory
const before = '2015-01-01'

beforeAll(async () => {
  database = await freshDatabase()
  app = new pg.Client({ ...database.appConnection, options: '-c search_path=perenne,public' })
  await app.connect()
  await database.setClock('2014-03-01T10:00:00Z')
  const makeSpace = async (kind: string, slug: string, parent = '00000000-0000-4000-8000-000000000001') => {
    space[slug] = await one(
      'insert into perenne.space (kind, slug, parent_id, visibility) values ($1, $2, $3, 2) returning id',
      [kind, slug, parent],
    )
  }
  await makeSpace('network', 'net')
  await makeSpace('seminar', 'seminar', space.net)
  for (const slug of ['here', 'there']) {
    await makeSpace('territory', slug)
    await database.owner.query('insert into perenne.network_member (space_id, member_id) values ($1, $2)', [
      space.net,
      space[slug],
    ])
  }
  const roles = [
    ['keeper', 'territory_editor', 'territory', 'here'],
    ['colleague', 'territory_editor', 'territory', 'here'],
    ['neighbour', 'territory_editor', 'territory', 'there'],
    ['organiser', 'organiser', 'network', 'net'],
    ['convener', 'organiser', 'seminar', 'seminar'],
    ['steward', 'door_steward', 'seminar', 'seminar'],
    ['translator', 'translator', 'seminar', 'seminar'],
  ] as const
  for (const name of ['nobody', 'administrator', ...roles.map(([name]) => name)])
    person[name] = await one(
      `insert into perenne.person (given_name, email, language, has_account) values ($1, $1 || '@example.org', 'fr', true) returning id`,
      [name],
    )
  for (const [name, role, kind, where] of roles)
    await query(
      `insert into perenne.access_right (person_id, role, space_id, space_kind, reason) values ($1, $2, $3, $4, 'test')`,
      [person[name], role, space[where], kind],
    )
  memory = await as(database.db, job('test'), tx => makeMemory(tx, space.here as string, 2))
  theirs = await as(database.db, job('test'), tx => makeMemory(tx, space.there as string, 0))
  await database.setClock('2018-06-04T10:00:00Z')
})
afterAll(async () => {
  await app.end()
  await database.close()
})

const query = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows
const one = async (text: string, values: unknown[] = []): Promise<string> => (await query(text, values))[0].id

/** Asks as somebody; nothing stays of it unless `keep`. */
async function asking<T>(who: string, work: () => Promise<T>, keep = false): Promise<T> {
  await app.query('begin')
  try {
    const known = person[who]
    await app.query('select perenne.as_actor($1, $2)', [
      known ? 'person' : who,
      known ?? (who === 'job' ? 'test' : null),
    ])
    const result = await work()
    if (keep) await app.query('commit')
    return result
  } finally {
    await app.query('rollback')
  }
}
const doing = (who: string, text: string, values: unknown[] = []) =>
  asking(who, async () => (await app.query(text, values)).rowCount, true)
const refused = (who: string, text: string, values: unknown[] = []) =>
  asking(who, () =>
    app.query(text, values).then(
      () => 'done',
      error => error.code,
    ),
  )
const versionsOf = (who: string, id: string) =>
  asking(who, async () => (await app.query('select from perenne.record_version where record_id = $1', [id])).rowCount)
/** What somebody reads of a relationship as of a past day: whether it is there, its texts, its partners, its agreements. */
const pastOf = (who: string, id: string, day = before) =>
  asking(who, async () => {
    await app.query(
      `select set_config('perenne.known_at', $2, true), set_config('perenne.known_space', $1, true),
              set_config('search_path', 'past, perenne, public', true)`,
      [space.here, day],
    )
    const { rows } = await app.query(
      `select (select count(*)::int from relationship where id = $1) as there,
              (select array_agg(field order by field) from translation where record_id = $1) as texts,
              (select count(*)::int from relationship_party where relationship_id = $1) as parties,
              (select count(*)::int from agreement where relationship_id = $1) as agreements,
              (select count(*)::int from agreement_event e where exists (select from agreement a where a.id = e.agreement_id and a.relationship_id = $1)) as events`,
      [id],
    )
    return rows[0]
  })

describe('what was removed', () => {
  const whole = { there: 1, texts: ['name', 'reason'], parties: 1, agreements: 1, events: 1 }
  const nothing = { there: 0, texts: null, parties: 0, agreements: 0, events: 0 }
  const inside = { ...whole, texts: ['name', 'reason', 'sensitivity'] }
  let relationship: string

  beforeAll(async () => {
    await database.setClock('2014-04-01T10:00:00Z')
    const other = await as(database.db, job('test'), tx => makeMemory(tx, space.here as string, 1))
    relationship = other.relationships
    await query('update perenne.relationship set visibility = 2 where id = $1', [relationship])
    await query('update perenne.organisation set visibility = 2 where space_id = $1', [space.here])
    await query(
      `insert into perenne.translation (record_table, record_id, field, language, body, state) values ('relationship', $1, 'reason', 'fr', 'Un maire ami', 'source')`,
      [relationship],
    )
    await database.setClock('2018-06-05T10:00:00Z')
  })

  test('is for those inside: an entry of the journal that was once public', async () => {
    const entry = await one(
      `insert into perenne.interaction (space_id, kind, during, title, language) values ($1, 'call', '2018', 'Appel', 'fr') returning id`,
      [space.here],
    )
    await query('update perenne.interaction set visibility = 2 where id = $1', [entry])
    expect(await versionsOf('anonymous', entry)).toBe(2)
    await doing('keeper', 'delete from perenne.interaction where id = $1', [entry])
    expect(await versionsOf('anonymous', entry)).toBe(0)
    expect(await versionsOf('neighbour', entry)).toBe(0)
    expect(await versionsOf('keeper', entry)).toBe(2)
  })

  test('of a record that is still there, a part is seen as the record is, in its past', async () => {
    expect(await pastOf('anonymous', relationship)).toEqual(whole)
    await doing('keeper', `delete from perenne.translation where record_id = $1 and field = 'reason'`, [relationship])
    await doing('keeper', 'delete from perenne.relationship_party where relationship_id = $1', [relationship])
    // The content of then, for whoever may see the record today.
    expect(await pastOf('anonymous', relationship)).toEqual(whole)
    // The text that is no more is kept to a circle like the one that would be there.
    await doing(
      'keeper',
      `insert into perenne.field_circle (record_table, record_id, field, at_most) values ('relationship', $1, 'reason', 0)`,
      [relationship],
    )
    expect(await pastOf('anonymous', relationship)).toEqual({ ...whole, texts: ['name'] })
    await doing('keeper', `update perenne.field_circle set at_most = 1 where record_id = $1 and field = 'reason'`, [
      relationship,
    ])
    expect(await pastOf('anonymous', relationship)).toEqual({ ...whole, texts: ['name'] })
    expect(await pastOf('neighbour', relationship)).toEqual(whole)
    // An agreement has an address of its own: it is a record, and went.
    await doing('keeper', 'delete from perenne.agreement where relationship_id = $1', [relationship])
    expect(await pastOf('anonymous', relationship)).toEqual({ ...whole, texts: ['name'], agreements: 0, events: 0 })
    await doing('keeper', 'update perenne.relationship set visibility = 0 where id = $1', [relationship])
    expect(await pastOf('anonymous', relationship)).toEqual(nothing)
    expect(await pastOf('keeper', relationship)).toEqual(inside)
    await doing('keeper', 'update perenne.relationship set visibility = 2 where id = $1', [relationship])
    expect(await pastOf('anonymous', relationship)).toEqual({ ...whole, texts: ['name'], agreements: 0, events: 0 })
  })

  test('comes back with its past in the circles of its last day, and follows again', async () => {
    await doing('keeper', 'delete from perenne.relationship where id = $1', [relationship])
    expect(await pastOf('anonymous', relationship)).toEqual(nothing)
    expect(await pastOf('keeper', relationship)).toEqual(inside)
    await database.setClock('2018-06-06T10:00:00Z')
    await doing('keeper', `select perenne.put_back('relationship', $1, $2)`, [relationship, before])
    expect(await query('select visibility from perenne.relationship where id = $1', [relationship])).toEqual([
      { visibility: 2 },
    ])
    expect(await pastOf('anonymous', relationship)).toEqual({ ...whole, texts: ['name'] })
    // Of the circles that a text was kept to in all that time, the strictest.
    expect(await pastOf('neighbour', relationship)).toEqual({ ...whole, texts: ['name'] })
    await doing('keeper', 'update perenne.relationship set visibility = 0 where id = $1', [relationship])
    expect(await pastOf('anonymous', relationship)).toEqual(nothing)
  })

  test('a version has the visibility of its record, whatever happened', async () => {
    expect(
      await query(
        `select v.record_table from perenne.record_version v
         join (select distinct on (record_id, record_table) record_id, record_table, visibility from perenne.record_version
               order by record_id, record_table, version desc) n using (record_id, record_table)
         where v.visibility <> n.visibility`,
      ),
    ).toEqual([])
  })
})

describe('which texts are kept inside', () => {
  test('is told to those inside alone, today and in the past', async () => {
    const circles = (who: string, table: string) =>
      asking(who, async () => (await app.query(`select from ${table}`)).rowCount)
    const past = `perenne.record_version where record_table = 'field_circle'`
    for (const who of ['anonymous', 'organiser', 'nobody'])
      expect([who, await circles(who, 'perenne.field_circle'), await circles(who, past)]).toEqual([who, 0, 0])
    expect(await circles('keeper', 'perenne.field_circle')).toBeGreaterThan(0)
    expect(await circles('keeper', past)).toBeGreaterThan(0)
    await asking('anonymous', async () => {
      await app.query('set local role perenne_public')
      expect((await app.query(`select from ${past}`)).rowCount).toBe(0)
    })
    expect(await refused('keeper', `update perenne.field_circle set visibility = 2 where field <> 'sensitivity'`)).toBe(
      'done',
    )
    await expect(
      database.owner.query(`alter table perenne.field_circle validate constraint field_circle_visibility_check`),
    ).resolves.toBeTruthy()
    expect(await query('select distinct visibility from perenne.field_circle')).toEqual([{ visibility: 0 }])
  })
})

describe('what was erased', () => {
  const contactOf = async (office: boolean) => {
    await database.setClock('2014-05-01T10:00:00Z')
    const named = await one(
      `insert into perenne.person (given_name, family_name, email, language) values ('Ada', 'Untel', 'ada@example.org', 'fr') returning id`,
    )
    const id = await one(
      `insert into perenne.contact (space_id, visibility, person_id, languages, public_office) values ($1, 2, $2, '{fr,es}', $3) returning id`,
      [space.here, named, office],
    )
    await query(
      `insert into perenne.translation (record_table, record_id, field, language, body, state) values ('contact', $1, 'role', 'fr', 'Présidente', 'source')`,
      [id],
    )
    await database.setClock('2018-06-07T10:00:00Z')
    await query(`update perenne.translation set body = 'Présidente du comité' where record_id = $1`, [id])
    return { id, person: named }
  }
  const told = async (id: string) =>
    JSON.stringify(
      await query(
        `select doc from perenne.record_version where (record_id = $1 and record_table = 'contact') or doc ->> 'record_id' = $1::text
         union all select to_jsonb(t) from perenne.translation t where t.record_id = $1
         union all select to_jsonb(c) from perenne.contact c where c.id = $1`,
        [id],
      ),
    )

  test('languages and the post in words leave the past too', async () => {
    const { id } = await contactOf(false)
    expect(await told(id)).toMatch(/"es".*Présidente du comité/)
    await doing('keeper', 'select perenne.empty_contact($1, true)', [id])
    expect(await told(id)).not.toMatch(/"es"|Présidente/)
    expect(await refused('neighbour', 'select perenne.empty_contact($1, true)', [id])).toBe('42501')
  })

  test('of a public office the post in words stays', async () => {
    const { id } = await contactOf(true)
    await doing('keeper', 'select perenne.empty_contact($1, false)', [id])
    expect(await told(id)).not.toContain('"es"')
    expect(await told(id)).toContain('Présidente du comité')
  })

  test('whatever erases them: the person, or the contact', async () => {
    const erased = await contactOf(true)
    await query(
      `update perenne.person set given_name = null, family_name = null, email = null, erased_at = perenne.now() where id = $1`,
      [erased.person],
    )
    expect(await told(erased.id)).not.toMatch(/"es"|Présidente/)
    const removed = await contactOf(true)
    await doing('keeper', 'delete from perenne.contact where id = $1', [removed.id])
    expect(await told(removed.id)).not.toMatch(/"es"|Présidente/)
    expect(await versionsOf('keeper', removed.id)).toBe(1)
  })
})

describe('a right for one seminar', () => {
  test('opens nothing of what its network shares to whoever helps there; whoever prepares it reads that', async () => {
    await query(`update perenne.decision set visibility = 1 where id in ($1, $2)`, [memory.decisions, theirs.decisions])
    const seen = (who: string) =>
      asking(who, async () => (await app.query('select from perenne.decision where visibility = 1')).rowCount)
    for (const who of ['steward', 'translator', 'nobody', 'anonymous']) expect([who, await seen(who)]).toEqual([who, 0])
    for (const who of ['keeper', 'neighbour', 'organiser', 'convener'])
      expect([who, (await seen(who)) ?? 0]).toEqual([who, expect.toSatisfy((n: number) => n >= 2)])
  })
})

describe('notes', () => {
  const note = (who: string, more = '') =>
    asking(
      who,
      async () =>
        (
          await app.query(
            `insert into perenne.note (space_id, kind, body, language, written_by, confidential) values ($1, 'warning', 'Entre nous', 'fr', $2, ${more || false}) returning id`,
            [space.here, person[who]],
          )
        ).rows[0].id as string,
      true,
    )
  const read = (who: string, id: string) =>
    asking(who, async () => [
      (await app.query('select from perenne.note where id = $1', [id])).rowCount,
      (await app.query('select from perenne.record_version where record_id = $1', [id])).rowCount,
    ])

  test('whose author has no right there any more are not theirs to read', async () => {
    const right = await one(
      `insert into perenne.access_right (person_id, role, space_id, space_kind, reason) values ($1, 'territory_editor', $2, 'territory', 'test') returning id`,
      [person.nobody, space.here],
    )
    const own = await note('nobody')
    const secret = await note('nobody', 'true')
    expect([await read('nobody', own), await read('nobody', secret)]).toEqual([
      [1, 1],
      [1, 1],
    ])
    await query('update perenne.access_right set ends_at = perenne.now() where id = $1', [right])
    expect([await read('nobody', own), await read('nobody', secret)]).toEqual([
      [0, 0],
      [0, 0],
    ])
    expect(await read('keeper', own)).toEqual([1, 1])
  })

  test('are signed by whoever writes them, and come back with their own signature', async () => {
    const insertion = `insert into perenne.note (space_id, kind, body, language, written_by) values ($1, 'fact', 'x', 'fr', $2)`
    expect(await refused('keeper', insertion, [space.here, person.colleague])).toBe('42501')
    expect(await refused('keeper', insertion, [space.here, person.keeper])).toBe('done')
    expect(await refused('keeper', insertion, [space.here, null])).toBe('done')
    const theirNote = await note('colleague')
    expect(
      await refused('keeper', 'update perenne.note set written_by = $2 where id = $1', [theirNote, person.neighbour]),
    ).toBe('42501')
    expect(await refused('keeper', `update perenne.note set body = 'corrigé' where id = $1`, [theirNote])).toBe('done')
    const [{ at }] = await query('select perenne.now()::text as at')
    await doing('keeper', 'delete from perenne.note where id = $1', [theirNote])
    await doing('keeper', `select perenne.put_back('note', $1, $2)`, [theirNote, at])
    expect(await query('select written_by from perenne.note where id = $1', [theirNote])).toEqual([
      { written_by: person.colleague },
    ])
  })

  test('that are confidential are shown by their author alone, and to whom is told with the note', async () => {
    const secret = await note('colleague', 'true')
    const share = `insert into perenne.share (space_id, record_table, record_id, person_id, reason, ends_at) values ($1, 'note', $2, $3, 'Parce que', perenne.now() + interval '1 day')`
    expect(await refused('keeper', share, [space.here, secret, person.keeper])).toBe('42501')
    await doing('colleague', share, [space.here, secret, person.nobody])
    const told = (who: string) =>
      asking(who, async () => [
        (await app.query('select from perenne.share where record_id = $1', [secret])).rowCount,
        (
          await app.query(
            `select from perenne.record_version where record_table = 'share' and doc ->> 'record_id' = $1::text`,
            [secret],
          )
        ).rowCount,
      ])
    expect(await told('keeper')).toEqual([0, 0])
    expect(await told('colleague')).toEqual([1, 1])
    expect((await told('nobody'))[0]).toBe(1)
    expect(await read('nobody', secret)).toEqual([1, 1])
    expect(
      await doing('colleague', 'update perenne.share set ends_at = perenne.now() where record_id = $1', [secret]),
    ).toBe(1)
    expect((await told('nobody'))[0]).toBe(1)
    const open = await note('colleague')
    expect(await refused('keeper', share, [space.here, open, person.nobody])).toBe('done')
  })
})

describe('an editor reaches nothing outside their space', () => {
  test('calls no account and nobody of another memory a contact, and changes no account', async () => {
    const contact = `insert into perenne.contact (space_id, person_id) values ($1, $2)`
    const registrant = await one(
      `insert into perenne.person (given_name, email, language) values ('Rita', 'rita@example.org', 'fr') returning id`,
    )
    for (const id of [person.administrator, registrant])
      expect(await refused('keeper', contact, [space.here, id])).toBe('42501')
    const mine = await asking(
      'keeper',
      async () => {
        const { rows } = await app.query(
          `select perenne.write_contact_person($1, null, 'Une', 'Amie', 'amie@example.org', null, 'fr') as id`,
          [space.here],
        )
        await app.query(contact, [space.here, rows[0].id])
        return rows[0].id as string
      },
      true,
    )
    expect(
      await refused('keeper', 'update perenne.contact set person_id = $1 where person_id = $2', [
        person.administrator,
        mine,
      ]),
    ).toBe('42501')
    // It becomes an account one day: then it is its holder's.
    await query('update perenne.person set has_account = true where id = $1', [mine])
    await doing(
      'keeper',
      `select perenne.write_contact_person($1, $2, 'Une', 'Amie', 'evil@example.org', null, 'fr')`,
      [space.here, mine],
    )
    expect(await query('select email from perenne.person where id = $1', [mine])).toEqual([
      { email: 'amie@example.org' },
    ])
  })

  test('a removed contact comes back with its own person', async () => {
    const [{ person_id: own }] = await query('select person_id from perenne.contact where id = $1', [memory.contacts])
    await database.setClock('2018-06-08T10:00:00Z')
    await doing('keeper', 'delete from perenne.contact where id = $1', [memory.contacts])
    await doing('keeper', `select perenne.put_back('contact', $1, '2018-06-07')`, [memory.contacts])
    expect(await query('select person_id from perenne.contact where id = $1', [memory.contacts])).toEqual([
      { person_id: own },
    ])
  })

  test('shows nothing of another space by hanging it on what they show', async () => {
    const foreign = await one(
      `insert into perenne.file (space_id, visibility, name, media_type, bytes, sha256) values ($1, 0, 'x.pdf', 'application/pdf', 1, repeat('a', 64)) returning id`,
      [space.there],
    )
    expect(
      await refused(
        'keeper',
        'insert into perenne.document_version (document_id, number, file_id) values ($1, 1, $2)',
        [memory.documents, foreign],
      ),
    ).toBe('23503')
    const partner =
      'insert into perenne.relationship_party (relationship_id, organisation_id, role) values ($1, $2, $3)'
    const hung = [memory.relationships, theirs.actors, 'other']
    expect(await refused('keeper', partner, hung)).toBe('23503')
    // Where it hangs all the same, from before it was refused.
    await query('alter table perenne.relationship_party disable trigger names_its_own')
    await query(partner, hung)
    await query('alter table perenne.relationship_party enable trigger names_its_own')
    const seen = await asking('keeper', async () => {
      await app.query(
        `insert into perenne.share (space_id, record_table, record_id, person_id, ends_at) values ($1, 'relationship', $2, $3, perenne.now() + interval '1 day')`,
        [space.here, memory.relationships, person.nobody],
      )
      await app.query('select perenne.as_actor($1, $2)', ['person', person.nobody])
      return [
        (await app.query('select from perenne.organisation where id = $1', [theirs.actors])).rowCount,
        (await app.query('select from perenne.organisation where id = $1', [memory.actors])).rowCount,
      ]
    })
    expect(seen).toEqual([0, 1])
  })
})
