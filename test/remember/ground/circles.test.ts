import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, job } from '../../../source/ground/database/actor.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { type Memory, makeMemory, makePapers } from '../support/memory.ts'

// Every table of the memory, asked with plain SQL under the application's own login: what a page could show if it forgot
// every check. What each asker may see is worked out here from the rows themselves, by the sentence "public rows for
// everybody, network rows for the network, internal rows for those inside".

let database: TestDatabase
let app: pg.Client
let tables: string[]
/** Those of which the past can be read. */
let versioned: string[]
const space: Record<string, string> = {}
const person: Record<string, string> = {}
const memory: Record<string, Memory> = {}

const installation = '00000000-0000-4000-8000-000000000001'
/**
 * Tables whose rows belong to a space and that no memory has rows of: a seminar's, and the rights, mails and notes of what was
 * done, which test/convene, test/people, test/mail and test/permissions attack. History is attacked by a test of its own below.
 * A new table is attacked here unless it is named.
 */
const notOfAMemory = [
  ...['access_right', 'mail', 'noted_act', 'record_version'],
  ...['admission', 'attendance_letter', 'check_set_aside', 'consent', 'invitation', 'mail_words', 'mailing'],
  ...['panel_invitation', 'programme', 'programme_day', 'programme_notice', 'programme_person', 'programme_room'],
  ...['programme_version', 'programme_version_language', 'question', 'question_option', 'quota', 'seminar'],
  ...['seminar_access_line', 'seminar_contact', 'seminar_import', 'seminar_notice', 'seminar_organisation'],
  ...['slot', 'slot_document', 'slot_person', 'slot_role', 'slot_seat', 'slot_theme'],
]
/** Of these, the editors of the space see rows, and nobody else. */
const forEditors = [
  'import_batch',
  'import_mapping',
  'import_person',
  'import_row',
  'mail_draft',
  'mail_draft_attachment',
]
/** All their rows are internal. */
const neverShown = [
  ...forEditors,
  ...['share', 'share_name', 'field_circle', 'memory_rule', 'finding_set_aside', 'memory_digest', 'relationship_join'],
]
/** Tables without an id or a circle, by what stands for these. */
const columns: Record<string, string> = {
  search_entry: `record_id || record_table || language || at_most as id, space_id, visibility`,
  memory_digest: `id, space_id, 0 as visibility, person_id`,
  share: `id, space_id, visibility, person_id`,
  share_name: `share_id as id, space_id, visibility`,
}

/** Who asks, the spaces they are inside of, and the territories of their network. */
const askers = {
  anonymous: { inside: [], network: [], edits: [] },
  nobody: { inside: [], network: [], edits: [] },
  keeper: { inside: ['here'], network: ['here', 'there', 'net'], edits: ['here'] },
  neighbour: { inside: ['there'], network: ['here', 'there', 'net'], edits: ['there'] },
  stranger: { inside: ['far'], network: [], edits: ['far'] },
  organiser: { inside: ['net'], network: ['here', 'there', 'net'], edits: ['net'] },
  evaluator: { inside: ['here'], network: ['here', 'there', 'net'], edits: [] },
} as const
type Asker = keyof typeof askers
const everybody = Object.keys(askers) as Asker[]

beforeAll(async () => {
  database = await freshDatabase()
  app = new pg.Client({ ...database.appConnection, options: '-c search_path=perenne,public' })
  await app.connect()
  const one = async (text: string, values: unknown[]) => (await database.owner.query(text, values)).rows[0].id as string
  const makeSpace = (kind: string, slug: string) =>
    one('insert into perenne.space (kind, slug, parent_id, visibility) values ($1, $2, $3, 2) returning id', [
      kind,
      slug,
      installation,
    ])
  space.net = await makeSpace('network', 'net')
  for (const slug of ['here', 'there', 'far']) {
    space[slug] = await makeSpace('territory', slug)
    await database.owner.query(
      `insert into perenne.territory (id, visibility, country, region, government) values ($1, 2, 'FR', 'europe', 'municipality')`,
      [space[slug]],
    )
  }
  for (const slug of ['here', 'there'])
    await database.owner.query(`insert into perenne.network_member (space_id, member_id) values ($1, $2)`, [
      space.net,
      space[slug],
    ])
  const roles: [Asker, string, string, string][] = [
    ['keeper', 'territory_editor', 'territory', 'here'],
    ['neighbour', 'territory_editor', 'territory', 'there'],
    ['stranger', 'territory_editor', 'territory', 'far'],
    ['organiser', 'organiser', 'network', 'net'],
    ['evaluator', 'evaluator', 'territory', 'here'],
  ]
  for (const name of ['nobody', ...roles.map(([name]) => name)])
    person[name] = await one(
      `insert into perenne.person (given_name, email, language, has_account) values ($1, $1 || '@example.org', 'fr', true) returning id`,
      [name],
    )
  for (const [name, role, kind, where] of roles)
    await database.owner.query(
      `insert into perenne.access_right (person_id, role, space_id, space_kind, reason) values ($1, $2, $3, $4, 'test')`,
      [person[name], role, space[where], kind],
    )
  await as(database.db, job('test'), async tx => {
    const make = async (where: string, visibility: 0 | 1 | 2) => {
      const made = await makeMemory(tx, space[where] as string, visibility)
      await makePapers(tx, space[where] as string, made, visibility)
      return made
    }
    for (const visibility of [0, 1, 2] as const) memory[`here${visibility}`] = await make('here', visibility)
    memory.there = await make('there', 0)
    memory.far = await make('far', 1)
    memory.net = await make('net', 0)
  })
  await makeWhatNeverShows()
  // Stricter parts of public records, beside one that is as public as the whole.
  const open = memory.here2 as Memory
  await database.owner.query(
    `with a as (insert into perenne.agreement (relationship_id, kind) values ($1, 'letter') returning id), e as (
       insert into perenne.agreement_event (agreement_id, kind, on_day) select id, 'signed', '2018-01-01' from a)
     insert into perenne.about (record_table, record_id, about_table, about_id) values ('decision', $2, 'relationship', $1)`,
    [open.relationships, open.decisions],
  )
  await database.owner.query(`update perenne.agreement set at_most = 0 where id = $1`, [open.agreements])
  await database.owner.query(
    `insert into perenne.field_circle (record_table, record_id, field, at_most) values ('activity', $1, 'title', 1)`,
    [open.projects],
  )
  const { rows } = await database.owner.query<{ name: string; past: boolean }>(
    `select c.relname::text as name, to_regclass(format('past.%I', c.relname)) is not null as past
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'space_id'
     where c.relnamespace = 'perenne'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  )
  expect(rows.map(row => row.name)).toEqual(expect.arrayContaining(notOfAMemory))
  tables = rows.map(row => row.name).filter(name => !notOfAMemory.includes(name))
  versioned = rows.filter(row => row.past).map(row => row.name)
})
afterAll(async () => {
  await app.end()
  await database.close()
})

/** Of what is always internal, a row here and one there; and spaces and memberships that are not public. */
async function makeWhatNeverShows() {
  for (const [where, who, shown] of [
    ['here', 'keeper', memory.here0],
    ['there', 'neighbour', memory.there],
  ] as const) {
    const values = [space[where], person[who], shown?.relationships, shown?.contacts, person.stranger]
    await database.owner.query(
      `with given as (select $1::uuid as space, $2::uuid as who, $3::uuid as record, $4::uuid as contact, $5::uuid as guest), ended as (
         insert into perenne.share (space_id, record_table, record_id, person_id, shared_at, ends_at)
           select space, 'relationship', record, guest, '2017-01-01', '2017-02-01' from given
       ), rule as (
         insert into perenne.memory_rule (space_id, code, threshold) select space, 'relationship-dormant', 12 from given
       ), aside as (
         insert into perenne.finding_set_aside (space_id, code, record_id, reason)
           select space, 'relationship-dormant', record, 'Il dort' from given
       ), joined as (
         insert into perenne.relationship_join (space_id, left_id, into_id, joined_at, wrote)
           select space, gen_random_uuid(), record, perenne.now(), 'x' from given
       ), digest as (
         insert into perenne.memory_digest (space_id, person_id, language) select space, who, 'fr' from given
       ), mail as (
         insert into perenne.mail_draft (space_id, mail_hash, waiting, salt)
           select space, repeat('a', 64), 'x', decode(repeat('00', 16), 'hex') from given returning id
       )
       insert into perenne.import_person (batch_id, contact_id, person_id, sealed, space_id)
         select b.id, k.id, k.person_id, 'x', given.space from given
         join perenne.contact k on k.id = given.contact
         join lateral (select id from perenne.import_batch b where b.space_id = given.space limit 1) b on true`,
      values,
    )
    // Shown until today to somebody who asks for nothing here, by the name that was typed.
    await database.owner.query(
      `with guest as (insert into perenne.person (given_name, language) values ('Invitée', 'fr') returning id),
         typed as (insert into perenne.person (given_name, language) values ('Ana', 'fr') returning id),
         shown as (insert into perenne.share (space_id, record_table, record_id, person_id, ends_at)
           select $1, 'relationship', $2, id, 'infinity' from guest returning id)
       insert into perenne.share_name (share_id, person_id, space_id) select shown.id, typed.id, $1 from shown, typed`,
      [space[where], shown?.relationships],
    )
    await database.owner.query(
      `insert into perenne.mail_draft_attachment (draft_id, number, content) select id, 0, 'x' from perenne.mail_draft where space_id = $1`,
      [space[where]],
    )
  }
  for (const [slug, visibility] of [
    ['hidden', 0],
    ['among', 1],
  ] as const) {
    const { rows } = await database.owner.query(
      `insert into perenne.space (kind, slug, parent_id, visibility) values ('territory', $1, $2, $3) returning id`,
      [slug, installation, visibility],
    )
    space[slug] = rows[0].id
    await database.owner.query(
      `insert into perenne.territory (id, visibility, country, region, government) values ($1, $2, 'FR', 'europe', 'municipality')`,
      [space[slug], visibility],
    )
  }
  // Memberships of long ago: they lend nobody a circle.
  for (const visibility of [0, 1, 2])
    await database.owner.query(
      `insert into perenne.network_member (space_id, member_id, visibility, starts_on, ends_on) values ($1, $2, $3, '1990-01-01', '1991-01-01')`,
      [space.here, space.far, visibility],
    )
}

async function asking<T>(who: Asker, work: () => Promise<T>): Promise<T> {
  await app.query('begin')
  try {
    await app.query('select perenne.as_actor($1, $2)', [
      who === 'anonymous' ? 'anonymous' : 'person',
      who === 'anonymous' ? null : person[who],
    ])
    return await work()
  } finally {
    await app.query('rollback')
  }
}

type Row = { id: string; space_id: string; visibility: number; person_id?: string }
const rowsOf = async (client: pg.Client, table: string): Promise<Row[]> =>
  (await client.query(`select ${columns[table] ?? 'id, space_id, visibility'} from perenne.${table}`)).rows

const spacesOf = (names: readonly string[]) => names.map(name => space[name])

function seenOf(table: string, who: Asker, rows: readonly Row[]): Row[] {
  if (forEditors.includes(table)) return rows.filter(row => spacesOf(askers[who].edits).includes(row.space_id))
  if (table === 'memory_digest') return rows.filter(row => row.person_id === person[who])
  const seen = new Set(seenBy(who, rows))
  return rows.filter(row => seen.has(row) || (table === 'share' && row.person_id === person[who]))
}

function seenBy(who: Asker, rows: readonly Row[]): Row[] {
  const { inside, network } = askers[who]
  return rows.filter(
    row =>
      row.visibility === 2 ||
      spacesOf(inside).includes(row.space_id) ||
      (row.visibility === 1 && spacesOf(network).includes(row.space_id)),
  )
}

describe('every table', () => {
  test('has a row that is internal, one for the network and one for everybody, or this proves nothing', async () => {
    for (const table of tables) {
      const rows = await rowsOf(database.owner, table)
      if (!neverShown.includes(table))
        expect([table, [...new Set(rows.map(row => row.visibility))].sort()]).toEqual([table, [0, 1, 2]])
      // And of another: what is mine alone proves nothing.
      const isIn = (where: string) => rows.some(row => row.space_id === space[where])
      expect([table, isIn('here'), isIn('there') || isIn('net')]).toEqual([table, true, true])
    }
  })

  test.each(everybody)('%s sees of each what the circles say, and nothing else', async who => {
    for (const table of tables) {
      const all = await rowsOf(database.owner, table)
      const expected = seenOf(table, who, all)
        .map(row => row.id)
        .sort()
      const seen = await asking(who, async () => (await rowsOf(app, table)).map(row => row.id).sort())
      expect([table, seen]).toEqual([table, expected])
    }
  })

  test.each(everybody)('%s finds the same in the history, the words and the past', async who => {
    const versions = (
      await database.owner.query(
        `select record_id || record_table || version as id, space_id, visibility from perenne.record_version
         where record_table = any ($1)`,
        [tables],
      )
    ).rows as Row[]
    const expected = seenBy(who, versions)
      .map(row => row.id)
      .sort()
    await asking(who, async () => {
      const { rows } = await app.query(
        `select record_id || record_table || version as id from perenne.record_version where record_table = any ($1)`,
        [tables],
      )
      expect(rows.map(row => row.id).sort()).toEqual(expected)
    })
    for (const where of ['here', 'there', 'net'])
      await asking(who, async () => {
        await app.query(
          `select set_config('perenne.known_at', perenne.now()::text, true), set_config('perenne.known_space', $1, true)`,
          [space[where]],
        )
        for (const table of versioned) {
          const inPast = (await app.query(`select id from past.${table}`)).rows.map(row => row.id).sort()
          const now = (await app.query(`select id from perenne.${table} where space_id = $1`, [space[where]])).rows
          expect([table, inPast]).toEqual([table, now.map(row => row.id).sort()])
        }
      })
  })

  test('is public for the public role as for the anonymous, and nothing more', async () => {
    for (const table of tables) {
      const readable = (
        await database.owner.query(`select has_table_privilege('perenne_public', $1, 'select') as yes`, [
          `perenne.${table}`,
        ])
      ).rows[0].yes
      if (!readable) continue
      const expected = (await rowsOf(database.owner, table)).filter(row => row.visibility === 2)
      const seen = await asking('anonymous', async () => {
        await app.query('set local role perenne_public')
        return rowsOf(app, table)
      })
      expect([table, seen.map(row => row.id).sort()]).toEqual([table, expected.map(row => row.id).sort()])
    }
  })

  test.each(['anonymous', 'nobody', 'neighbour', 'stranger', 'organiser', 'evaluator'] as const)(
    '%s changes and removes nothing of another’s memory',
    async who => {
      for (const table of tables)
        for (const statement of [
          `update perenne.${table} set ${table === 'memory_digest' ? `every = 'never'` : 'visibility = visibility'}`,
          `delete from perenne.${table}`,
        ])
          await asking(who, async () => {
            const done = await app.query(`${statement} where space_id = $1`, [space.here]).then(
              result => result.rowCount,
              error => (error.code === '42501' ? 0 : error),
            )
            expect([statement, done]).toEqual([statement, 0])
          })
    },
  )

  test('a part cannot be hung on a record of another memory', async () => {
    const theirs = memory.here2 as Memory
    const tries: [string, unknown[]][] = [
      [`insert into perenne.agreement (relationship_id, kind) values ($1, 'letter')`, [theirs.relationships]],
      [
        `insert into perenne.agreement_event (agreement_id, kind, on_day) values ($1, 'denounced', '2018-01-01')`,
        [theirs.agreements],
      ],
      [`update perenne.agreement_event set agreement_id = $1`, [theirs.agreements]],
      [`update perenne.agreement set relationship_id = $1`, [theirs.relationships]],
      [
        `insert into perenne.appointment (post_id, contact_id, during) values ($1, $2, '2018')`,
        [theirs.posts, memory.there?.contacts],
      ],
      [
        `insert into perenne.about (record_table, record_id, about_table, about_id) values ('note', $1, 'relationship', $2)`,
        [theirs.notes, theirs.relationships],
      ],
      [
        `insert into perenne.about (record_table, record_id, about_table, about_id) values ('note', $1, 'relationship', $2)`,
        [memory.there?.notes, theirs.relationships],
      ],
      [
        `insert into perenne.share (space_id, record_table, record_id, person_id, ends_at) values ($1, 'relationship', $2, $3, 'infinity')`,
        [space.there, theirs.relationships, person.neighbour],
      ],
      [
        `insert into perenne.translation (record_table, record_id, field, language, body, state) values ('relationship', $1, 'name', 'es', 'x', 'source')`,
        [theirs.relationships],
      ],
      [
        `insert into perenne.field_circle (record_table, record_id, field, at_most) values ('relationship', $1, 'name', 0)`,
        [theirs.relationships],
      ],
    ]
    for (const [statement, values] of tries) {
      const result = await asking('neighbour', () =>
        app.query(statement, values).then(
          () => 'done',
          error => error.code,
        ),
      )
      expect([statement, result]).toEqual([statement, expect.stringMatching(/^(42501|23503)$/)])
    }
  })
})

describe('stricter parts', () => {
  test('what to be careful about stays inside whatever happens to the circle', async () => {
    const open = memory.here2 as Memory
    const words = (who: Asker) =>
      asking(who, async () =>
        (
          await app.query(`select field from perenne.translation where record_id = $1 order by 1`, [open.relationships])
        ).rows.map(row => row.field),
      )
    expect(await words('anonymous')).toEqual(['name'])
    expect(await words('neighbour')).toEqual(['name'])
    expect(await words('keeper')).toEqual(['name', 'sensitivity'])
    await expect(
      asking('keeper', () => app.query(`delete from perenne.field_circle where record_id = $1`, [open.relationships])),
    ).rejects.toMatchObject({ code: '23001' })
  })

  test('a record made internal and public again keeps them strict, its history with them', async () => {
    const open = memory.here2 as Memory
    const strict = async () =>
      (
        await database.owner.query(
          `select (select visibility from perenne.agreement where id = $1) as agreement,
                  (select max(visibility) from perenne.record_version where record_id = $1) as history,
                  (select visibility from perenne.translation where record_id = $2 and field = 'title') as title`,
          [open.agreements, open.projects],
        )
      ).rows[0]
    expect(await strict()).toEqual({ agreement: 0, history: 0, title: 1 })
    for (const visibility of [0, 2]) {
      await database.owner.query(`update perenne.relationship set visibility = $1 where id = $2`, [
        visibility,
        open.relationships,
      ])
      await database.owner.query(`update perenne.activity set visibility = $1 where id = $2`, [
        visibility,
        open.projects,
      ])
    }
    expect(await strict()).toEqual({ agreement: 0, history: 0, title: 1 })
  })
})

describe('a confidential note', () => {
  test('is read by whoever wrote it and by those with whom it is shared, its history and its subject too', async () => {
    const insertion = await asking('keeper', async () => {
      await app.query(
        `insert into perenne.note (space_id, visibility, kind, body, language, written_by, confidential)
         values ($1, 0, 'warning', 'Entre nous', 'fr', $2, true)`,
        [space.here, person.keeper],
      )
      await app.query('commit')
      return app.query('begin')
    })
    expect(insertion.command).toBe('BEGIN')
    const { rows } = await database.owner.query(`select id from perenne.note where confidential`)
    const note = rows[0].id
    const seen = (who: Asker) =>
      asking(who, async () => [
        (await app.query('select from perenne.note where id = $1', [note])).rowCount,
        (await app.query('select from perenne.record_version where record_id = $1', [note])).rowCount,
      ])
    expect(await seen('keeper')).toEqual([1, 1])
    for (const who of ['evaluator', 'organiser', 'neighbour', 'nobody', 'anonymous'] as const)
      expect([who, await seen(who)]).toEqual([who, [0, 0]])
    await database.owner.query(
      `insert into perenne.share (space_id, record_table, record_id, person_id, ends_at) values ($1, 'note', $2, $3, perenne.now() + interval '1 day')`,
      [space.here, note, person.nobody],
    )
    expect(await seen('nobody')).toEqual([1, 1])
    await database.owner.query(`delete from perenne.note where id = $1`, [note])
    expect(await seen('nobody')).toEqual([0, 0])
    expect((await database.owner.query(`select from perenne.share where record_id = $1`, [note])).rowCount).toBe(0)
  })
})

describe('a removed note', () => {
  test('keeps its history for those who could read it, and comes back', async () => {
    const { rows } = await database.owner.query(
      `insert into perenne.note (space_id, visibility, kind, body, language) values ($1, 0, 'lesson', 'Répondre aux lettres', 'fr') returning id`,
      [space.here],
    )
    const [{ id: note }] = rows
    const { at } = (await database.owner.query('select perenne.now()::text as at')).rows[0]
    await database.owner.query('delete from perenne.note where id = $1', [note])
    const versions = (who: Asker) =>
      asking(
        who,
        async () => (await app.query('select from perenne.record_version where record_id = $1', [note])).rowCount,
      )
    expect(await versions('keeper')).toBe(1)
    for (const who of ['organiser', 'neighbour', 'nobody', 'anonymous'] as const)
      expect([who, await versions(who)]).toEqual([who, 0])
    await asking('keeper', async () => {
      expect((await app.query(`select perenne.put_back('note', $1, $2) as done`, [note, at])).rows).toEqual([
        { done: true },
      ])
      expect((await app.query('select from perenne.note where id = $1', [note])).rowCount).toBe(1)
    })
  })
})

describe('a share', () => {
  test('shows the record with its own parts, not what only tells of it, and ends by itself', async () => {
    const closed = memory.here0 as Memory
    const seen = () =>
      asking('nobody', async () => {
        const found: Record<string, number> = {}
        for (const table of tables) {
          const rows = (await rowsOf(app, table)).filter(row => row.visibility < 2 && row.space_id === space.here)
          if (rows.length > 0) found[table] = rows.length
        }
        return found
      })
    expect(await seen()).toEqual({})
    await database.owner.query(
      `insert into perenne.share (space_id, record_table, record_id, person_id, ends_at) values ($1, 'relationship', $2, $3, perenne.now() + interval '1 day')`,
      [space.here, closed.relationships, person.nobody],
    )
    expect(await seen()).toEqual({
      agreement: 1,
      agreement_event: 1,
      fee: 1,
      network_seat: 1,
      organisation: 1,
      relationship: 1,
      relationship_party: 1,
      responsibility: 1,
      // Of the relationship, its agreement and its partner.
      search_entry: 3,
      share: 1,
      // The names of the relationship, its agreement, its seat and its partner; never what to be careful about.
      translation: 4,
    })
    await database.owner.query(`update perenne.share set ends_at = shared_at where person_id = $1`, [person.nobody])
    expect(await seen()).toEqual({ share: 1 })
  })
})

describe('names of contacts', () => {
  test('all of them inside; outside those of a public office within their circle', async () => {
    await database.owner.query(`update perenne.contact set public_office = false where id = $1`, [
      (memory.here1 as Memory).contacts,
    ])
    const names = (who: Asker, where = 'here') =>
      asking(who, async () =>
        (await app.query('select contact_id from perenne.contact_names($1)', [space[where]])).rows
          .map(row => row.contact_id)
          .sort(),
      )
    const contacts = [0, 1, 2].map(n => (memory[`here${n}`] as Memory).contacts)
    expect(await names('keeper')).toEqual([...contacts].sort())
    expect(await names('anonymous')).toEqual([contacts[2]])
    expect(await names('neighbour')).toEqual([contacts[2]])
    expect(await names('anonymous', 'there')).toEqual([])
    await asking('neighbour', async () => {
      const { rowCount } = await app.query(
        `select from perenne.person where email = 'ines@example.org' and id in (select person_id from perenne.contact where space_id = $1)`,
        [space.here],
      )
      expect(rowCount).toBe(0)
    })
  })
})
