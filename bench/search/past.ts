// One memory with a past among the history of many, and how its keeper asks it as of a day.
import { asItWas, person } from '../../source/ground/database/actor.ts'
import { connect, connectOnce } from '../../source/ground/database/connect.ts'
import { find } from '../../source/ground/search/store/find.ts'
import { rooms } from '../../source/rooms.ts'
import { versionsOfEach, writeHistory } from '../memory/ground.ts'
import type { Ground } from '../registration/hall.ts'
import { chance, kinds, textsOf } from './ground.ts'

const slug = 'one-of-many'
/** When the records were written, when every other one of them was rewritten, and a day between. */
const written = '2012-03-01T09:00:00Z'
const rewritten = '2016-03-01T09:00:00Z'
const then = Temporal.Instant.from('2014-06-02T00:00:00Z')

export type Past = {
  versions: number
  /** Milliseconds of one search by the keeper, as its page makes it. */
  asked(question: string): Promise<{ milliseconds: number; found: number; widened: number }>
  close(): Promise<void>
}

/**
 * Writes the records of the memory through its triggers, as its keepers would have, and the history of the others straight into the table.
 *
 * @param records of the memory that is asked
 */
export async function openPast(ground: Ground, name: string, territories: number, records: number): Promise<Past> {
  const { connection, owner } = await ground.fresh(name)
  const client = await connectOnce(owner)
  const clock = (instant: string) =>
    client.query('update perenne.clock set shift = $1::timestamptz - clock_timestamp()', [instant])
  await client.query("select perenne.as_actor('job', 'bench')")
  const { rows: made } = await client.query<{ id: string }>(
    `insert into perenne.space (kind, slug, parent_id, visibility)
     values ('territory', $1, '00000000-0000-4000-8000-000000000001', 1) returning id`,
    [slug],
  )
  const space = made[0]?.id ?? ''
  await writeHistory(client, space, territories)
  await clock(written)
  const pick = chance(1)
  for (let n = 0; n < records; n++) {
    const texts = textsOf(n, pick)
    await client.query(
      `with r as (insert into perenne.relationship (space_id, visibility, kind, during) values ($1, 1, $2, '2009/..') returning id)
       insert into perenne.translation (record_table, record_id, field, language, body, state, source_hash)
       select 'relationship', r.id, t.field, t.language, t.body, t.state, case when t.state = 'draft' then perenne.text_hash(t.body) end
       from r, jsonb_to_recordset($3::jsonb) as t (field text, language text, body text, state text)`,
      [
        space,
        kinds[pick(kinds.length)],
        JSON.stringify(
          texts.flatMap(({ language, title, body }, place) => {
            const state = place === 0 ? 'source' : 'draft'
            return [
              { field: 'name', language, body: title, state },
              { field: 'narrative', language, body, state },
            ]
          }),
        ),
      ],
    )
  }
  await clock(rewritten)
  await client.query(
    `update perenne.translation t set body = reverse(t.body) from (
       select r.id, row_number() over (order by r.id) as n from perenne.relationship r where r.space_id = $1) o
     where t.record_id = o.id and o.n % 2 = 0`,
    [space],
  )
  await client.query("update perenne.clock set shift = '0'")
  const { rows: persons } = await client.query<{ id: string }>(
    `insert into perenne.person (given_name, email, language, has_account) values ('Ada', 'ada@example.org', 'en', true) returning id`,
  )
  const keeper = persons[0]?.id ?? ''
  await client.query(
    `insert into perenne.access_right (person_id, role, space_id, space_kind, reason, starts_at)
     values ($1, 'territory_editor', $2, 'territory', 'bench', perenne.now() - interval '1 hour')`,
    [keeper, space],
  )
  await client.query('vacuum analyze')
  const { rows: counted } = await client.query<{ n: number }>('select count(*)::int as n from perenne.record_version')
  if ((counted[0]?.n ?? 0) < territories * versionsOfEach) throw new Error('versions are missing')
  await client.end()
  const db = connect(connection)
  return {
    versions: counted[0]?.n ?? 0,
    asked: question =>
      asItWas(db, person(keeper), { space, at: then }, async tx => {
        const began = performance.now()
        const wanted = { offset: 0, most: 20, space, past: { space, slug } }
        const { total, results } = await find(tx, { rooms, locale: 'fr' }, question, wanted)
        const milliseconds = performance.now() - began
        return { milliseconds, found: total, widened: results.filter(({ reasons }) => reasons.length > 0).length }
      }),
    close: () => db.destroy(),
  }
}
